/* Callers above directives that define or undefine what their callees' frames mention. */
#include <asyncc.h>
#include <stddef.h>
#include <stdio.h>
#include "check.h"

/* macro type between */
typedef long macro_type_between_T;
async long macro_type_between_get(long n);
#define macro_type_between_T char
async int macro_type_between(void)
{
    macro_type_between_T c = 'a';
    CHECK(sizeof c == 1);
    CHECK(await macro_type_between_get(100000000000) == 100000000001);
    return 0;
}
#undef macro_type_between_T
async long macro_type_between_get(long n)
{
    macro_type_between_T k = n;
    macro_type_between_T *p = &k;
    await async_yield();
    return *p + 1;
}

/* macro type later */
typedef char macro_type_later_T;
async long macro_type_later_get(long n);
async int macro_type_later(void)
{
    macro_type_later_T c = 'a';
    CHECK(sizeof c == 1);
    CHECK(await macro_type_later_get(100000000000) == 100000000001);
    return 0;
}
#define macro_type_later_T long
async long macro_type_later_get(long n)
{
    macro_type_later_T k = n;
    macro_type_later_T *p = &k;
    await async_yield();
    return *p + 1;
}

/* macro local name */
async int macro_local_name_get(int n);
#define value 5
async int macro_local_name(void)
{
    CHECK(await macro_local_name_get(2) == value);
    return 0;
}
#undef value
async int macro_local_name_get(int n)
{
    int value = n;
    int *p = &value;
    await async_yield();
    return *p + 3;
}

/* macro local name live */
async int macro_local_name_live_get(int n);
#define value other
async int macro_local_name_live(void)
{
    CHECK(await macro_local_name_live_get(2) == 5);
    return 0;
}
#undef value
async int macro_local_name_live_get(int n)
{
    int value = n + 3;
    await async_yield();
    return value;
}

/* macro param name */
async int macro_param_name_get(int n);
#define n 5
async int macro_param_name(void)
{
    CHECK(await macro_param_name_get(2) == n);
    int r;
    await gather(r = macro_param_name_get(2));
    CHECK(r == 5);
    return 0;
}
#undef n
async int macro_param_name_get(int n)
{
    await async_yield();
    return n + 3;
}

/* array later size */
async int array_later_size_get(void);
async int array_later_size(void)
{
    CHECK(await array_later_size_get() == 7);
    return 0;
}
#define SIZE 7
async int array_later_size_get(void)
{
    char b[SIZE];
    b[0] = 1;
    char *p = b;
    await async_yield();
    return (int)sizeof b * *p;
}
#undef SIZE

/* local type macro */
#define SIZE 3
async int local_type_macro_get(void);
async int local_type_macro(void)
{
    CHECK(SIZE == 3);
    CHECK(await local_type_macro_get() == 7);
    return 0;
}
#undef SIZE
#define SIZE 7
async int local_type_macro_get(void)
{
    struct local_type_macro_l {
        char b[SIZE];
    } x, *p = &x;
    x.b[0] = 1;
    await async_yield();
    return (int)sizeof *p * p->b[0];
}
#undef SIZE

/* alignas macro */
#define LINE 16
async int alignas_macro_get(void);
async int alignas_macro(void)
{
    CHECK(LINE == 16);
    CHECK(await alignas_macro_get() == 64);
    return 0;
}
#undef LINE
#define LINE 64
async int alignas_macro_get(void)
{
    _Alignas(LINE) char b[8];
    char *p = b;
    b[0] = 1;
    await async_yield();
    return (int)((size_t)p % LINE) + (p[0] ? LINE : 0);
}
#undef LINE

/* alignas enum */
async int alignas_enum_get(void);
async int alignas_enum(void)
{
    CHECK(await alignas_enum_get() == 32);
    return 0;
}
enum { LINE = 32 };
async int alignas_enum_get(void)
{
    _Alignas(LINE) char b[8];
    char *p = b;
    b[0] = 1;
    await async_yield();
    return (int)((size_t)p % LINE) + (p[0] ? LINE : 0);
}

/* param attr macro */
async int param_attr_macro_get(int a, int b);
async int param_attr_macro(void)
{
    CHECK(await param_attr_macro_get(1, 2) == 1);
    return 0;
}
#define UNUSED __attribute__((unused))
#define NOINLINE __attribute__((noinline))
NOINLINE async int param_attr_macro_get(int a, int b UNUSED)
{
    int k = a, *p = &k;
    await async_yield();
    return *p;
}
#undef UNUSED
#undef NOINLINE

/* push pop macro */
typedef long push_pop_macro_T;
async long push_pop_macro_get(long n);
#pragma push_macro("push_pop_macro_T")
#define push_pop_macro_T char
async int push_pop_macro(void)
{
    push_pop_macro_T c = 'a';
    CHECK(sizeof c == 1);
    CHECK(await push_pop_macro_get(100000000000) == 100000000001);
    return 0;
}
#pragma pop_macro("push_pop_macro_T")
async long push_pop_macro_get(long n)
{
    push_pop_macro_T k = n;
    push_pop_macro_T *p = &k;
    await async_yield();
    return *p + 1;
}

/* tag macro */
#define tag_macro_node tag_macro_node_a
struct tag_macro_node {
    int v;
};
#undef tag_macro_node
#define tag_macro_node tag_macro_node_b
struct tag_macro_node {
    char v[40];
};
async int tag_macro_get(int n);
async int tag_macro(void)
{
    struct tag_macro_node n;
    CHECK(sizeof n == 40);
    CHECK(await tag_macro_get(2) == 2 + 4);
    return 0;
}
#undef tag_macro_node
#define tag_macro_node tag_macro_node_a
async int tag_macro_get(int n)
{
    struct tag_macro_node x = {n}, *p = &x;
    await async_yield();
    return p->v + (int)sizeof *p;
}

/* keyword macro between */
async int keyword_macro_between_get(int n);
#define int long
async long keyword_macro_between_other(void)
{
    int x = 5;
    await async_yield();
    return (long)sizeof x;
}
#undef int
async int keyword_macro_between(void)
{
    CHECK(await keyword_macro_between_get(2) == 2);
    CHECK(await keyword_macro_between_other() == 8);
    return 0;
}
async int keyword_macro_between_get(int n)
{
    int k = n, *p = &k;
    await async_yield();
    return *p;
}

/* unsigned macro above */
async int unsigned_macro_above_get(int n);
#define short char
async int unsigned_macro_above(void)
{
    short x = 1;
    CHECK(sizeof x == 1);
    CHECK(await unsigned_macro_above_get(2000) == 2000);
    return 0;
}
#undef short
async int unsigned_macro_above_get(int n)
{
    short k = (short)n, *p = &k;
    await async_yield();
    return *p;
}

/* void ptr params by macro */
#define API
API async int void_ptr_params_by_macro_get(const char *s);
async int void_ptr_params_by_macro(void)
{
    CHECK(await void_ptr_params_by_macro_get("abc") == 3);
    return 0;
}
#include <string.h>
API async int void_ptr_params_by_macro_get(const char *s)
{
    size_t n = strlen(s), *p = &n;
    await async_yield();
    return (int)*p;
}
#undef API

/* if region */
async int if_region_get(int n);
#if 1
async int if_region(void)
{
    CHECK(await if_region_get(2) == 3);
    return 0;
}
#endif
#ifdef NOPE
#error no
#else
#include <stdint.h>
async int if_region_get(int n)
{
    uint8_t k = (uint8_t)n, *p = &k;
    await async_yield();
    return *p + 1;
}
#endif
