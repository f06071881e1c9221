/* Ordinary C. */
int plain(int x);
int plain(int x)
{
    return 2 * x;
}
