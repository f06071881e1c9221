/* Errors in files that become a part of this one are shown where they stand. */
#include "errors_in_included_files.h"
#include "errors_in_included_files.h"

async int f(int v)
{
#include "errors_in_included_files.inc"
    return in_header(v);
}
