#include "part.h"
#include "wanted.h"

static async int same_name(int x)
{
    return await part_static(x) + await part_shared(x) + await part_object(x);
}

async int main(void)
{
    FILE *out = stdout; /* of the precompiled <stdio.h> */
    int sum = await same_name(PRECOMPILED);
    task(int) t = create_task(more(100));
    sum += await join(t);
    fprintf(out, "%d %d %d %d\n", sum, WANTED + WANTED_HEADER, from_plain(0), from_cplusplus(0));
    return 0;
}
