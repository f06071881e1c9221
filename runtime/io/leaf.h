/*
 * leaf.h - see core/leaf.h.
 */
#ifndef ASYNCC_IO_LEAF_H
#define ASYNCC_IO_LEAF_H

#include "../core/leaf.h"

#endif
