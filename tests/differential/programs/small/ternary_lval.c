/* Objects chosen by ?:. */
struct s {
    int a;
} x = {1}, y = {2};

struct s f(int c)
{
    return c ? x : y;
}

int *g(int c)
{
    return c ? &x.a : &y.a;
}

int main(void)
{
    int c = f(1).a;
    *(c ? g(1) : g(0)) = 5;
    (c ? g(0) : g(1))[0] += f(1).a;
    struct s z = c ? f(0) : f(1);
    return z.a - 7 + (c ? x : f(1)).a - 5;
}
