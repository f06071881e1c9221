#include <asyncc.h>

async int one(int v);
