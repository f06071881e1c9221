#ifndef COUNTER_H
#define COUNTER_H
#include "values.h"
#include "steps/step.h"
#include "../plain.h"
static async int counted(int v)
{
    static int count = START;
    for (int i = 0; i < v; i++)
        count = await step(count);
    return count;
}
#endif
