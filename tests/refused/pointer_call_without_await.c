#include <asyncc.h>

typedef async int handler(int);

struct s { handler *h; async void (*g)(void); };

async int apply(handler *h, async int (*other)(int), struct s *s)
{
    int x = h(1);
    x += (*other)(2);
    s->g();
    return x + await s->h(s->h(3));
}
