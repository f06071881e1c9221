/* options: -std=gnu89 */
/* A label in the body of a loop, jumped to and fallen into. */
int a[10];

int f(int n)
{
    int i, s;
    for (i = s = 0; i < n; i++) {
        if (a[i] < 0)
            goto neg;
        s += a[i];
        continue;
    neg:
        s -= a[i];
    }
    return s;
}

int main()
{
    int i;
    for (i = 0; i < 10; i++)
        a[i] = i & 1 ? -i : i;
    if (f(10) != 45)
        abort();
    exit(0);
}
