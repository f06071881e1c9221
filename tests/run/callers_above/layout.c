/* Callers and callees where different packings hold. */
#include <asyncc.h>
#include <stddef.h>
#include <stdio.h>
#include "check.h"

/* pack between */
struct pack_between_big {
    char c;
    long l;
};
async long pack_between_get(struct pack_between_big b);
#pragma pack(push, 1)
struct pack_between_tight {
    char c;
    long l;
};
async int pack_between(void)
{
    struct pack_between_tight t = {1, 2};
    CHECK(sizeof t == 9);
    struct pack_between_big b = {1, 2};
    CHECK(await pack_between_get(b) == 3 + 16);
    CHECK(t.l == 2);
    return 0;
}
#pragma pack(pop)
async long pack_between_get(struct pack_between_big b)
{
    struct pack_between_in {
        char c;
        long l;
    } i = {b.c, b.l}, *p = &i;
    await async_yield();
    return p->c + p->l + (long)sizeof(struct pack_between_in);
}

/* pack callee */
async long pack_callee_get(int n);
async int pack_callee(void)
{
    CHECK(await pack_callee_get(1) == 12);
    return 0;
}
#pragma pack(push, 1)
async long pack_callee_get(int n)
{
    struct pack_callee_in {
        char c;
        long l;
    } i = {1, 2}, *p = &i;
    await async_yield();
    return p->c + p->l + (long)sizeof(struct pack_callee_in) * n;
}
#pragma pack(pop)
