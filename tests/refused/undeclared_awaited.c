/* Once each, and with the header that is missing. */
#include <asyncc.h>

async int main(void)
{
    int value = 0;
    int r = await async_stream_write(&value, "x", 1);
    await async_sleeep(2);
    await gather(value = missing(1), async_sleep(1));
    return r + value + (int)sizeof(await asked_for_its_type(1));
}
