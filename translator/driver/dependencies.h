/*
 * dependencies.h - what a compiler's command says of depfiles and the like: where they go, and how they come to name sources
 * where the compiler has read translations.
 */
#ifndef DEPENDENCIES_H
#define DEPENDENCIES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct words;

enum { DEPENDENCY_VARIABLES = 2 };

struct dependencies {
    const char *kind;    /* "-MD" or "-MMD"; NULL: no depfile is asked for */
    const char *depfile; /* NULL: it follows from other names */
    const char *entry;   /* of -MJ, or NULL */
    const char **rules;  /* the words about what is in it: -MT, -MQ, -MP */
    size_t rule_count;
    bool is_handed, has_target; /* the kind by -Wp, or the like, to the preprocessor; a target by -MT or -MQ */
    const char *variables[DEPENDENCY_VARIABLES]; /* "FILE", "FILE TARGET", which gcc adds to; or NULL */
};

/* What the command's words say of it is taken out of them, and out of the environment. */
void dependencies_take(struct dependencies *dependencies, struct arena *arena, struct words *words);

/* Adds it to the words: as it was said, or with an entry and, if there is to be one, a depfile that go into the directory. */
void dependencies_say(const struct dependencies *dependencies, struct arena *arena, struct words *words,
                      const char *directory, bool depfile);

/* For what runs from here on: as it was, or with files that are in the directory. */
void dependencies_environment(const struct dependencies *dependencies, struct arena *arena, const char *directory);

/* A translation's name, and the source's. */
struct renamed {
    const char *translation, *source;
};

/*
 * Moves what came into the directory to where it was to go, with the sources' names; the depfile to `depfile`, NULL for none.
 * False, with errno set and `*failed` the file, when one cannot be written.
 */
bool dependencies_save(const struct dependencies *dependencies, struct arena *arena, const char *directory,
                       const char *depfile, const struct renamed *renamed, size_t count, const char **failed);

/* Removes what is still there. */
void dependencies_clean(struct arena *arena, const char *directory);

/* Whether the name is that of a file which redirection makes in a directory. */
bool dependencies_is_own(const char *name);

#endif
