#include "both.h"
#include "other.h"
#include "sub/once.h"
#include "tools.h"

extern inline async int external(int v);

async int other(int v)
{
    return await once(v) + await doubled(v) + await maximum(v, 3) + await external(v);
}
