/* Compound literals as arguments. */
extern void abort(void);

struct s {
    int a, b;
};

int sum(struct s *p, int n)
{
    int t = 0;
    while (n--)
        t += p->a + p->b, p++;
    return t;
}

int id(int x)
{
    return x;
}

int main(void)
{
    if (sum((struct s[]){{id(1), 2}, {3, id(4)}}, 2) != 10 || sum(&(struct s){id(5)}, 1) != 5 ||
        (struct s){1, id(2)}.b != 2 || *(int[]){id(9), 1} != 9)
        abort();
    return ((int[3]){[1] = id(0)})[1];
}
