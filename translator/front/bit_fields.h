/*
 * bit_fields.h - values of bit-fields that are wider than int: gcc computes with them in as many bits as they have, clang in
 * those of the declared type. A temporary that holds one is read back as a bit-field, so that each does as it would.
 */
#ifndef BIT_FIELDS_H
#define BIT_FIELDS_H

struct node;
struct type;
struct unit;

/* The type and the width of a bit-field that gcc takes the value of the expression for; width 0: for none. */
struct bit_field {
    struct type *type;
    int width;
};
struct bit_field bit_field_of(const struct unit *unit, struct node *node);

#endif
