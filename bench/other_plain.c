/*
 * other_plain.c - the plain functions in another file.
 */
#include "other.h"

#include <stdlib.h>

int other_plain(int x, int y)
{
    if (x < 0)
        other_rare();
    return x + y;
}

void other_rare(void)
{
    abort();
}

int other_status(void)
{
    abort();
}
