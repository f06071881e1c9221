#include <asyncc.h>

async int next(void);
void done(int *);

async void count(void)
{
    __attribute__((cleanup(done))) int n = await next();
    n += await next();
}
