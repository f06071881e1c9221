/* Declarations in the head of for. */
int f(int x)
{
    return x;
}

int main(void)
{
    int i = 100;
    for (int i = f(0); i < 3; i++) {
        int i = f(7);
        if (i != 7)
            return 1;
    }
    for (struct { int a, b; } s = {f(1), 2}; s.a < 5; s.a += f(2))
        i += s.b;
    if (i != 104)
        return 2;
    return 0;
}
