/* A tag that a block declares again is the outer one. */
#include <asyncc.h>

void note(int size);

async int inner(void)
{
    struct s {
        char b;
    } outer = { 1 };
    {
        struct s {
            int pad[4];
        } in = { { 2 } };
        await async_yield();
        struct s *p = &in; /* law: names */
        note(p->pad[0]);
    }
    return outer.b;
}
