/*
 * script.c - see script.h.
 */
#include "script.h"

#include "support.h"

#include "core/cancel.h"

#include <asyncc/sync.h>

#include <uv.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 8, ROUTINES = 32, CHILDREN = 4, OBJECTS = 2 };

static char program[1 << 14];
static char *routines[ROUTINES];
static async_task(int) slots[SLOTS];

static struct {
    struct async_event event;
    struct async_mutex mutex;
    struct async_semaphore semaphore;
    struct async_condition condition;
} objects[OBJECTS];

FUNCTION(script, int, {
    int routine;
    char *at;
    asyncc_status ended; /* of the part before the `/` */
    int in_cleanup;
    int result;
    struct asyncc_unit *children[CHILDREN];
    int child_count;
    struct asyncc_timeout timeout;
    async_task(int) waited[CHILDREN];
    union {
        struct asyncc_sleep sleep;
        struct asyncc_yield yield;
        struct asyncc_call call;
        struct asyncc_join join;
        struct asyncc_gather gather;
        struct asyncc_race race;
        struct asyncc_shield shield;
        struct asyncc_wait_timeout wait_timeout;
        struct asyncc_wait wait;
        struct asyncc_event_wait event;
        struct asyncc_mutex_lock mutex;
        struct asyncc_semaphore_acquire semaphore;
        struct asyncc_condition_wait condition;
    };
});

int script_call(int routine)
{
    START(script);
    u->frame.routine = routine;
    u->frame.at = routines[routine];
    u->frame.in_cleanup = 0;
    u->frame.ended = ASYNCC_DONE;
    u->result = 0;
    return 0;
}

static asyncc_status start_call(struct script_frame *f, int routine)
{
    (void)script_call(routine);
    return asyncc_call_start(&f->call, &f->result, sizeof f->result);
}

static asyncc_status start_timeout(struct script_frame *f, const char *word)
{
    char *comma;
    asyncc_timeout_start(&f->timeout, strtod(word, &comma));
    return start_call(f, atoi(comma + 1));
}

static asyncc_status start_gather(struct script_frame *f, char *word)
{
    asyncc_gather_init(&f->gather);
    f->child_count = 0;
    for (char *at = word; at; at = strchr(at, ',')) {
        at += *at == ',';
        (void)script_call(atoi(at));
        asyncc_gather_call(&f->gather, &f->children[f->child_count++]);
    }
    return asyncc_gather_start(&f->gather);
}

static asyncc_status start_race(struct script_frame *f, char *word)
{
    asyncc_race_init(&f->race);
    f->child_count = 0;
    for (char *at = word; at; at = strchr(at, ',')) {
        at += *at == ',';
        (void)script_call(atoi(at));
        asyncc_gather_call(&f->race.gather, &f->children[f->child_count++]);
    }
    return asyncc_race_start(&f->race, &f->result);
}

static struct asyncc_unit *root(void)
{
    return asyncc_unit_root(asyncc_context.current);
}

/* The task in the slot, if the current one may wait for it. */
static void *younger(int slot)
{
    struct asyncc_unit *unit = (struct asyncc_unit *)slots[slot];
    return unit && unit->serial > root()->serial ? unit : NULL;
}

/* The tasks of "A0,1" or "F0,1". */
static size_t waited_for(struct script_frame *f, char *word, int *until)
{
    size_t count = 0;
    *until = *word == 'A' ? ASYNC_ALL_COMPLETED : ASYNC_FIRST_COMPLETED;
    for (char *at = word + 1; at; at = strchr(at, ',')) {
        at += *at == ',';
        if (younger(atoi(at)))
            f->waited[count++] = slots[atoi(at)];
    }
    return count;
}

static asyncc_status start_wait(struct script_frame *f, char *word)
{
    int until;
    size_t count = waited_for(f, word, &until);
    return asyncc_wait_start(&f->wait, f->waited, count, until, &f->result);
}

static asyncc_status start_wait_timeout(struct script_frame *f, char *word)
{
    int until;
    char *tasks;
    double seconds = strtod(word, &tasks);
    size_t count = waited_for(f, tasks, &until);
    return asyncc_wait_timeout_start(&f->wait_timeout, f->waited, count, until, seconds, &f->result);
}

