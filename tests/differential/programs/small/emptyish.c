/* options: -std=gnu89 */
/* Bodies with nothing in them. */
void f(void)
{
}

void g()
{
    ;
}

int h(void)
{
    {
        {
            {
            }
        }
    }
    return 0;
}

main()
{
    f();
    g();
    h();
    {};
    ;
    if (h())
        ;
    else
        ;
    while (h())
        ;
    do
        ;
    while (h());
    for (; h();)
        ;
    return 0;
}
