/* Not async itself: it comes along since it includes what is entered once only. */
#pragma once
#include "sub/once.h"
#include "sub/maximum.h"
struct both {
    int a, b;
};
