#include <asyncc.h>

async int hook(int x) __attribute__((weak));
async int other(int x);
async int twice(int x);
async int twice_other(int x);
