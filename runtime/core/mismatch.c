#define _GNU_SOURCE /* dladdr */
#include "mismatch.h"

#include "debug.h"
#include "dump.h"
#include "fatal.h"
#include "thread.h"

#include <stdio.h>

/* Names of code, where the C library has them. */
#if defined(__has_include)
#if __has_include(<dlfcn.h>)
#include <dlfcn.h>
#pragma weak dladdr /* in a library of its own, of old C libraries */
#define HAS_NAMES 1
#endif
#endif

int backtrace(void **frames, int size) __attribute__((weak)); /* <execinfo.h>, which not all have */

/* "f (./program+0x1234)", "./program+0x1234", "0x401234": as much as is known. For addr2line. */
static const char *name_of(const void *code, char *text, size_t size)
{
#ifdef HAS_NAMES
    Dl_info info;
    if (dladdr && dladdr(code, &info) && info.dli_fname) {
        size_t offset = (size_t)((const char *)code - (const char *)info.dli_fbase);
        if (info.dli_sname)
            snprintf(text, size, "%s (%s+0x%zx)", info.dli_sname, info.dli_fname, offset);
        else
            snprintf(text, size, "%s+0x%zx", info.dli_fname, offset);
        return text;
    }
#endif
    snprintf(text, size, "%p", code);
    return text;
}

void asyncc_no_unit(void (*callee)(void), const void *operation, const char *where)
{
    char text[512], place[512];
    const struct asyncc_unit *unit = asyncc_context.current;
    const struct asyncc_function *function = unit ? unit->function : NULL;
    struct asyncc_place await;
    if (unit && operation && asyncc_dump_await(unit, operation, &await))
        snprintf(place, sizeof place, "%s:%u: in '%s'", await.function->file, await.line, await.function->name);
    else if (where)
        snprintf(place, sizeof place, "%s", where);
    else if (function)
        snprintf(place, sizeof place, "%s:%u: in '%s'", function->file, function->line, function->name);
    else
        snprintf(place, sizeof place, "async_run");
    asyncc_fatal("%s: a function is called that is declared async there, but not defined so%s%s: it is plain C, or in a "
                 "file that asyncc has not translated",
                 place, callee ? ": " : "", callee ? name_of((const void *)(size_t)callee, text, sizeof text) : "");
}

/* ---- the other way around ---- */

static _Thread_local struct {
    const struct asyncc_unit *unit;
    void *caller;
} noted;

/* The frames: this one, asyncc_unit_new_slow's, the function's under its natural name, its caller's. */
void __attribute__((noinline)) asyncc_mismatch_note(const struct asyncc_unit *unit)
{
    void *frames[4];
    noted.unit = NULL;
    if (backtrace && unit && asyncc_debug_is_wanted() && backtrace(frames, 4) == 4) {
        noted.unit = unit;
        noted.caller = (char *)frames[3] - 1; /* of the call, not behind it */
    }
}

const char *asyncc_mismatch_caller(const struct asyncc_unit *unit, char *text, size_t size)
{
    char name[512];
    if (noted.unit != unit)
        return "";
    snprintf(text, size, "; it was called from %s", name_of(noted.caller, name, sizeof name));
    return text;
}

/* A program without a loop, or that has ended its loops: nobody will ask any more. */
static __attribute__((destructor)) void at_exit(void)
{
    if (asyncc_context.pending)
        asyncc_report_never_started(asyncc_context.pending);
}
