#include <asyncc.h>

typedef async int operation(int x);

struct step { operation *run; int argument; };

async int all(const struct step *steps, int count)
{
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum += await steps[i].run(steps[i].argument);
    return sum;
}
