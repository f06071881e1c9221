/* Blocks in blocks that declare the same names. */
int f(int x)
{
    return x + 1;
}

int main(void)
{
    int a = 0;
    {
        int b = f(a);
        {
            int a = f(b);
            {
                int b = f(a);
                a += b;
                {
                    static int c;
                    c += f(a);
                    b = c;
                }
                a = f(b);
            }
            b += a;
        }
        a = b;
    }
    while (a > 3) {
        int q = f(a);
        {
            int a = q;
            q = f(a) - 3;
        }
        a = q - 1;
    }
    return a - 3;
}
