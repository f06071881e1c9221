/*
 * The smallest async program.
 * Takes no time.
 */
#include <asyncc.h>
#include <stdio.h>

async int main(void)
{
    puts("done!");
    return 0;
}
