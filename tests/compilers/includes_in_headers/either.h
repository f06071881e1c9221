#ifdef __clang__
#include "sub/for_clang.h"
#else
#include "sub/for_gcc.h"
#endif
#ifdef EVEN
#include "sub/even.h"
#endif
