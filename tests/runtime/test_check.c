/*
 * test_check.c - the runtime that checks itself finds what was broken on purpose: see core/check.h. Of such a build only.
 */
#include "support.h"

#include "core/due.h"
#include "core/gather.h"

#include <signal.h>
#include <string.h>

static struct asyncc_unit *victim;

FUNCTION(sleeps, int, { struct asyncc_sleep sleep; });

BODY(sleeps)
{
    BEGIN;
    victim = &u->unit;
    AWAIT(1, asyncc_sleep_start(&f->sleep, 5), asyncc_sleep_resume(&f->sleep));
    u->result = 1;
    END;
}

static int sleeps(void)
{
    START(sleeps);
    return 0;
}

FUNCTION(gathers, int, { struct asyncc_gather gather; struct asyncc_unit *child; });

BODY(gathers)
{
    BEGIN;
    asyncc_gather_init(&f->gather);
    sleeps();
    asyncc_gather_call(&f->gather, &f->child);
    AWAIT(1, asyncc_gather_start(&f->gather), asyncc_gather_resume(&f->gather));
    asyncc_gather_take(f->child, &u->result, sizeof u->result);
    END;
}

static int gathers(void)
{
    START(gathers);
    return 0;
}

/* Breaks something when the victim waits. */
static void (*damage)(void);

FUNCTION(breaks, int, { struct asyncc_sleep sleep; });

BODY(breaks)
{
    BEGIN;
    AWAIT(1, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
    damage();
    AWAIT(2, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
    END;
}

static int breaks(void)
{
    START(breaks);
    return 0;
}

FUNCTION(both, int, { struct asyncc_gather gather; struct asyncc_unit *children[2]; });

BODY(both)
{
    BEGIN;
    asyncc_gather_init(&f->gather);
    gathers();
    asyncc_gather_call(&f->gather, &f->children[0]);
    breaks();
    asyncc_gather_call(&f->gather, &f->children[1]);
    AWAIT(1, asyncc_gather_start(&f->gather), asyncc_gather_resume(&f->gather));
    asyncc_gather_take(f->children[0], NULL, 0);
    asyncc_gather_take(f->children[1], NULL, 0);
    END;
}

static int both(void)
{
    START(both);
    return 0;
}

static void act(void)
{
    async_run(both());
}

static void none(void)
{
}

static void lose(void)
{
    asyncc_timer_disarm(victim->wait.leaf);
    victim->flags &= ~(uint32_t)ASYNCC_KIND;
}

static void disarm(void)
{
    asyncc_timer_disarm(victim->wait.leaf);
}

/* What was queued between is lost. */
static void queue_twice(void)
{
    static struct asyncc_timer other = { .kind = ASYNCC_TIMER_CALL };
    asyncc_timer_disarm(victim->wait.leaf);
    asyncc_wake(&asyncc_thread, victim);
    asyncc_timer_arm_now(&other);
    asyncc_push(&asyncc_thread, victim);
}

static void queue_waiting(void)
{
    void *leaf = victim->wait.leaf;
    asyncc_push(&asyncc_thread, victim);
    victim->wait.leaf = leaf;
}

static void miscount(void)
{
    ((struct asyncc_gather *)asyncc_gather_waiter(victim)->wait.leaf)->left++;
}

static void forget_slot(void)
{
    const struct asyncc_timer *timer = victim->wait.leaf;
    unsigned level, slot;
    asyncc_timers_place(&asyncc_thread_timers, timer->deadline, &level, &slot);
    asyncc_thread_timers.used[level] = 0;
}

static void finds(void (*what)(void), const char *message)
{
    int signal;
    damage = what;
    const char *text = stderr_of(act, &signal);
    assert_int_equal(signal, *message ? SIGABRT : 0);
    if (!strstr(text, message))
        fail_msg("it says '%s', not '%s'", text, message);
}

static void every_breach_is_found(void **state)
{
    (void)state;
    finds(none, "");
    finds(lose, "a unit waits in nothing, and is not in the ready queue ('sleeps')");
    finds(disarm, "a unit waits for a timer that is not armed ('sleeps')");
    finds(queue_twice, "a callback is not in the ready queue ('due timers')");
    finds(queue_waiting, "a unit that waits is in the ready queue ('sleeps')");
    finds(miscount, "a gather's count is not that of its running children ('gathers')");
    finds(forget_slot, "the wheel says of a timer's slot that it is not used ('sleeps')");
}

int main(void)
{
    const struct CMUnitTest tests[] = { TEST(every_breach_is_found) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
