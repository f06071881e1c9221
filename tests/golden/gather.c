#include <asyncc.h>

async int number(int x);
async const char *text(void);
async void nothing(void);

async int together(int list[2])
{
    const char *t;
    await gather(list[0] = number(1), list[1] = number(2), t = text(), nothing());
    return list[0] + list[1] + t[0];
}
