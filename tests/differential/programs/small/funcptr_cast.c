/* Function pointers that are cast. */
typedef void (*generic)(void);

int add(int a, int b)
{
    return a + b;
}

int main(void)
{
    generic g = (generic)add;
    return ((int (*)(int, int))g)(1, 2) - 3;
}
