/* The third parameter of main, as most systems have it; and a main that ends without return and never suspends. */
#include <asyncc.h>
#include <stdio.h>

static async int count(char **list)
{
    int n = 0;
    while (list[n])
        n++;
    return n;
}

async int main(int argc, char *argv[], char **envp)
{
    printf("%d %d\n", argc == await count(argv), await count(envp) > 0);
}
