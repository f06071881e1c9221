// The header of async declarations in C++.
#include "part.h"

extern "C" int from_cplusplus(int x)
{
    int (*function)(int) = part_shared;
    return function != nullptr ? x + 5 : 0;
}
