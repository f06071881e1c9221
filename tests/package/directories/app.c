#include <asyncc.h>
#include <stdio.h>

async int part1(void), part2(void), found(void);

async int main(void)
{
    printf("%d %d %d\n", await part1(), await part2(), await found());
    return 0;
}
