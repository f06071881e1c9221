/*
 * storm_program.h - the random programs of a storm: trees of statements, made from a seed.
 */
#ifndef STORM_PROGRAM_H
#define STORM_PROGRAM_H

enum storm_kind {
#define STATEMENT(name, often, holds, shared) STORM_##name,
#include "storm.def"
#undef STATEMENT
    STORM_body /* a function: a list of statements */
};

struct storm_statement {
    enum storm_kind kind;
    int number;                            /* of its program */
    int a, b;                              /* which of the objects, how long, how many */
    const struct storm_statement *inner;   /* the first one that it holds */
    const struct storm_statement *next;
};

/* The main function of the program of that number, until the next one is made; `shared`: only what asyncio has, too. */
const struct storm_statement *storm_program(unsigned long seed, unsigned long number, int shared);

/* In JSON: [kind, number, a, b, [what it holds]]. */
void storm_print(const struct storm_statement *statement);

/* Numbers below `limit`, from that seed on. */
unsigned storm_random(unsigned long *state, unsigned limit);

#endif
