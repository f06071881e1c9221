#include <asyncc.h>

async int main(int argc, char **argv, char **environment, int more)
{
    await async_yield();
    return argc + !argv + !environment;
}
