/* A loop around the cases of a switch. */
int f(int n)
{
    int c = 0;
    switch (n & 3) {
        for (; n > 0; n -= 4) {
        case 3:
            c += 1;
        case 2:
            c += f(0);
        case 1:
            c += 10;
        case 0:
            if (n <= 0)
                return c;
        }
    }
    return c;
}

int main(void)
{
    return f(7) != 32 && f(7) == 0;
}
