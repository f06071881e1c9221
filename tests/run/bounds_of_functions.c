/* Arrays in the frame, with bounds that nothing outside of the function has: what its text says cannot be asserted there. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

#define SIZE(n) sizeof(({ int first = n; first; }))
#define VALUES(n) sizeof((int[]){ n, plain(3) })
#define NAMED sizeof __func__
#define BOUNDS(name, ...) static async int name(void) { char a[__VA_ARGS__] = { 1 }; await yielded(a); return (int)sizeof a; }

static int plain(int n) { return n + 1; }
static async short later(short n) { await async_yield(); return n; }
static async void yielded(char *p) { await async_yield(); *p = 0; }

static async int block(void) { char a[sizeof(({ typedef short inner; (inner)7; })) + 1] = { 1 }; await yielded(a); return (int)sizeof a; }
static async int block_of_macro(void) { char a[SIZE(3)] = { 1 }; await yielded(a); return (int)sizeof a; }
static async int chosen(void) { char a[__builtin_choose_expr(1, 7, ({ 3; }))] = { 1 }; await yielded(a); return (int)sizeof a; }
static async int values(void) { char a[sizeof((int[]){ 1, plain(2), 3 })] = { 1 }; await yielded(a); return (int)sizeof a; }
static async int values_of_macro(void) { char a[VALUES(1)] = { 1 }; await yielded(a); return (int)sizeof a; }
static async int its_name(void) { char a[sizeof __func__ + 4]; strcpy(a, "is "); await yielded(a); return (int)sizeof a; }
static async int its_name_by_macro(void) { char a[NAMED] = { 1 }; await yielded(a); return (int)sizeof a; }
static async int its_other_name(void) { char a[sizeof __FUNCTION__] = { 1 }; await yielded(a); return (int)sizeof a; }
static async int async_call(void) { char a[sizeof(await later(1)) + 5] = { 1 }; await yielded(a); return (int)sizeof a; }
static async int label(void) { char a[sizeof(&&end) / sizeof(void *)] = { 1 }; await yielded(a); if (*a) goto end; *a = 1; end: return (int)sizeof a; }
BOUNDS(in_a_macro, sizeof(({ int n = 3; n; })))

/* Where it is included, its line is not that of the assertion. */
static async int included(void)
{
    char a[
#include "bounds_of_functions.inc"
    ] = { 1 };
    await yielded(a);
    return (int)sizeof a;
}

async int main(void)
{
    printf("%d %d %d\n", await block(), await block_of_macro(), await chosen());
    printf("%d %d %d\n", await values(), await values_of_macro(), plain(4));
    printf("%d %d %d\n", await its_name(), await its_name_by_macro(), await its_other_name());
    printf("%d %d %d %d\n", await async_call(), await label(), await in_a_macro(), await included());
    return 0;
}
