/* pitfalls: 41, 46, 47, 48 */
/* Every kind of local that lives in the frame, used in every way. */
#include <asyncc.h>
#include <stdio.h>

enum color { RED, GREEN, BLUE };
union either { int i; char c[8]; };
struct nested { struct { int a[2]; } in[2]; union either u; };

static async void set_int(int *p, int v) { await async_yield(); *p = v; }
static async void set_pointer(const char **p, const char *v) { await async_yield(); *p = v; }
static async void set_double(double *p, double v) { await async_yield(); *p = v; }
static async void set_color(enum color *p) { await async_yield(); *p = BLUE; }
static async void set_nested(struct nested *p) { await async_yield(); p->in[1].a[0] = 7; p->u.c[0] = 'u'; }
static async void set_function(int (**p)(const char *)) { await async_yield(); *p = puts; }
static async void set_row(int (*p)[3]) { await async_yield(); p[1][2] = 12; }
static async void set_bool(_Bool *p) { await async_yield(); *p = 1; }
static async void set_volatile(volatile int *p) { await async_yield(); *p += 1; }

async int main(void)
{
    int i = 0, *pi = &i, **ppi = &pi;
    const char *text = "before";
    double d = 0;
    enum color color = RED;
    struct nested n = {{{{1, 2}}, {{3, 4}}}, {5}}, *pn = &n;
    int (*f)(const char *) = 0;
    int rows[2][3] = {{1}, {2}};
    _Bool b = 0;
    volatile int v = 1;
    const int fixed[2] = {8, 9};
    await set_int(&i, 3);
    await set_int(*ppi, i + 1);
    await set_pointer(&text, "after");
    await set_double(&d, 2.5);
    await set_color(&color);
    await set_nested(&n);
    await set_function(&f);
    await set_row(rows);
    await set_bool(&b);
    await set_volatile(&v);
    i++, ++i, i--, i += 10, i <<= 1;
    (*pi)--;
    d = -d / 2;
    n.in[0] = n.in[1];
    pn->in[1].a[1] += n.in[0].a[0];
    struct nested copy = n;
    v = v + v;
    await async_yield();
    switch (color) {
    case RED:
    case GREEN:
        break;
    case BLUE:
        color = i > 5 ? GREEN : RED;
    }
    if (f)
        f(text);
    printf("%d %d %g %d %d\n", i, **ppi, d, color, b);
    printf("%d %d %d %c\n", n.in[0].a[0], pn->in[1].a[1], copy.in[0].a[0], copy.u.c[0]);
    printf("%d %d %zu %zu %d\n", rows[1][2], v, sizeof rows, sizeof n.in[0].a, fixed[1]);
    printf("%d %d\n", (int)(&rows[1][2] - &rows[0][0]), (char *)&n.u == n.u.c);
    return !b;
}
