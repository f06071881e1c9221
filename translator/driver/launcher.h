/*
 * launcher.h - `asyncc cc [compiler] arguments...`: a C compiler that knows async C. It takes the compiler's
 * command line as it is; sources without async are handed on untouched, the others are translated first.
 */
#ifndef LAUNCHER_H
#define LAUNCHER_H

/* The arguments behind `cc`. The exit status is the compiler's; a signal that ends it ends this program, too. */
int launcher_main(int argc, char **argv);

#endif
