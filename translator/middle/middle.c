#include "middle.h"

#include "base/diag.h"
#include "frame.h"
#include "graph.h"
#include "kinds.h"
#include "live.h"
#include "local_types.h"
#include "locals.h"
#include "lower.h"
#include "scope.h"
#include "seen.h"
#include "storage.h"
#include "tree/tree.h"
#include "verify.h"

#include <string.h>

/* ---- the passes, with what each gets ---- */

static void settle_kinds(const struct middle *m, struct function *function)
{
    kinds_settle(function, m->suspend_points);
}

static void find_seen(const struct middle *m, struct function *function)
{
    seen_find(m->unit, function);
}

static void find_locals(const struct middle *m, struct function *function)
{
    locals_find(m->unit, function, m->suspend_points);
}

static void settle_storage(const struct middle *m, struct function *function)
{
    storage_settle(m->unit, function, m->diagnostics);
}

static void lower(const struct middle *m, struct function *function)
{
    lower_function(m->unit, function, m->suspend_points);
}

static void leave_scopes(const struct middle *m, struct function *function)
{
    scope_function(m->unit, function, m->diagnostics);
}

static void solve_live(const struct middle *m, struct function *function)
{
    live_solve(m->unit, function);
}

static void move_types(const struct middle *m, struct function *function)
{
    local_types_move(m->unit, function, m->diagnostics);
}

static void lay_out_frame(const struct middle *m, struct function *function)
{
    frame_lay_out(m->unit, function, m->diagnostics);
}

/* ---- running them ---- */

static const struct pass {
    const char *name;
    void (*run)(const struct middle *, struct function *);
    enum verify_pass ensures;
} passes[] = {
#define FRONT(name, ensures)
#define PASS(name, function, ensures) { #name, function, VERIFY_##name },
#include "passes.def"
#undef FRONT
#undef PASS
};

static void run_passes(const struct middle *m, struct function *function)
{
    size_t errors = m->diagnostics->errors;
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++) {
        passes[i].run(m, function);
        if (m->diagnostics->errors == errors)
            verify_function(m->unit, function, passes[i].ensures, m->diagnostics);
        if (m->diagnostics->errors != errors)
            return;
        if (m->last && strcmp(passes[i].name, m->last) == 0)
            return;
    }
}

void middle_run(const struct middle *middle)
{
    struct function **order = graph_order(middle->unit);
    for (size_t i = 0; i < middle->unit->function_count; i++)
        run_passes(middle, order[i]);
}
