/*
 * awaits.h - the kinds of awaits, from awaits.def, which says what each column means.
 */
#ifndef ASYNCC_AWAITS_H
#define ASYNCC_AWAITS_H

enum await_kind {
#define AWAIT(kind, ...) AWAIT_##kind,
#include "awaits.def"
#undef AWAIT
    AWAIT_KINDS
};

enum await_operand { OPERAND_CALL, OPERAND_HANDLE, OPERAND_ITEMS, OPERAND_NOTHING };
enum await_value { VALUE_RESULT, VALUE_STATUS, VALUE_WINNER, VALUE_SUCCESS };

struct await_form {
    const char *word;
    enum await_operand operand;
    enum await_value value;
    const char *structure;
    int words;
    const char *member, *children, *site, *callee;
};
extern const struct await_form await_forms[AWAIT_KINDS];

/* The kind whose items follow a call of the marker with this name, AWAIT_WRONG if it is none. */
enum await_kind await_of_marker(const char *name);

#endif
