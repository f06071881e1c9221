/* An async function defined in a header. */
#include <asyncc.h>
#include "header.h" /* in its place */

async int f(int v)
{
    return await limited(v);
}
