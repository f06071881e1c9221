/* options: -std=gnu89 */
/* Functions that end without a value, which nobody looks at. */
x(int i)
{
    if (i)
        return i * 2;
}

y(int i)
{
    i++;
}

int z()
{
    for (;;) {
        if (x(3) == 6)
            break;
    }
}

int main()
{
    if (x(2) != 4)
        abort();
    y(1);
    z();
    return 0;
}
