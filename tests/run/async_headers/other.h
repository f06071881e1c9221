#ifndef OTHER_H
#define OTHER_H
#include <asyncc.h>
async int other(int v);
#endif
