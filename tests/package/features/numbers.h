#ifndef NUMBERS_H
#define NUMBERS_H

#include "deep.h"
#include <asyncc.h>

async int number(void);
async int other_number(void);
async int spaced_number(void);

#endif
