#include "deeper.h"
#define VALUE(x) ((x) + 1)
