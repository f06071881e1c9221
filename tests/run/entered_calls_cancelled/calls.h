#include <asyncc.h>

async int add(int a, int b);
async int cancels(task(int) *self, int how);
