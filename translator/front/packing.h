/*
 * packing.h - how structs are laid out at a place of the file, as far as its pragmas say: pack, ms_struct and
 * scalar_storage_order, as directives and as _Pragma.
 */
#ifndef PACKING_H
#define PACKING_H

#include <stdbool.h>

struct unit;

struct packing {
    const char *pack;      /* what stands in the parentheses; "" when nothing is packed */
    const char *ms_struct; /* on, off, reset */
    const char *order;     /* of bytes: big-endian, little-endian, default */
};

struct packing packing_at(const struct unit *unit, unsigned offset);

/* Whether some such pragma stands in the file. */
bool packing_is_said(const struct unit *unit);

#endif
