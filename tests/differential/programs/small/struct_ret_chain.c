/* Members of results of calls of members of results. */
struct N {
    struct N *n;
    int v;
} a, b;

struct N *nx(struct N *p)
{
    return p->n;
}

struct N cp(struct N *p)
{
    return *p;
}

int main(void)
{
    a.n = &b;
    b.n = &a;
    b.v = 4;
    return cp(nx(nx(cp(nx(&b)).n->n->n))).n->v + nx(&a)->v - 4 - a.v - cp(&a).v - nx(cp(&b).n)->v +
           nx(&a)->v - 4;
}
