#include <asyncc.h>

#define TRY(e)                                                                                                         \
    do {                                                                                                               \
        int status_ = (e);                                                                                             \
        if (status_ < 0)                                                                                               \
            return status_;                                                                                            \
    } while (0)
#define MAX(a, b) ((a) > (b) ? (a) : (b))

async int step(int x);

async int steps(int a, int b)
{
    TRY(await step(a)); /* expanded: it holds an await */
    int m = MAX(a, b);  /* kept */
    TRY(await step(m));
    return m;
}
