int plain(void);

int plain(void)
{
    return 10000;
}
