/* Transparent unions. */
typedef union {
    int *i;
    float *f;
} U __attribute__((transparent_union));

int f(U u)
{
    return *u.i;
}

int main(void)
{
    int x = 4;
    float y = 0;
    return f(&x) - 4 + f(&y);
}
