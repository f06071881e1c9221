/*
 * suggest.h - what a person may have meant who wrote a name that is not declared.
 */
#ifndef SUGGEST_H
#define SUGGEST_H

struct unit;

/* The header of the dialect's that declares the function, as it is included: "asyncc/tcp.h". NULL: none does. */
const char *suggest_header(const struct unit *unit, const char *function);

#endif
