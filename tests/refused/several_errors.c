/* All errors of a file are reported, each where it is. */
#include <asyncc.h>
#include <unistd.h>

async int declared(int, ...);
static async int f(int x);
int plain(void) { return await f(1); }

static async int f(int x)
{
    f(1); f(2);	f(3);
    return await plain() + await x;
}

static async void tabs_and_text(void)
{
	sleep(1);
	char *s = "ä→€"; f(s[0]);
	/* comment */ await /* here */ s;
    int n = await f(f(f(f(1))));
    n++;
}
