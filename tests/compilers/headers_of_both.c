/* What each compiler's own headers define, and a header of the user's would if they did not. */
#include <asyncc.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#ifndef NULL
#define NULL 0L
#endif
#ifndef true
#define true 1L
#endif
#ifndef INT_MAX
#define INT_MAX 2147483647L
#endif
#define CLEAR(p) (*(p) = NULL)
#define MOST(p) (*(p) = true ? INT_MAX : 0)

async int main(void)
{
    int most, *cleared = &most;
    MOST(&most);
    CLEAR(&cleared);
    await async_yield();
    printf("%d %d\n", most == INT_MAX, cleared == NULL);
    return 0;
}
