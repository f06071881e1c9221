/* Thread-local objects. */
__thread int t = 3;
static _Thread_local int *p;

int f(int x)
{
    return t += x;
}

int main(void)
{
    p = &t;
    int r = t + f(1);
    return r - 7 + *p - 4;
}
