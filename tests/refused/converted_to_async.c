#include <asyncc.h>

static int plain(int x)
{
    return x;
}

typedef async int handler(int);

static handler *table[] = {plain};
static async int (*variable)(int);

struct s { handler *h; };

async int apply(handler *h, struct s *s)
{
    int (*p)(int) = plain;
    variable = plain;
    s->h = p;
    variable = &plain;
    return await h(1) + await apply(plain, s);
}
