/* pitfalls: 114 */
/* async int main with arguments; its exit status. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

static async int length(const char *text)
{
    await async_yield();
    return (int)strlen(text);
}

async int main(int argc, char *argv[])
{
    int n = await length(argv[0]);
    await async_yield();
    printf("%d %d %d\n", argc, n > 0, argv[argc] == NULL);
    if (argc > 1)
        return 1;
    argc += await length("four");
    return argc + 1;
}
