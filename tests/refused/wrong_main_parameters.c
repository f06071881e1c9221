#include <asyncc.h>

async int main(int argc, char **argv, char **environment)
{
    await async_yield();
    return argc + !argv + !environment;
}
