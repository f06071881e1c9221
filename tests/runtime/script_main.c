/*
 * script_main.c - runs each line of its input as a script; see differential.py.
 */
#include "script.h"

#include "support.h"

#include <stdio.h>
#include <string.h>

int main(void)
{
    static char line[1 << 14];
    void *state = NULL;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        begin_test(&state);
        run_script(line);
        puts(said());
        fflush(stdout);
        end_test(&state);
    }
    return 0;
}
