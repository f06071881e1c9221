/* options: -Wno-cast-qual */
/* Structs and unions that have something const anywhere inside, arrays and elements of arrays too, cannot be assigned. */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int row[3];
struct named { const char name[4]; int k; };
struct nested { struct named in[2]; union { const row r; long l; }; int k; };
struct marked { const struct { int z; } marks[2]; int v; };
struct pair { const int c; int k; };
union mixed { const char text[4]; int k; };

static async int f(int v)
{
    await async_yield();
    return v;
}

static async struct named make(int k)
{
    await async_yield();
    return (struct named){ "ab", k };
}

static async struct named at_once(int k)
{
    return (struct named){ "cd", k };
}

static async struct nested nest(struct named first, int k)
{
    defer printf("<%d> ", k);
    struct nested n = { .in = { [1] = first }, .r = { 1, await f(k) }, .k = k };
    if (k == 3)
        return n;
    await f(1);
    return (struct nested){ .in = { n.in[1], await make(k) }, .k = n.k };
}

static async union mixed mix(struct marked m, union mixed u)
{
    struct marked *p = &m;
    await f(1);
    return (union mixed){ .k = p->v + u.k };
}

async struct nested shared(struct nested n, int k);

async struct nested shared(struct nested n, int k)
{
    await f(k);
    return n;
}

static async void locals(void)
{
    const struct { const char n[4]; int k; } untagged = { "ab", await f(2) };
    struct named one = { "cd", await f(3) }, two = await make(4), three[2] = { one, await make(5) };
    struct nested n = await nest(two, 3), m = await f(1) ? await nest(one, 6) : n;
    struct marked marked = { .v = await f(7) };
    union mixed u = await mix(marked, (union mixed){ .k = await f(8) });
    volatile struct named device = { .k = await f(9) };
    _Atomic struct pair shown = (struct pair){ 1, await f(12) };
    await f(1);
    printf("%c%d %s%d %s%d %d ", untagged.n[1], untagged.k, one.name, one.k, two.name, two.k, three[1].k);
    printf("%d %d %d %d %d %d %d\n", n.in[1].k, n.r[1], m.in[0].k, marked.v, marked.marks[1].z, u.k, device.k);
    printf("%d %d\n", _Generic(&n.r[0], const int *: 1, int *: 2), _Generic(&one.name[0], const char *: 1, char *: 2));
    struct pair loaded = shown;
    printf("%d\n", loaded.k);
    __typeof__(n) same = { .k = await f(10) };
    __auto_type copy = n;
    struct named *heap = malloc(sizeof *heap), *literal = &(struct named){ "ef", await f(11) };
    struct named taken = *literal;
    memcpy(heap, &taken, sizeof *heap);
    await f(1);
    printf("%d %d %s %s\n", same.k, copy.k, literal->name, heap->name);
    free(heap);
}

static async void expressions(async struct named (*how)(int))
{
    struct nested n = await nest(await how(1), 3);
    printf("%d %c ", (await how(2)).k + (await f(1), await make(3)).k, (await how(4)).name[await f(1)]);
    printf("%d ", (await f(1) ? n : (struct nested){ .k = 5 }).k + (n.k ? await make(6) : await at_once(7)).k);
    struct named e = ({ await f(0); await how(8); }), g = (await f(1), n.in[1]);
    await f(1);
    printf("%d %d %d\n", e.k, g.k, (await shared(n, 1)).r[1]);
}

static async void tasks(void)
{
    task(struct named) t = create_task(make(1));
    task(struct nested) u = create_task(nest(await make(2), 3));
    struct nested joined = await join(u);
    task(struct nested) v = create_task(shared(joined, 1));
    printf("%d %d %d ", (await join(t)).k, joined.in[1].k, (await join(v)).r[1]);
    await gather(make(1), at_once(2), shared(joined, 3));
    printf("%d %d ", await timeout(5, timeout(5, make(1))), await race(at_once(2)));
    for (int i = 0; i < 3; i++) {
        const struct named each = { "x", await f(i) };
        if (await f(i) == 1)
            continue;
        await f(1);
        printf("%d ", each.k);
    }
    switch (await f(2)) {
    case 2:;
        struct marked inner = { .v = await f(5) };
        await f(1);
        printf("%d\n", inner.v);
    }
}

async int main(void)
{
    await locals();
    await expressions(make);
    await expressions(at_once);
    await tasks();
    return 0;
}
