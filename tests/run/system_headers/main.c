/* Headers that say that they are the system's: of what stands behind that, compilers do not warn. */
#include <asyncc.h>
#pragma GCC diagnostic error "-Wunused-variable"
#include "quiet.h"
#include "taken_apart.h"
#include "operator.h"
#include "by_macro.h"

async int main(void)
{
    int inside = await quiet(1), outside = await taken_apart(2);
    return inside + outside + await deeper(4) + await by_operator(8) + await by_macro(16) == 31 ? 0 : 1;
}
