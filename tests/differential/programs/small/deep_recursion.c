/* Recursion of some depth. */
int d(int n)
{
    return n ? d(n - 1) + 1 : 0;
}

int main(void)
{
    return d(20000) != 20000;
}
