/*
 * mark.h - what the output spells otherwise than the user did, and what it needs of each function.
 *
 * Requires: frames. Ensures: is_edited on every node whose own text changes, is_dirty on those above them;
 * unit->edits; needs_natural and needs_unit on the async functions.
 */
#ifndef MARK_H
#define MARK_H

struct node;
struct unit;

void mark_unit(struct unit *unit);

/* What the output has for the reference to a local. */
const char *mark_spelling(struct unit *unit, const struct node *reference);

#endif
