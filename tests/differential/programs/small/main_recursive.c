/* main calls main. */
#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc > 3)
        return 0;
    printf("%d\n", argc);
    return main(argc + 1, argv);
}
