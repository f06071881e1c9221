/* Not of the dialect: while `plain` is awaited it calls another async function, and leaves its unit. */
int add(int a, int b);
int plain(int a, int b);

int plain(int a, int b)
{
    return add(b, a);
}
