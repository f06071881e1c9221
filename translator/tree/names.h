/*
 * names.h - the spellings of generated names. No other file makes one up.
 *
 * Names at file scope begin with asyncc_ and hold the user's; those inside functions are short words, which
 * get the prefix asyncc_ too when the file uses one of them itself.
 */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>

struct unit;
struct decl;

/* Whether the output may use the name inside functions; what is in the struct of an await beside locals; members of ours. */
bool names_is_ours(const char *name);
bool names_is_slot(const char *name);
bool names_is_member(const char *name);

/* Sets unit->prefix, and settles which of unit->hidden are spelled otherwise. */
void names_choose(struct unit *unit);

/* Whether the file, or what it uses of others, has the name, which ends in _ and a number, for whatever. */
bool names_is_taken(struct unit *unit, const char *name);

/*
 * asyncc_f_frame, asyncc_f_unit, asyncc_f_run, _body, _step, _fill, _function, _sites. The runtime has no names
 * that end so, whatever the user's functions are called.
 */
const char *names_of(struct unit *unit, const struct decl *function, const char *suffix);

/* asyncc_sleep_start for async_sleep and "start". */
const char *names_of_leaf(struct unit *unit, const struct decl *function, const char *suffix);

#endif
