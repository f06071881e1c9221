/* pitfalls: 102 */
/* Strings, characters, comments and line splices that look like something else. */
#include <asyncc.h>
#include <stdio.h>

static async int f(const char *text, int c)
{
    await async_yield();
    printf("[%s]%c ", text, c);
    return c;
}

#define STRING "a)b" /* ) */

async int main(void)
{
    await f("//", '"');
    await f("/* no comment */", ')');
    await f("a)b(", '(' /* ) */);
    await f(STRING, // )
            '\'');
    await f("await f(1)", '\\');
    await f("\"await", ';');
    await f("spliced \
string", '{');
    await f("two " "strings" /* ; */ " ; }", '}');
    int await_ = 1; /* await f(0, 0); */
    // int b = await f("x", 1);
    int x = await /* between */ f /* name */ ( /* open */ "c" /* , */ , /* second */ 'd' /* close */ ) /* end */ ;
    int y = await\
 f("e", 'f');
    int z = (await
             f
             (
                 "g"
                 ,
                 'h'
             )
    ) + await_;
    await f("mark ?)", '?'); await f("same", 'l'); await f("line", 'l');
    printf("%d %d %d%s\n", x, y, z, "await");
    return 0;
}