static asyncc_status start_object(struct script_frame *f, char kind, int object)
{
    switch (kind) {
    case 'e': return asyncc_event_wait_start(&f->event, &objects[object].event);
    case 'a': return asyncc_semaphore_acquire_start(&f->semaphore, &objects[object].semaphore);
    default: return asyncc_mutex_lock_start(&f->mutex, &objects[object].mutex);
    }
}

static asyncc_status resume_object(struct script_frame *f, char kind)
{
    switch (kind) {
    case 'e': return asyncc_event_wait_resume(&f->event);
    case 'a': return asyncc_semaphore_acquire_resume(&f->semaphore);
    default: return asyncc_mutex_lock_resume(&f->mutex);
    }
}

static void give_back(char kind, int object)
{
    if (kind == 'a')
        async_semaphore_release(&objects[object].semaphore);
    else
        async_mutex_unlock(&objects[object].mutex);
}

/* The routine that is called while an object is held. */
static int routine_behind(const char *word)
{
    return atoi(strchr(word, ',') + 1);
}

static void make_task(const char *word)
{
    char *colon;
    int routine = (int)strtol(word, &colon, 10), slot = atoi(colon + 1);
    async_task_unref(slots[slot]);
    slots[slot] = async_create_task(script_call(routine));
}

static void cancel_slot(int slot)
{
    if (slots[slot])
        say("x%d", async_task_cancel(slots[slot]));
}

static void say_status(int slot)
{
    if (!slots[slot])
        return;
    int status = async_task_status(slots[slot]);
    say("%s", status == UV_EAGAIN ? "R" : status == 0 ? "D" : "C");
}

/* Does a word that does not await. */
static void act(char *word)
{
    switch (*word) {
    case 'p': say("%.*s", (int)strcspn(word, " "), word + 1); break;
    case 'n': make_task(word + 1); break;
    case 'N': async_spawn(script_call(atoi(word + 1))); break;
    case 'x': cancel_slot(atoi(word + 1)); break;
    case 'X': asyncc_cancel(root(), root()); break;
    case '?': say_status(atoi(word + 1)); break;
    case 'E': async_event_set(&objects[atoi(word + 1)].event); break;
    case 'K': async_event_clear(&objects[atoi(word + 1)].event); break;
    case 'V': async_condition_notify(&objects[atoi(word + 1)].condition, (unsigned)routine_behind(word)); break;
    }
}

/* The slot keeps its handle. A task that runs and has no other is joined as most are, and only then gets another. */
static asyncc_status start_join(struct script_frame *f, struct asyncc_unit *task)
{
    int runs = asyncc_task_status(task) == UV_EAGAIN;
    if (!runs)
        asyncc_task_ref(task);
    asyncc_status status = asyncc_join_start(&f->join, task, &f->result, sizeof f->result);
    if (runs)
        asyncc_task_ref(task);
    return status;
}

static char *next_word(char *at)
{
    return at + strlen(at) + 1;
}

