/*
 * accounts.h - what a process has: descriptors, and blocks of the runtime's memory.
 */
#ifndef ACCOUNTS_H
#define ACCOUNTS_H

/* From now on the runtime's memory is counted; before its first use. */
void accounts_begin(void);

int accounts_descriptors(void);

/* When no loop is left: prints what there is, and the value is 0 if that are `before` descriptors and no memory. */
int accounts_check(const char *who, int before);

#endif
