/* pitfalls: 31 */
/*
 * Async functions that are defined in headers, used from two files; the headers include others, beside them, before
 * and after; with guards, with #pragma once, several times, under conditions and by way of macros.
 */
#include "plain.h"
#include <asyncc.h>
#include <stdio.h>
#include <string.h>
#define NESTED "sub/counter.h"
#define WANTED 1
#include "tools.h" /* a comment that
                      goes on */
#if WANTED
# include NESTED
#else
# include "sub/nowhere.h"
#endif
#include "tools.h"
#include "sub/once.h"
#include "sub/operator.h"
#include "operator.h"
#include "plain.h"
#include "both.h"
#include "other.h"

#define ITEM(name, value) static async int name(void) { return await doubled(value); }
#include "items.def"
#undef ITEM
#define ITEM(name, value) { #name, name },
static const struct {
    const char *name;
    async int (*get)(void);
} items[] = {
#include "items.def"
};
#undef ITEM

#include "parts/part.c"

#ifdef LEFT_OVER
#error "the header undefines it"
#endif

async int main(void)
{
    printf("%d %d %d\n", await doubled(4), await counted(3), await once(1) + await tripled(2));
    printf("%d %d\n", await from_part(5), await other(6));
    for (int i = 0; i < 3; i++)
        printf("%s %d\n", items[i].name, await items[i].get());
    int a = await doubled(10), b = await counted(20);
    printf("%d %d %d\n", a, b, await maximum(a, b));
    printf("%s:%d\n", strstr(__FILE__, "main.c"), __LINE__);
    async int (*pointer)(int) = external;
    printf("%d %d %d\n", header_line(), await external(3), await pointer(4));
    return 0;
}
