/* pitfalls: 104, 105, 111 */
/* Async functions that are declared and never defined or used; unused static ones; empty translation of the rest. */
#include <asyncc.h>
#include <stdio.h>

async int never_defined(int a, const char *b);
async void never_used(void);
extern async int (*never_set)(int);
typedef async void callback(void *data);

async void never_used(void)
{
    await async_yield();
}

__attribute__((unused)) static async int unused(int v)
{
    return v;
}

static inline __attribute__((unused)) async int also_unused(int v)
{
    await async_yield();
    return v;
}

struct holder { callback *call; void *data; };

async int main(void)
{
    struct holder h = {NULL, NULL};
    if (h.call)
        await h.call(h.data);
    printf("%d\n", h.data == NULL);
    return 0;
}
