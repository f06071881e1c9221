/* pitfalls: 31 */
/* Names and keywords that macros paste together, functions and their heads that macros make, X-macros. */
#include <asyncc.h>
#include <stdio.h>
#define GLUE(a, b) a##b
#define CALL(n, ...) await GLUE(get_, n)(__VA_ARGS__)
#define DEFINE(type, name, ...) static async type get_##name(type v) { __VA_ARGS__ await async_yield(); return v; }
#define AW aw##ait
#define KEY(x) x##ync int
DEFINE(int, one, v++;)
DEFINE(long, two, v += 2;) DEFINE(char, three, v -= 'a';)
KEY(as) get_four(int v) { await async_yield(); return v; }
#define LIST(X) X(one, 1) X(two, 2) X(three, 'c')
#define SUM(n, a) s += CALL(n, a);
#define STR(n, a) printf("%s=%d\n", #n, (int)CALL(n, a));
#define REPEAT(n, body) for (int i_##n = 0; i_##n < n; i_##n++) { body; }
#define WRAP(T, name, body) async T name(void) { body }
static WRAP(int, wrapped, int s = 0; LIST(SUM) return s;)
#define BEGIN(name) static async int name(int v) {
#define END return v; }
BEGIN(begun) v += await get_four(1); END
#define RETRY(n, call) ({ int r_ = -1; for (int t_ = 0; t_ < (n) && r_ < 0; t_++) r_ = (call); r_; })
async int main(void)
{
    int s = 0;
    LIST(SUM)
    LIST(STR)
    REPEAT(3, s += CALL(one, 3))
    s += await wrapped() * await get_four(10) + await begun(2);
    s += RETRY(3, await get_four(s % 7 - 3));
    int w = _Generic(s, int: 1, default: 2) + ( AW get_four(1) );
    printf("%d %d\n", s, w);
    return 0;
}
