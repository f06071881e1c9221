/* Callers that stand above what their callees' frames and prototypes mention: types, complete or not, other
 * words for them. */
#include <asyncc.h>
#include <stddef.h>
#include <stdio.h>
#include "check.h"

/* typedef result */
struct typedef_result_r {
    int a;
    long b;
};
async struct typedef_result_r typedef_result_get(int n);
async int typedef_result(void)
{
    struct typedef_result_r x = await typedef_result_get(3);
    CHECK(x.a == 3 && x.b == 6);
    return 0;
}
typedef struct typedef_result_r typedef_result_R;
async typedef_result_R typedef_result_get(int n)
{
    typedef_result_R x = {n, 0};
    await async_yield();
    x.b = 2 * n;
    return x;
}

/* typedef param */
struct typedef_param_s {
    int a;
};
async int typedef_param_get(struct typedef_param_s *p, unsigned char c);
async int typedef_param(void)
{
    struct typedef_param_s x = {4};
    CHECK(await typedef_param_get(&x, 3) == 7);
    int r;
    await gather(r = typedef_param_get(&x, 250));
    CHECK(r == 254);
    return 0;
}
typedef struct typedef_param_s typedef_param_S;
typedef unsigned char typedef_param_u8;
async int typedef_param_get(typedef_param_S *p, typedef_param_u8 c);
async int typedef_param_get(typedef_param_S *p, typedef_param_u8 c)
{
    typedef_param_u8 k = c;
    typedef_param_u8 *q = &k;
    await async_yield();
    return p->a + *q;
}

/* plain callee */
struct plain_callee_s {
    int a;
};
static async int plain_callee_get(struct plain_callee_s *p, unsigned char c);
async int plain_callee(void)
{
    struct plain_callee_s x = {4};
    CHECK(await plain_callee_get(&x, 3) == 7);
    int r;
    await gather(r = plain_callee_get(&x, 250));
    CHECK(r == 254);
    return 0;
}
typedef struct plain_callee_s plain_callee_S;
typedef unsigned char plain_callee_u8;
static async int plain_callee_get(plain_callee_S *p, plain_callee_u8 c)
{
    struct {
        plain_callee_u8 x[3];
    } l;
    l.x[0] = c;
    return p->a + l.x[0];
}

/* incomplete completed */
struct incomplete_completed_node;
async int incomplete_completed_get(struct incomplete_completed_node *n);
async int incomplete_completed_make(int v);
async int incomplete_completed(void)
{
    CHECK(await incomplete_completed_get(NULL) == -1);
    CHECK(await incomplete_completed_make(3) == 4);
    return 0;
}
struct incomplete_completed_node {
    int v;
    struct incomplete_completed_node *next;
};
async int incomplete_completed_get(struct incomplete_completed_node *n)
{
    if (!n) return -1;
    struct incomplete_completed_node copy = *n, *p = &copy;
    await async_yield();
    return p->v;
}
async int incomplete_completed_make(int v)
{
    struct incomplete_completed_node n = {v, NULL};
    struct incomplete_completed_node all[2] = {n, n};
    int r = await incomplete_completed_get(&n);
    return r + (all[1].v == v);
}

/* enum later */
async int enum_later_get(int n);
async int enum_later(void)
{
    CHECK(await enum_later_get(2) == 2);
    return 0;
}
enum enum_later_color { ENUM_LATER_RED, ENUM_LATER_GREEN, ENUM_LATER_BLUE };
async int enum_later_get(int n)
{
    enum enum_later_color c = (enum enum_later_color)n, *p = &c;
    await async_yield();
    return *p == ENUM_LATER_BLUE ? 2 : 0;
}

/* tentative */
extern int tentative_table[];
static int tentative_counter;
async int tentative_get(int n);
async int tentative(void)
{
    CHECK(await tentative_get(2) == 30);
    CHECK(tentative_counter == 1);
    return 0;
}
static int tentative_counter = 0;
int tentative_table[3] = {10, 20, 30};
async int tentative_get(int n)
{
    int copy[sizeof tentative_table / sizeof *tentative_table], *p = copy;
    for (int i = 0; i < 3; i++)
        copy[i] = tentative_table[i];
    await async_yield();
    tentative_counter++;
    return p[n];
}

/* block prototype */
async int block_prototype(void)
{
    async int block_prototype_get(int n);
    CHECK(await block_prototype_get(2) == 3);
    return 0;
}
#include <stdint.h>
async int block_prototype_get(int n)
{
    int8_t k = (int8_t)n, *p = &k;
    await async_yield();
    return *p + 1;
}

