/* The usual macro of the kind, with a defer, without one, and in a function that cannot suspend. */
#include <asyncc.h>
#include <stdlib.h>

#define TRY(expression)              \
    ({                               \
        int try_ = (expression);     \
        if (try_ < 0)                \
            return try_;             \
        try_;                        \
    })

async int read_some(char *buffer);

async int with_defer(int x)
{
    char *buffer = malloc(10);
    defer free(buffer);
    await read_some(buffer);
    return TRY(x);
}

async int without(int x)
{
    TRY(await read_some(NULL));
    int y = TRY(x) + 1;
    return TRY(y);
}

async int cannot_suspend(int x)
{
    char *buffer = malloc(10);
    defer free(buffer);
    return TRY(x);
}
