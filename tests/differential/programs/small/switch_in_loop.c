/* continue and break in a switch in a loop. */
int g(int s)
{
    return s;
}

int main(void)
{
    int i, r = 0;
    for (i = 0; i < 10; i++) {
        switch (g(i)) {
        case 1:
            continue;
        case 2: {
            if (g(r))
                break;
            r++;
            continue;
        }
        case 5:
            goto out;
        default:
            r += 10;
        }
        r += 100;
    }
out:
    while (1) {
        switch (g(r)) {
        case 221:
            break;
        default:
            r = 221;
            continue;
        }
        break;
    }
    return r - 221;
}
