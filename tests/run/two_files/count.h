#ifndef COUNT_H
#define COUNT_H

#include <asyncc.h>

async int count_to(int n);

#endif
