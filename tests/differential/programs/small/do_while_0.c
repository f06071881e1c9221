/* Macros with break in them. */
#define M(x)                                                                                                 \
    do {                                                                                                     \
        int t_ = f(x);                                                                                       \
        if (t_ > 2)                                                                                          \
            break;                                                                                           \
        n += t_;                                                                                             \
    } while (0)
int n;

int f(int x)
{
    return x;
}

int main(void)
{
    for (int i = 0; i < 5; i++) {
        M(i);
        if (i == 3)
            continue;
        M(0);
    }
    return n - 3;
}
