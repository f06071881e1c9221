/*
 * help.h - what the program says about itself.
 */
#ifndef HELP_H
#define HELP_H

void help_print(void);
void help_version(void);

#endif
