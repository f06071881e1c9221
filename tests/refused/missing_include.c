#include "nowhere.h"
#include <asyncc.h>

async int main(void)
{
    return 0;
}
