#pragma GCC system_header
struct taken {
    int x;
};

static inline async int taken_apart(int x)
#include "body.h"
