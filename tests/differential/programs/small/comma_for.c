/* A for statement with commas, break and continue. */
int f(int *p)
{
    return (*p)++;
}

int main(void)
{
    int i, j, k = 0;
    for (i = 0, j = 10; f(&i), i < j; f(&k), j--)
        if (k == 2)
            continue;
        else if (k > 100)
            break;
    return k - 4;
}