/* unit only */
struct unit_only_in {
    int x;
};
async int unit_only_get(struct unit_only_in *p);
async int unit_only(void)
{
    struct unit_only_in i = {5};
    int a, b;
    await gather(a = unit_only_get(&i), b = unit_only_get(&i));
    CHECK(a + b == 10);
    CHECK(await timeout(1, a = unit_only_get(&i)) == 0);
    CHECK(a == 5);
    task(int) t = create_task(unit_only_get(&i));
    CHECK(await join(t) == 5);
    return 0;
}
typedef struct unit_only_in unit_only_in_t;
async int unit_only_get(unit_only_in_t *p)
{
    await async_yield();
    return p->x;
}

/* typeof later */
async int typeof_later_get(int n);
async int typeof_later(void)
{
    CHECK(await typeof_later_get(2) == 4);
    return 0;
}
static struct {
    int x;
} typeof_later_obj = {2};
async int typeof_later_get(int n)
{
    __typeof__(typeof_later_obj) c = typeof_later_obj;
    __typeof__(typeof_later_obj.x) *p = &c.x;
    __auto_type d = c;
    await async_yield();
    return *p + d.x + n - 2;
}

/* fnptr typedef */
async int fnptr_typedef_get(int (*f)(int), int n);
static int fnptr_typedef_twice(int n)
{
    return 2 * n;
}
async int fnptr_typedef(void)
{
    CHECK(await fnptr_typedef_get(fnptr_typedef_twice, 2) == 4);
    return 0;
}
typedef int fnptr_typedef_fn(int);
async int fnptr_typedef_get(fnptr_typedef_fn *f, int n)
{
    fnptr_typedef_fn *g = f;
    fnptr_typedef_fn **p = &g;
    await async_yield();
    return (*p)(n);
}

/* vla param */
async int vla_param_get(int n, int (*a)[n]);
async int vla_param(void)
{
    int a[2][3] = {{1, 2, 3}, {4, 5, 6}};
    CHECK(await vla_param_get(3, a) == 5);
    return 0;
}
typedef int vla_param_num;
async int vla_param_get(vla_param_num n, vla_param_num (*a)[n])
{
    await async_yield();
    return a[1][1] + (int)(sizeof *a / sizeof(vla_param_num)) - n;
}

/* anon typedef later */
async int anon_typedef_later_get(int n);
async int anon_typedef_later(void)
{
    CHECK(await anon_typedef_later_get(2) == 4);
    return 0;
}
typedef struct {
    int x, y;
} anon_typedef_later_pair;
async int anon_typedef_later_get(int n)
{
    anon_typedef_later_pair q = {n, n}, *p = &q;
    anon_typedef_later_pair all[2] = {q, q};
    await async_yield();
    return p->x + all[1].y;
}

/* nested later */
async int nested_later_get(int n);
async int nested_later(void)
{
    CHECK(await nested_later_get(2) == 4);
    return 0;
}
struct nested_later_outer {
    struct nested_later_inner {
        int x;
    } in;
    enum nested_later_kind { nested_later_A, nested_later_B } k;
};
async int nested_later_get(int n)
{
    struct nested_later_inner q = {n}, *p = &q;
    enum nested_later_kind k = nested_later_B;
    enum nested_later_kind *r = &k;
    await async_yield();
    return p->x + *r + 1;
}

/* pointer to undeclared tag */
async int pointer_to_undeclared_tag_get(int n);
async int pointer_to_undeclared_tag(void)
{
    CHECK(await pointer_to_undeclared_tag_get(2) == 2);
    return 0;
}
struct pointer_to_undeclared_tag_late {
    int x;
};
async int pointer_to_undeclared_tag_get(int n)
{
    struct pointer_to_undeclared_tag_late l = {n}, *p = &l, **q = &p;
    await async_yield();
    return (*q)->x;
}

/* recursion above */
typedef struct recursion_above_tree recursion_above_tree;
static async int recursion_above_sum(recursion_above_tree *t);
#include <stdlib.h>
struct recursion_above_tree {
    recursion_above_tree *l, *r;
    int v;
};
async int recursion_above(void)
{
    recursion_above_tree a = {NULL, NULL, 1}, b = {&a, NULL, 2};
    CHECK(await recursion_above_sum(&b) == 3);
    return 0;
}
static async int recursion_above_sum(struct recursion_above_tree *t)
{
    if (!t) return 0;
    int l = await recursion_above_sum(t->l);
    int r = await recursion_above_sum(t->r);
    await async_yield();
    return l + r + t->v;
}

/* const member */
struct const_member_c {
    const int x;
};
async struct const_member_c const_member_get(int n);
async int const_member(void)
{
    struct const_member_c x = await const_member_get(3);
    CHECK(x.x == 3);
    return 0;
}
typedef struct const_member_c const_member_C;
async const_member_C const_member_get(int n)
{
    await async_yield();
    return (const_member_C){n};
}

