/* An async function where a pointer to a plain one is expected: initialisation, assignment, argument, return, cast. */
#include <asyncc.h>
#include <stdlib.h>

static async int compare(const void *a, const void *b)
{
    await async_yield();
    return a < b;
}

struct vtable { int (*compare)(const void *, const void *); };

static int (*at_file_scope)(const void *, const void *) = compare;

typedef int plain(const void *, const void *);

static plain *returned(void)
{
    return compare;
}

void use(int *list)
{
    int (*p)(const void *, const void *) = compare;
    struct vtable v = {compare};
    p = &compare;
    v.compare = *compare;
    qsort(list, 1, sizeof *list, compare);
    at_file_scope = list ? compare : p;
    (void)returned;
}
