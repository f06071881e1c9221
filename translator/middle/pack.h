/*
 * pack.h - the order of a frame's members: the one that leaves the fewest bytes between them.
 *
 * Requires: the frame's layouts are complete. Ensures: residents and spilled locals stand in the order in which
 * the frame declares them; every await knows behind how many of them its operation stands; the frame knows whether
 * the parts of its awaits begin over the state, how many residents stand right behind that, and its size as far as
 * it can be known here: the runtime's structures are only looked at by the compiler of the output.
 */
#ifndef PACK_H
#define PACK_H

struct arena;
struct function;

void pack_frame(struct arena *arena, struct function *function);

#endif
