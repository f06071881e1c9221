/* Many arguments, some of them calls. */
int f(int a, int b, int c, int d, int e, int g, int h, int i, int j, int k)
{
    return a + b * 2 + c * 3 + d * 4 + e * 5 + g * 6 + h * 7 + i * 8 + j * 9 + k * 10;
}

int id(int x)
{
    return x;
}

int main(void)
{
    return f(id(1), 2, id(3), id(4), 5, id(6), id(7), 8, id(9), id(10)) != 385;
}
