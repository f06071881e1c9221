/* Assignments as operands of assignments. */
int g[4];

int f(int i)
{
    return i;
}

int *p(int i)
{
    return g + i;
}

int main(void)
{
    g[f(0)] = g[f(1)] = *p(2) = f(3);
    *p(f(3)) = g[0] + *p(1);
    *p(0) += *p(1) += f(2);
    (*p(2))++;
    ++*p(2);
    p(2)[f(1)] -= f(6);
    return g[0] * 1000 + g[1] * 100 + g[2] * 10 + g[3] != 8550;
}
