#include "both.h"
#include "other.h"
#include "sub/once.h"
#include "tools.h"

async int other(int v)
{
    return await once(v) + await doubled(v) + await maximum(v, 3);
}
