/* All three parameters of main. */
#include <stdio.h>

int count(char **v)
{
    int n = 0;
    while (*v++)
        n++;
    return n;
}

int main(int argc, char *argv[], char **envp)
{
    printf("%d %d\n", argc == count(argv), count(envp) > 0);
}
