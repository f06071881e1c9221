#include "easy.h"

#define OPTION(option) (is_data(option) ? 1 : 2)
