/* Assignments in conditions. */
char *src = "abc";

int get(void)
{
    return *src ? *src++ : -1;
}

int main(void)
{
    int c, n = 0;
    while ((c = get()) != -1)
        n += c;
    do {
        n--;
    } while ((c = get()) >= 0);
    if ((c = get()) == -1 && (n -= 293, n))
        return 1;
    return n;
}
