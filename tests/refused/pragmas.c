/* options: -Werror=blocking-call */
/* #pragma asyncc diagnostic: from its line on, in order; not in skipped code. */
#include <asyncc.h>
#include <unistd.h>

static async void f(void)
{
    sleep(1);
#pragma asyncc diagnostic push
#pragma asyncc diagnostic ignored "-Wblocking-call"
    sleep(2);
#pragma asyncc diagnostic push
#  pragma   asyncc diagnostic /* why not */ \
    warning "-Wblocking-call"
    sleep(3);
#pragma asyncc diagnostic pop
    sleep(4);
#pragma asyncc diagnostic pop
    sleep(5);
#if 0
#pragma asyncc diagnostic ignored "-Wblocking-call"
#endif
    sleep(6);
    /*
#pragma asyncc diagnostic ignored "-Wblocking-call"
    */
    sleep(7);
#pragma asyncc diagnostic pop
#pragma asyncc diagnostic ignored "-Wno-such-warning"
#pragma asyncc nonsense
#pragma asyncc diagnostic error "-Wunknown-pragma"
#pragma asyncc diagnostic ignored
    await async_yield();
}
