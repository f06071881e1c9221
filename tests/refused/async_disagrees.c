/* Prototypes and definitions that disagree on async. */
#include <asyncc.h>

int first(int x);
async int second(int x);
static async void third(void);
extern int fourth(void);

async int first(int x)
{
    return x;
}

int second(int x)
{
    return x;
}

static void third(void)
{
}

async int user(void)
{
    async int fourth(void);
    await third();
    return await fourth();
}
