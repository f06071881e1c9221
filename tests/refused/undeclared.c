#include <asyncc.h>
#define SUM(a, b) ((a) + (b))

async int main(void)
{
    continue;
    return missing + SUM(1,
                         absent);
}
/* pitfalls: 77 */
