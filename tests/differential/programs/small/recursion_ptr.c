/* Recursion through a pointer. */
int (*fp)(int);

int fact(int n)
{
    return n <= 1 ? 1 : n * fp(n - 1);
}

int main(void)
{
    fp = fact;
    return fact(5) != 120;
}
