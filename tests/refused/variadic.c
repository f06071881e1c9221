#include <asyncc.h>
#include <stdarg.h>

async int sum(int n, ...)
{
    va_list list;
    va_start(list, n);
    int x = va_arg(list, int);
    await async_yield();
    va_end(list);
    return x;
}

async void log_line(const char *format, ...);
/* pitfalls: 110 */
