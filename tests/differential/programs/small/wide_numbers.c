/* Wide and half-width numbers. */
__int128 m(__int128 a, unsigned __int128 b)
{
    return a * b;
}

int main(void)
{
    __int128 x = m((__int128)1 << 70, 3) >> 69;
    _Float16 h = (_Float16)1.5;
    return (int)m(x, 1) - 6 + (h != (_Float16)1.5);
}
