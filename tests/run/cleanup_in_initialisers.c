/* What leaves in the initialiser of a variable with cleanup, a return or a cancel, does not end what has not begun. */
/* no elision */
#include <asyncc.h>
#include <stdio.h>

struct note {
    unsigned *hash, value;
};

static unsigned notes;

static void left(struct note *n)
{
    notes++;
    if (n->hash)
        *n->hash += n->value;
}

#define TRY(...) ({ unsigned e_ = (__VA_ARGS__); if (e_ % 5u == 0u) return e_; e_; })

static async unsigned same(unsigned v)
{
    await async_yield();
    return v;
}

static async unsigned tried(unsigned x)
{
    unsigned hash = 1;
    await same(x);
    for (unsigned i = 0; i < 2; i++) {
        __attribute__((cleanup(left))) struct note n = { &hash, TRY(x + i) };
        hash++;
    }
    return hash;
}

static async unsigned deferred(unsigned x)
{
    unsigned hash = 1;
    defer printf("deferred\n");
    {
        __attribute__((cleanup(left))) struct note n = { &hash, TRY(x) };
        hash++;
    }
    return hash;
}

static async unsigned awaited(unsigned x)
{
    __attribute__((cleanup(left))) struct note n = { &notes, await same(x) };
    return notes + x;
}

static async unsigned several(unsigned x)
{
    __attribute__((cleanup(left))) struct note n = { &notes, 1 }, m = { &notes, await same(x) }, o = { NULL, TRY(x) };
    return notes;
}

async int main(void)
{
    for (unsigned i = 4; i < 7; i++)
        printf("%u\n", await tried(i));
    printf("%u %u\n", await deferred(5), await deferred(6));
    printf("%u notes\n", notes);
    task(unsigned) t = create_task(awaited(3)), u = create_task(awaited(7));
    await async_yield();
    task_cancel(t);
    await async_yield();
    printf("%d\n", task_done(t));
    task_unref(t);
    printf("%u, %u notes\n", await join(u), notes);
    printf("%u %u\n", await several(5), await several(1));
    printf("%u notes\n", notes);
    return 0;
}
