#include <asyncc.h>
#include "reserved_header.h"
#define asyncc_macro 1
#if 0
#define asyncc_skipped 1
#endif

extern void *(*asyncc_memory)(void *old, unsigned long size); /* fine: mentioned */
void asyncc_elsewhere(void);
int asyncc_variable;
struct asyncc_f_frame {
    int asyncc_member;
};
typedef int asyncc_type;

async int f(int asyncc_parameter)
{
    int asyncc_local = ({ await gather(async_yield(), async_yield()); 1; }), asyncc = 1, xasyncc_ = 1; /* macros of the runtime's are fine */
    return asyncc_parameter + asyncc_local + asyncc + xasyncc_;
}

static void asyncc_f_run(void)
{
}

async void asyncc_g(void);

enum asyncc_kind { asyncc_unused, known = 1 };

static int jumps(struct asyncc_mentioned *mentioned)
{
    goto asyncc_label;
asyncc_label:
    return mentioned != 0;
}
