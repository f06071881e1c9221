#include "async_in_header.h"

async int main(void)
{
    return await in_header(1);
}
