/* Labels at the end of blocks. */
int f(int x)
{
    if (x)
        goto end;
    x = 5;
end:;
    return x;
}

void g(int x)
{
    if (f(x))
        goto out;
    f(1);
out:;
}

int main(void)
{
    g(1);
    switch (f(1)) {
    case 1:;
    }
    {
    l1:
    l2:
        switch (f(0)) {
        case 5:
        default:;
        }
    }
    return 0;
}
