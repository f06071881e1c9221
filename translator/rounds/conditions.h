/*
 * conditions.h - #if and the like that stand where text is taken apart: inside statements that are rewritten, in the
 * head of an async function, or around pieces of both.
 *
 * Such a group of conditions is decided: what counts stays, the directives and what does not count go, and the file is
 * parsed again. All other conditions stay in the output as they are.
 */
#ifndef CONDITIONS_H
#define CONDITIONS_H

struct unit;

/*
 * The file's text with those conditions decided, in the arena: as long as it was. NULL when there are none. Requires:
 * mark.
 */
const char *conditions_text(struct unit *unit);

/*
 * Of those that stay in async functions, and of #includes that are skipped, the branches that the translator did not see get
 * an #error: the output does not compile where another compiler, or another flag, decides otherwise. Adds edits: requires
 * that mark, which puts them in order, comes behind.
 */
void conditions_guard(struct unit *unit);

#endif
