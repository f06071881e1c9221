/*
 * doctor.h - `asyncc --doctor`: whether everything that a translation needs is there, and where.
 */
#ifndef DOCTOR_H
#define DOCTOR_H

#include <stdbool.h>

struct options;

/* Prints what was found, one line each; what is missing with what to do about it. False when something is. */
bool doctor_examine(const struct options *options);

#endif
