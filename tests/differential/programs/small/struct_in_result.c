/* Types defined by the result of a function. */
extern void abort(void);

struct A {
    int i;
    struct A *next;
} *head, first = {1, &first};

struct B {
    long l;

} getb(int x)

{
    struct B b = {x};
    return b;
}

union U {
    int i;
    char c[4];

} getu(struct A *a)

{
    union U u;
    u.i = a->i;
    return u;
}

enum E { e1, e2 } gete(int x)
{
    return x ? e2 : e1;
}

int main(void)
{
    head = &first;
    if (getb(3).l + getu(head->next).i + gete(1) != 5)
        abort();
    return 0;
}
