/* Calls without a value in ?:, && and the comma operator. */
extern void abort(void);
int n;

void inc(void)
{
    n++;
}

void dec(void)
{
    n--;
}

int t(int x)
{
    return x;
}

int main(void)
{
    t(1) ? inc() : dec();
    t(0) ? inc() : (void)0;
    (t(1), inc());
    t(1) && (inc(), 1);
    t(0) || (inc(), 0);
    if (n != 4)
        return n;
    for (; t(n) > 0; dec())
        ;
    return n;
}
