#include <asyncc.h>

#define ONE 1
async int part(int x);
