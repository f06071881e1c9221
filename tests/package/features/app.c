#include "made.h"
#include "numbers.h"
#include <asyncc.h>
#include <stdio.h>

int plain(void);

#ifndef FOR_C
#error "the translator does not see the target's definitions"
#endif

async int main(void)
{
    int sum = FOR_C + MADE;
    sum += await number();
    sum += await other_number();
    sum += await spaced_number();
    printf("%d %s\n", sum + plain(), TEXT);
    return 0;
}
