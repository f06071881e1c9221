/* Objects of a type that has neither tag nor name. */
extern void abort(void);

static struct {
    int a, b;
} s, *p = &s, arr[3];

static union {
    int i;
    char c;
} u;

static enum { X, Y, Z } e;

int get(int n)
{
    return n;
}

int main(void)
{
    __typeof__(s) t = s;
    __typeof__(&s) q = &t;
    __typeof__(e) ee = get(Z);
    t.a = get(4);
    q->b = get(5);
    arr[get(1)] = t;
    p = arr + get(1);
    *p = *q;
    u.i = get(0x41);
    if (p->a + p->b + ee != 11 || u.c != 'A')
        abort();
    return 0;
}