/* local enum */
static async int local_enum_tail(int n);
async int local_enum(void)
{
    CHECK(await local_enum_tail(2) == 2);
    return 0;
}
static async int local_enum_tail(int n)
{
    enum local_enum_e { X, Y, Z } k = (enum local_enum_e)n, *p = &k;
    await async_yield();
    return *p;
}

/* extern in between */
extern async int extern_in_between_get(int n);
async int extern_in_between_first(void)
{
    return await extern_in_between_get(1);
}
typedef int extern_in_between_n_t;
extern async extern_in_between_n_t extern_in_between_get(extern_in_between_n_t n);
async int extern_in_between_second(void)
{
    return await extern_in_between_get(2);
}
async int extern_in_between(void)
{
    CHECK(await extern_in_between_first() == 1);
    CHECK(await extern_in_between_second() == 2);
    return 0;
}
async extern_in_between_n_t extern_in_between_get(extern_in_between_n_t n)
{
    extern_in_between_n_t k = n, *p = &k;
    await async_yield();
    return *p;
}

/* complex array param */
async int complex_array_param_get(char b[16]);
async int complex_array_param(void)
{
    char b[16] = {3};
    CHECK(await complex_array_param_get(b) == 3);
    return 0;
}
typedef char complex_array_param_buf[16];
typedef char *complex_array_param_str;
async int complex_array_param_get(complex_array_param_buf b)
{
    complex_array_param_buf copy;
    complex_array_param_str p = copy;
    copy[0] = b[0];
    await async_yield();
    return *p;
}

/* vector later */
async int vector_later_get(int n);
async int vector_later(void)
{
    CHECK(await vector_later_get(2) == 4);
    return 0;
}
typedef int vector_later_v4 __attribute__((vector_size(16)));
typedef int vector_later_aligned_int __attribute__((aligned(64)));
async int vector_later_get(int n)
{
    vector_later_v4 v = {n, n, n, n}, *p = &v;
    vector_later_aligned_int i = 0;
    vector_later_aligned_int *q = &i;
    await async_yield();
    return (*p)[1] + v[2] + (int)((size_t)q % 64);
}

/* cleanup later */
async int cleanup_later_get(int n);
static int cleanup_later_ran;
async int cleanup_later(void)
{
    CHECK(await cleanup_later_get(2) == 2);
    CHECK(cleanup_later_ran == 2);
    return 0;
}
static void cleanup_later_clean(int *p)
{
    cleanup_later_ran = *p;
}
async int cleanup_later_get(int n)
{
    __attribute__((cleanup(cleanup_later_clean))) int k = n;
    await async_yield();
    return k;
}

/* static inline */
static inline async int static_inline_get(int n);
static async int static_inline_use(int n)
{
    return await static_inline_get(n) + await static_inline_get(n + 1);
}
async int static_inline(void)
{
    CHECK(await static_inline_use(1) == 5);
    return 0;
}
typedef int static_inline_mine;
static inline async int static_inline_get(static_inline_mine n)
{
    static_inline_mine k = n + 0, *p = &k;
    await async_yield();
    return *p + (n == 2 ? 0 : 0) + (n == 1 ? 1 : 1);
}

/* fn name macro */
#define fn_name_macro_helper fn_name_macro_helper_a
static async int fn_name_macro_helper(int n)
{
    await async_yield();
    return n;
}
async int fn_name_macro_a(void)
{
    return await fn_name_macro_helper(1);
}
#undef fn_name_macro_helper
#define fn_name_macro_helper fn_name_macro_helper_b
static async int fn_name_macro_helper(int n);
async int fn_name_macro_b(void)
{
    return await fn_name_macro_helper(1);
}
async int fn_name_macro(void)
{
    CHECK(await fn_name_macro_a() == 1);
    CHECK(await fn_name_macro_b() == 2);
    return 0;
}
static async int fn_name_macro_helper(int n)
{
    int k = n, *p = &k;
    await async_yield();
    return *p + 1;
}
#undef fn_name_macro_helper

/* deep chain */
async int deep_chain_a(int n);
async int deep_chain_b(int n);
static async int deep_chain_c(int n);
async int deep_chain(void)
{
    CHECK(await deep_chain_a(1) == 115);
    int r;
    await gather(r = deep_chain_b(1));
    CHECK(r == 114);
    return 0;
}
async int deep_chain_a(int n)
{
    int k = n, *p = &k;
    int r = await deep_chain_b(n);
    return r + *p;
}
#include <stdint.h>
async int deep_chain_b(int n)
{
    int32_t k = n, *p = &k;
    int r = await deep_chain_c(n + 2);
    return r + *p + 10;
}
struct deep_chain_late {
    int32_t x, y;
};
static async int deep_chain_c(int n)
{
    struct deep_chain_late l = {n, 100}, *p = &l;
    await async_yield();
    return p->x + p->y;
}
