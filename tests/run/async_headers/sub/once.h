/* comment */ #pragma once
#include "maximum.h"
#include "../tools.h"
static async inline int once(int v)
{
    return await maximum(v, await doubled(v));
}
