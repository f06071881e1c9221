#include <asyncc.h>

async int main(void)
{
    continue;
    return missing;
}
/* pitfalls: 77 */
