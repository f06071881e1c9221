/* Names that the output's structs have, too: macros in one place of the file, locals, parameters and types in another. */
#include <asyncc.h>
#include <stdio.h>

#define frame 6
#undef frame
#define start START
#define frame 7
static async int start(int n)
{
    await async_yield();
    return n + frame;
}
static async int uses(void)
{
    return await start(frame);
}
#undef start
#undef frame

struct frame {
    int start;
};

static async int locals(int unit, struct frame *frame)
{
    double start = 2.5, result = 1;
    struct frame callee = *frame, *state = &callee;
    start += await START(unit);
    result += await START((int)start);
    return (int)(start + result) + state->start + unit;
}
#undef unit
#define unit 11
#define result 12
#define state 13
#define callee 14

async int main(void)
{
    struct frame f = { unit };
    int a, b;
    await gather(a = locals(result, &f), b = uses());
    printf("%d %d %d\n", a, b, await locals(state, &f) + callee);
    return 0;
}
