/* Not async itself, and what it includes is entered once only, by the operator. */
#ifndef OPERATOR_H
#define OPERATOR_H
#include "sub/operator.h"
#endif
