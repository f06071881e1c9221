#include "part.h"

extern "C" int from_cplusplus(void)
{
    return part != nullptr;
}
