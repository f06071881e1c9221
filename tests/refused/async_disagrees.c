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

#define EACH(X) X(fifth) X(sixth)
#define PLAIN(name) int name(int x);
#define ASYNC(name) async int name(int x);
EACH(PLAIN)
EACH(ASYNC)

extern __typeof__(user) seventh;
int seventh(void)
{
    return 0;
}

int eighth(void);
extern __typeof__(user) eighth;
