/* pitfalls: 106, 107 */
/* `async` as part of a type: typedefs, fields, arrays, results, parameters, conditions, casts, pointers to pointers. */
#include <asyncc.h>
#include <stdio.h>
static async int one(void) { await async_yield(); return 1; }
static async int two(void) { await async_yield(); return 2; }
static async int twice(int x) { await async_yield(); return 2 * x; }
static int plain(void) { return 3; }
typedef async int source(void);
typedef source *source_pointer;
typedef source_pointer again;
typedef again list[2];
async int (*pick(int n))(void) { return n == 1 ? one : two; }
static source *pick_typed(int n) { return n == 1 ? one : two; }
static again pick_again(int n) { return pick(n); }
typedef async int (*picker(int))(void);
static async int (*(*picked)(int))(void) = pick;
static picker *picked_typed = pick;
struct holder { async int (*field)(void); source *typed; again again; list list; async int (*array[2])(void); source *(*get)(int); };
static async int (*(*table[2])(int))(void) = { pick, pick };
static async int apply(async int (*f)(void)) { return await f(); }
static async int apply_array(async int (*f[])(void), int n) { int s = 0; for (int i = 0; i < n; i++) s += await f[i](); return s; }
static async int apply_function(async int f(int), int x) { return await f(x); }
static int apply_plain(int (*f)(void)) { return f(); }
static void set(source **to, source *f) { *to = f; }
static source *identity(source *f) { return f; }
union either { source *a; int (*p)(void); };
async int main(void)
{
    source *f = one, **pf = &f;
    int n = await pick(1)() + 10 * await pick_typed(2)() + 100 * await pick_again(1)();
    printf("%d\n", n);
    printf("%d %d\n", await picked(2)(), await (*picked_typed)(1)());
    struct holder h = { one, two, one, { one, two }, { two, one }, pick_typed };
    printf("%d %d %d %d %d %d\n", await h.field(), await h.typed(), await h.again(), await h.list[1](), await h.array[0](), await h.get(2)());
    printf("%d\n", await table[1](2)());
    printf("%d %d %d\n", await apply(n ? one : two), await apply_array(h.array, 2), await apply_function(twice, 4));
    printf("%d\n", apply_plain(plain));
    set(&f, two);
    set(pf, f == one ? one : two);
    printf("%d %d\n", await f(), await (*pf)());
    printf("%d\n", await (n > 3 ? f : pick(1))());
    printf("%d\n", await identity(one)());
    void *opaque = (void *)one;
    printf("%d\n", await ((source *)opaque)());
    union either u = { .a = two };
    printf("%d\n", await u.a());
    u.p = plain;
    printf("%d\n", u.p());
    source *lists[] = { one, [2] = two }, *(*pl)[3] = &lists;
    printf("%d %d\n", await (*pl)[0](), await (*lists[2])());
    __typeof__(one) *t = two;
    printf("%d\n", await t());
    __auto_type au = one;
    printf("%d\n", await au());
    printf("%d\n", await (&one)() + await (*two)() + await (**two)());
    printf("%d\n", await (source_pointer){ one }());
    printf("%d\n", await ({ source *in = two; in; })());
    printf("%d\n", await ((void)n, one)());
    printf("%d\n", await (f = one)());
    printf("%d\n", await ((struct holder){ .typed = two }).typed());
    return 0;
}
