#include "part.h"
static int part_state = PART;

async int from_part(int v);
async int from_part(int v)
{
    part_state += await doubled(v);
    return part_state;
}
