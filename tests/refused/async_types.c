/* pitfalls: 107 */
/* Async functions where plain ones are expected, and the other way round, wherever a type can say so. */
#include <asyncc.h>
#include <stdlib.h>
static async int one(void) { await async_yield(); return 1; }
static int plain(void) { return 3; }
typedef async int source(void);
typedef int plain_source(void);
typedef source *again;
struct holder { again again; source *array[2]; plain_source *p; struct { source *in; } nested; };
static void set(source **to, source *f) { *to = f; }
static void set_plain(plain_source *f) { (void)f; }
static void (*setter)(source *) = 0;
static void (*setter2)(async int (*)(void)) = 0;
static void (*plain_setter)(int (*)(void)) = 0;
struct ops { void (*set)(async int (*f)(void)); void (*set_plain)(int (*f)(void)); };
async int (*pick(int n))(void) { return n == 1 ? one : plain; }
int (*pick_plain(int n))(void) { return n ? one : plain; }
static source *typed(void) { return plain; }
static int (*(*picked)(int))(void) = pick;
static async int (*(*picked2)(int))(void) = pick_plain;
static async int (*(*picked3)(int))(void) = pick;
static source **address;
static plain_source **plain_address;
static again list[] = { one, plain };
static struct holder h = { .again = plain, .array = { [1] = plain }, .p = one, .nested = { plain } };
static struct holder hs[] = { { plain, { 0 }, one, { one } } };
int user(int n)
{
    setter(plain);
    setter2(plain);
    plain_setter(one);
    struct ops o = { 0 };
    o.set(plain);
    o.set_plain(one);
    address = &h.p;
    plain_address = &h.again;
    set(&h.p, one);
    plain_source *p = n ? one : plain;
    source *s = n ? one : plain;
    s = n ? plain : (source *)0;
    p = (plain_source *)one;
    s = (source *)plain;
    int x = ((int (*)(void))one)();
    x += one();
    x += h.again();
    x += h.array[0]();
    x += picked3(1)();
    x += pick(1)();
    x += (*picked3)(2)();
    x += (n ? one : h.again)();
    x += (0, one)();
    plain_source *q = (0, one);
    q = ({ one; });
    q = *&h.again;
    set_plain(h.nested.in);
    int (*l[])(void) = { one };
    __auto_type a = one;
    q = a;
    atexit((void (*)(void))one); /* another type: what it points to is hidden */
    s = ((async int (*)(void))p);
    return x + (p == s) + (q == l[0]);
}
async int caller(source *f, plain_source *g)
{
    return await g() + await f() + await picked(1)() + await pick_plain(1)();
}
