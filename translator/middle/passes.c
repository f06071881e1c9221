#include "passes.h"

const char *passes_name(size_t index)
{
    static const char *const names[] = {
#define FRONT(name, ensures) #name,
#define PASS(name, function, ensures) #name,
#include "passes.def"
#undef FRONT
#undef PASS
    };
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}