/* The routine's words are separated by NULs; an empty one ends it. */
BODY(script)
{
    BEGIN;
    for (;; f->at = next_word(f->at)) {
        s = ASYNCC_DONE;
        if (*f->at == 's') {
            AWAIT_STATUS(1, asyncc_sleep_start(&f->sleep, atof(f->at + 1)), asyncc_sleep_resume(&f->sleep));
        } else if (*f->at == 'y') {
            AWAIT_STATUS(2, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
        } else if (*f->at == 'c') {
            AWAIT_STATUS(3, start_call(f, atoi(f->at + 1)), asyncc_call_resume(&f->call, &f->result, sizeof f->result));
        } else if (*f->at == 'j' && younger(atoi(f->at + 1))) {
            AWAIT_STATUS(4, start_join(f, (struct asyncc_unit *)slots[atoi(f->at + 1)]),
                         asyncc_join_resume(&f->join, &f->result, sizeof f->result));
        } else if (*f->at == 'g') {
            AWAIT_STATUS(5, start_gather(f, f->at + 1), asyncc_gather_resume(&f->gather));
            if (s == ASYNCC_DONE)
                for (int i = 0; i < f->child_count; i++)
                    asyncc_gather_take(f->children[i], &f->result, sizeof f->result);
        } else if (*f->at == 't') {
            AWAIT_STATUS(6, asyncc_timeout_end(&f->timeout, start_timeout(f, f->at + 1), &f->result),
                         asyncc_timeout_end(&f->timeout, asyncc_call_resume(&f->call, &f->result, sizeof f->result), &f->result));
            if (s == ASYNCC_DONE)
                say(f->result ? "tT" : "t0");
        } else if (*f->at == 'w') {
            AWAIT_STATUS(7, start_wait(f, f->at + 1), asyncc_wait_resume(&f->wait, &f->result));
            if (s == ASYNCC_DONE)
                say("w%d", f->result);
        } else if (*f->at == 'W') {
            AWAIT_STATUS(12, start_wait_timeout(f, f->at + 1), asyncc_wait_timeout_resume(&f->wait_timeout, &f->result));
            if (s == ASYNCC_DONE)
                say("w%d", f->result);
        } else if (*f->at == 'r') {
            AWAIT_STATUS(13, start_race(f, f->at + 1), asyncc_race_resume(&f->race, &f->result));
            if (s == ASYNCC_DONE) {
                asyncc_gather_take(f->children[f->result], NULL, 0);
                say("r%d", f->result);
            }
        } else if (*f->at == 'h' && younger(atoi(f->at + 1))) {
            AWAIT_STATUS(14, asyncc_shield_start(&f->shield, asyncc_task_ref((void *)slots[atoi(f->at + 1)]), &f->result, sizeof f->result),
                         asyncc_shield_resume(&f->shield, &f->result, sizeof f->result));
        } else if (*f->at == 'e') {
            AWAIT_STATUS(8, start_object(f, 'e', atoi(f->at + 1)), resume_object(f, 'e'));
        } else if (*f->at && strchr("mav", *f->at)) {
            AWAIT_STATUS(9, start_object(f, *f->at, atoi(f->at + 1)), resume_object(f, *f->at));
            if (s == ASYNCC_DONE) {
                if (*f->at == 'v') {
                    AWAIT_STATUS(10, asyncc_condition_wait_start(&f->condition, &objects[atoi(f->at + 1)].condition, &objects[atoi(f->at + 1)].mutex),
                                 asyncc_condition_wait_resume(&f->condition));
                } else {
                    AWAIT_STATUS(11, start_call(f, routine_behind(f->at)), asyncc_call_resume(&f->call, &f->result, sizeof f->result));
                }
                give_back(*f->at, atoi(f->at + 1));
            }
        } else if (*f->at && *f->at != '/') {
            act(f->at);
        }
        if (s == ASYNCC_CANCELLED) {
            f->ended = s;
            if (f->in_cleanup)
                return s;
            say("~%d", f->routine);
            while (*f->at && *f->at != '/')
                f->at = next_word(f->at);
        }
        if (*f->at == '/')
            f->in_cleanup = 1;
        if (!*f->at)
            break;
    }
    if (f->ended == ASYNCC_CANCELLED)
        return f->ended;
    END;
}

void script_begin(const char *script)
{
    int count = 0;
    assert_true(strlen(script) < sizeof program - 2);
    memset(program, 0, sizeof program);
    memset(objects, 0, sizeof objects);
    for (unsigned i = 0; i < OBJECTS; i++)
        objects[i].semaphore.value = i + 1;
    strcpy(program, script);
    routines[count++] = program;
    /* "a b;c" becomes "a\0b\0\0c\0\0": shift what follows each semicolon by one. */
    char *out = program;
    for (const char *in = script; *in; in++) {
        if (*in == ' ') {
            *out++ = 0;
            while (in[1] == ' ')
                in++;
        } else if (*in == ';') {
            *out++ = 0;
            *out++ = 0;
            while (in[1] == ' ')
                in++;
            routines[count++] = out;
        } else {
            *out++ = *in;
        }
    }
    *out++ = 0;
    *out++ = 0;
}

void script_end(void)
{
    for (int i = 0; i < SLOTS; i++) {
        async_task_unref(slots[i]);
        slots[i] = NULL;
    }
}

void run_script(const char *script)
{
    script_begin(script);
    async_run(script_call(0));
    script_end();
}
