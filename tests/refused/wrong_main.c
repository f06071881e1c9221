#include <asyncc.h>

async void main(void)
{
    await async_yield();
}
