/* const and volatile objects with values from calls. */
const char *const tab[] = {"a", "bc"};

int len(const char *const *p, int i)
{
    int n = 0;
    for (const char *s = p[i]; *s; s++)
        n++;
    return n;
}

const int *ci(const int *p)
{
    return p;
}

int main(void)
{
    const int k = len(tab, 1);
    const int *const p = ci(&k);
    int const volatile v = *ci(p);
    return *ci(p) + v - 4;
}
