/* A loop made of gotos. */
int f(int x)
{
    return x - 1;
}

int main(void)
{
    int x = 10;
top:
    if (x) {
        x = f(x);
        if (x & 1)
            goto top;
        else {
            goto top;
        }
    }
    return x;
}
