/* Cases that fall through, and into blocks. */
extern void abort(void);

int f(int x)
{
    switch (x) {
    case 0:
        return 1;
    case 1:
        x = f(0);
        break;
    case 2:
        x = f(1) + f(0);
        break;
    case 3:
    case 4: {
        int y = f(2);
        if (y) {
        case 5:
            x = f(x - 1);
            break;
        }
    }
    default:
        switch (f(0)) {
        case 1:
            x += f(1);
            break;
        default:
            abort();
        }
    case 100:
        x++;
    }
    return x;
}

int main(void)
{
    int i, s = 0;
    for (i = 0; i < 8; i++)
        s = s * 3 + f(i);
    return s == 0;
}
