#include <asyncc.h>

async int open_it(const char *name);
async void close_it(int file);

async int use(const char *name)
{
    int file = await open_it(name);
    if (file < 0)
        return file;
    defer await close_it(file);
    await async_yield();
    return 0;
}
