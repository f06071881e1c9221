#ifndef EASY_H
#define EASY_H

enum { TRANSFER_DATA = 57 };
#define PROGRESS_DATA TRANSFER_DATA
#define is_data(option) ((option) == PROGRESS_DATA)

#include "typed.h"

#endif
