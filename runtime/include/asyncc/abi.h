/*
 * asyncc/abi.h - the treaty between translated code and the runtime.
 *
 * Everything that the output of asyncc mentions is declared here, and nothing else of the runtime's
 * inside. A change that old output would not survive changes ASYNCC_ABI (abi/number.h); translated files begin with the
 * definition of ASYNCC_TRANSLATED, the number that they were made for, which is compared; and objects of another number
 * do not link.
 *
 * Words. A *frame* holds what a suspended async function keeps: its first member is `unsigned state`,
 * 0 before the first step and k while it waits in its k-th await. A *unit* is a separately resumable
 * frame with a header: a task, a child of a gather, or a callee that could not be embedded in its
 * caller's frame. A *leaf* is an operation of the runtime that really suspends.
 *
 * Protocol. `X_start` begins an operation and `X_resume` continues it after its unit was resumed. Both
 * return ASYNCC_DONE (a result, if any, has been stored), ASYNCC_PENDING (the caller saves what it needs
 * and returns ASYNCC_PENDING itself, up to the unit's step function), or ASYNCC_CANCELLED (the task is
 * being cancelled, or memory ran out: the caller runs its defers and returns ASYNCC_CANCELLED). A leaf's
 * structure must stay where it is, untouched, while it is pending.
 */
#ifndef ASYNCC_ABI_H
#define ASYNCC_ABI_H

#include <asyncc/abi/number.h>
#include <stddef.h>
#if !defined(__clang__) && !defined(__ASYNCC__)
#include <asyncc/abi/atomic.h>
#endif

#if defined(ASYNCC_TRANSLATED) && ASYNCC_TRANSLATED != ASYNCC_ABI
#error "this file was translated for another ABI of the asyncc runtime: translate it again"
#endif

/* Functions are entered in their middle, and declare there what they need: of that alone these would remark. */
#if defined(ASYNCC_TRANSLATED) && defined(__GNUC__) && !defined(__cplusplus)
#pragma GCC diagnostic ignored "-Wdeclaration-after-statement"
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wjump-misses-init"
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

#pragma pack(push) /* whatever holds where it is included */
#pragma pack()

/*
 * What really suspends is the rare way out of the code around it: told so, compilers keep the registers that
 * a suspension needs off the way that does not suspend (measured: an await that completes at once costs
 * 1.2 plain calls instead of 1.5).
 */
#if defined(__GNUC__) && !defined(ASYNCC_RUNTIME) /* for callers; the functions themselves are not slow */
#define ASYNCC_COLD __attribute__((cold))
#else
#define ASYNCC_COLD
#endif

/*
 * A function whose labels have addresses that are kept: a copy of it would have labels of its own. And gcc must not
 * put what is rarely run into another section: a difference of two labels would not be constant any longer.
 */
#if defined(__clang__)
#define ASYNCC_SINGLE __attribute__((noinline))
#else
#define ASYNCC_SINGLE __attribute__((noinline, noclone, optimize("no-reorder-blocks-and-partition")))
#endif

/* Whether the two become the same text when macros are expanded: see translator/rounds/alternatives.h. */
#define ASYNCC_SAME(left, right) (__builtin_strcmp(ASYNCC_SPELLED(left), ASYNCC_SPELLED(right)) == 0)
#define ASYNCC_SPELLED(...) #__VA_ARGS__

/* The value of a bit-field that is wider than int, as each compiler computes with it: gcc in as many bits as it has. */
#if defined(__clang__)
#define ASYNCC_BIT_FIELD(type, width, value) (value)
#else
#define ASYNCC_BIT_FIELD(type, width, value) (((struct { type asyncc_bits : width; }){ value }).asyncc_bits)
#endif

typedef enum asyncc_status { ASYNCC_DONE, ASYNCC_PENDING, ASYNCC_CANCELLED } asyncc_status;

/* Flags that give the structs of this page another layout than they have in the runtime. */
struct asyncc_layout {
    char first;
    void *second;
};
#ifndef __cplusplus
__extension__ _Static_assert(offsetof(struct asyncc_layout, second) == sizeof(void *),
                             "-fpack-struct: the runtime is built without");
__extension__ _Static_assert(sizeof(asyncc_status) == sizeof(int), "-fshort-enums: the runtime is built without");
__extension__ _Static_assert(sizeof 0.1 == sizeof(double),
                             "-fsingle-precision-constant: the translator does not know of it");
#elif __cplusplus >= 201103L
static_assert(offsetof(struct asyncc_layout, second) == sizeof(void *), "-fpack-struct: the runtime is built without");
static_assert(sizeof(asyncc_status) == sizeof(int), "-fshort-enums: the runtime is built without");
#endif

/* The header of a unit. Translated code only reserves room for it. */
struct asyncc_unit {
    union {
        struct asyncc_unit *next; /* while it is in a queue */
        void *leaf;               /* while it waits: the leaf, whose kind is in flags */
    } wait;
    const struct asyncc_function *function;
    void *owner;     /* pooled callee: the unit that awaits it; gather child: see the runtime; task: its waiters */
    unsigned serial; /* in the order of creation; of a callee where its task is, see the runtime */
    unsigned flags;  /* the runtime's: state, kind of leaf, references, cancel requests */
};

/* What stands at the `offset` of a frame while its function waits at a site. */
enum asyncc_site_kind {
    ASYNCC_SITE_FRAME, /* the frame of `callee`, a struct asyncc_function */
    ASYNCC_SITE_CALL,  /* a struct asyncc_call */
    ASYNCC_SITE_LEAF,  /* a leaf; `callee` is its name, a string */
    ASYNCC_SITE_JOIN,  /* a struct asyncc_join */
    ASYNCC_SITE_GATHER /* a struct asyncc_gather */
};

/* One await of a function. */
struct asyncc_site {
    unsigned line;
    enum asyncc_site_kind kind;
    size_t offset;      /* from the start of the frame */
    const void *callee; /* see the kind; NULL otherwise */
};

/* One async function. Translated code gives the members in order, without their names, which may be macros there. */
struct asyncc_function {
    const char *name; /* as the user wrote it */
    const char *file;
    unsigned line;
    unsigned site_count;
    const struct asyncc_site *sites; /* of state k: sites[k - 1] */
    /* Starts (state 0) or resumes the unit, and stores the result when it returns ASYNCC_DONE. */
    asyncc_status (*step)(struct asyncc_unit *unit);
    size_t size, alignment; /* of the unit; ASYNCC_UNIT_SIZE says these three */
    size_t pool;            /* its class in the pool; 0: it is allocated alone */
    size_t frame, result;   /* offsets in the unit; result is 0 when there is none */
    void (*natural)(void);  /* the function under its own name; not called */
};

/* Units of one size, in words of 8 bytes, are a class of the pool, unless they are large or aligned to more. */
enum { ASYNCC_POOL_LARGEST = 1024, ASYNCC_POOL_CLASSES = ASYNCC_POOL_LARGEST / 8 + 1 };
#define ASYNCC_POOL_CLASS(size, alignment) \
    ((size) > ASYNCC_POOL_LARGEST || (alignment) > 16 ? 0 : ((size) + 7) / 8)
/* What a struct asyncc_function says of its unit: written by hand, and by asyncc. */
#define ASYNCC_UNIT_SIZE(type)                             \
    .size = sizeof(type), .alignment = _Alignof(type),     \
    .pool = ASYNCC_POOL_CLASS(sizeof(type), _Alignof(type))
#define ASYNCC_UNIT(type) sizeof(type), ASYNCC_ALIGNMENT(type), ASYNCC_POOL_CLASS(sizeof(type), _Alignof(type))
/*
 * The translator sees to what the file itself packs, but not to what a header leaves packed: that is an error here, in
 * whatever standard.
 */
#define ASYNCC_ALIGNMENT(type)                                                                               \
    (_Alignof(type) + 0 * sizeof(struct {                                                                    \
        int pragma_pack_of_a_header_packs_a_frame : _Alignof(type) >= _Alignof(struct asyncc_unit) ? 1 : -1; \
    }))
#define ASYNCC_NO_UNIT NULL, 0, 0, 0, 0, 0 /* step, ASYNCC_UNIT, frame and result of a function that is never one */

/* Stands for a pointer argument of a function that is resumed, which does not look at it. Volatile, so that no
 * compiler reasons about it, as that it is null, or the same as another. */
extern void *volatile asyncc_no_argument;

/* A frame was resumed in a state that its function does not have: memory was overwritten. Aborts. */
void asyncc_bad_state(const char *function, unsigned state) __attribute__((noreturn));

/*
 * What translated code and the runtime share, in each thread.
 *
 * An await of a pointer, of a function in another file or of a recursion calls the function under its natural name,
 * with its address in `callee`. A translated function that finds itself there *enters* the call: it clears `callee`,
 * runs in a unit of its own at once, with its arguments in registers, and if it comes to its end gives the unit back
 * and returns its result, as any C function does. If it has to wait it *hands over* the unit: leaves it in the
 * pending slot and something in `callee`. A function that cannot enter, and one written by hand, which need not know
 * of all this, leaves a new unit there, as for create_task. In both cases asyncc_call_start goes on.
 */
struct asyncc_context {
    void (*callee)(void);        /* what an await is calling just now; otherwise NULL */
    struct asyncc_unit *current; /* being stepped; NULL in callbacks and outside of the scheduler */
    struct asyncc_unit *pending; /* left by a natural function, not yet taken */
    struct asyncc_unit **ready;  /* the last link of the ready queue; set while anything is stepped */
    size_t stack;                /* calls are entered from this address of the stack on, for ASYNCC_STACK bytes */
    struct asyncc_unit *spare;   /* the task that was released last, or NULL: often the next one is of its function */
    size_t spare_class;          /* its class in the pool; its function may have been unloaded since */
    struct asyncc_unit *released[ASYNCC_POOL_CLASSES]; /* to be used again; always empty for class 0 */
};

/*
 * With the initial-exec model its address costs one instruction even in position-independent code; it needs a
 * kilobyte and a half of the static block that loaders keep for libraries.
 */
#define ASYNCC_HOT_TLS __attribute__((tls_model("initial-exec")))

/* Whatever has async functions refers to it. */
#ifdef __cplusplus
extern __thread struct asyncc_context asyncc_context ASYNCC_SYMBOL(asyncc_abi) ASYNCC_HOT_TLS;
#else
extern _Thread_local struct asyncc_context asyncc_context ASYNCC_SYMBOL(asyncc_abi) ASYNCC_HOT_TLS;
#endif

enum {
    ASYNCC_STACK = 128 * 1024,

    /* Those of a unit's flags that are of use here. */
    ASYNCC_UNIT_IN_JOIN = 3, /* it waits in a struct asyncc_join */
    ASYNCC_UNIT_TASK = 0x10,
    ASYNCC_UNIT_CALLEE = 0x20,    /* all flags of a callee that runs and that nobody has to do with */
    ASYNCC_UNIT_ROLE = 0x30,      /* the bits that tell tasks, callees and children of a gather from each other */
    ASYNCC_UNIT_CANCEL = 0x100,   /* a cancel is to be delivered */
    ASYNCC_UNIT_CALLBACK = 0x200, /* the runtime has still to do with it */
    ASYNCC_UNIT_ENDED = 0x400,
    ASYNCC_UNIT_WAS_CANCELLED = 0x800 /* ended, by a cancel */
};
#define ASYNCC_UNIT_REFERENCE (1u << 20) /* an owner of a task's handle; above all else stands how many there are */
#define ASYNCC_UNIT_REFERENCES (0xfffu << 20)

void *asyncc_unit_new_slow(const struct asyncc_function *function) ASYNCC_COLD; /* see asyncc_unit_new */

/* A unit of the function that was used before, or NULL: only `function` is set. */
static __inline__ struct asyncc_unit *asyncc_unit_take(const struct asyncc_function *function)
{
    struct asyncc_unit *unit = asyncc_context.spare;
    if (unit && unit->function == function && asyncc_context.spare_class == function->pool) {
        asyncc_context.spare = NULL;
        return unit;
    }
    unit = asyncc_context.released[function->pool];
    if (__builtin_expect(unit != NULL, 1)) {
        asyncc_context.released[function->pool] = unit->wait.next;
        unit->function = function;
    }
    return unit;
}

/*
 * A new unit for a call of `function`, left in the thread's pending slot for whoever starts it:
 * create_task, gather, async_run, an await. The caller stores the arguments and state 0.
 * NULL when there is no memory; then whatever starts it sees that. Always inline: debug mode tells who called the caller.
 */
static __inline__ __attribute__((always_inline)) void *asyncc_unit_new(const struct asyncc_function *function)
{
    struct asyncc_unit *unit;
    if (__builtin_expect(asyncc_context.pending != NULL, 0))
        return asyncc_unit_new_slow(function);
    unit = asyncc_unit_take(function);
    if (__builtin_expect(!unit, 0))
        return asyncc_unit_new_slow(function);
    return asyncc_context.pending = unit;
}

/*
 * The caller: begins the call of the function with this address. The arguments have been evaluated, and the call
 * itself follows, so that nothing else is called meanwhile.
 */
static __inline__ void asyncc_call_begin(void (*callee)(void))
{
    asyncc_context.callee = callee;
}

/* The caller, afterwards: whether the function has come to its end, so that its value is the result. */
static __inline__ int asyncc_call_done(void)
{
    return (int)__builtin_expect(!asyncc_context.callee, 1);
}

/* The unit that calls it, if an await does. */
static __inline__ struct asyncc_unit *asyncc_call_owner(void)
{
    return asyncc_context.current;
}

/* A function that never suspends: whether an await calls it, so that it is to run at once. */
static __inline__ int asyncc_call_awaited(const struct asyncc_function *function)
{
    if (asyncc_context.callee != function->natural)
        return 0;
    asyncc_context.callee = NULL;
    return 1;
}

/*
 * Any other: the unit to run in at once, if an await calls it and there is nothing in the way: a deep stack, a
 * cancel to deliver, no unit that was used before. Otherwise NULL.
 */
static __inline__ void *asyncc_call_enter(const struct asyncc_function *function)
{
    struct asyncc_context *context = &asyncc_context;
    struct asyncc_unit *unit, *owner;
    char here; /* where the stack is: asking for the frame's address would cost a frame pointer */
    int is_deep = (size_t)&here - context->stack > ASYNCC_STACK;
    if (context->callee != function->natural)
        return NULL;
    unit = context->released[function->pool];
    owner = context->current;
    if (__builtin_expect(!unit || is_deep || owner->flags & ASYNCC_UNIT_CANCEL, 0))
        return NULL;
    context->callee = NULL;
    context->released[function->pool] = unit->wait.next;
    context->current = unit;
    if (unit->function != function) /* mostly it is: a store takes longer */
        unit->function = function;
    unit->owner = owner;
    unit->flags = ASYNCC_UNIT_CALLEE;
    return unit;
}

/* Leaves the unit to asyncc_call_start. */
void asyncc_call_hand_over(struct asyncc_unit *unit, asyncc_status status) ASYNCC_COLD;

/*
 * It has run with this status, in the unit, which the owner awaits: gives the unit back, so that the function returns
 * its result, or hands it over.
 */
static __inline__ void asyncc_call_leave(struct asyncc_unit *unit, struct asyncc_unit *owner,
                                         const struct asyncc_function *function, asyncc_status status)
{
    struct asyncc_context *context = &asyncc_context;
    context->current = owner;
    if (__builtin_expect(status != ASYNCC_DONE, 0)) {
        asyncc_call_hand_over(unit, status);
        return;
    }
    if (__builtin_expect(unit->flags & ASYNCC_UNIT_CANCEL, 0))
        owner->flags |= ASYNCC_UNIT_CANCEL; /* asked for while it ran, and not yet delivered */
    if (__builtin_expect(unit->wait.next != context->released[function->pool], 0))
        unit->wait.next = context->released[function->pool]; /* mostly it is: loads would wait for stores */
    context->released[function->pool] = unit;
}

/*
 * An argument that was parked in a unit, read by itself. Volatile, so that gcc does not read several at once as a
 * vector: the stores just before were of one each, and the processor would have to wait for them (measured: a
 * call into another file takes 6.2 ns so, and 8.3 without).
 */
#define ASYNCC_ARGUMENT(place) (*(volatile __typeof__(place) *)(void *)&(place))

/*
 * What makes the variable its own value, of which gcc takes no notice but that it is on purpose; clang needs nothing. Behind
 * the declarator of what is set only when a status says so, which gcc loses sight of.
 */
#ifdef __clang__
#define ASYNCC_UNSET(variable)
#else
#define ASYNCC_UNSET(variable) = variable
#endif

/* Where the object is, whatever its qualifiers: a cast would be said to take them away. */
static __inline__ void *asyncc_object(const volatile void *place)
{
    union {
        const volatile void *from;
        void *to;
    } object;
    object.from = place;
    return object.to;
}

/*
 * The memory of a variable-length array that lives across awaits; its alignment is a power of 2. NULL when there is
 * none: the task then ends as if it was cancelled, defers and all. Freed at the end of the array's scope.
 */
void *asyncc_array_new(size_t size, size_t alignment);
void asyncc_array_free(void *array);

/* Where the result of a finished unit stands. */
static __inline__ void *asyncc_unit_result(struct asyncc_unit *unit)
{
    return (char *)unit + unit->function->result;
}

/* Takes a cancel that is to be delivered: 1 if there was one. Every leaf's resume asks. */
static __inline__ int asyncc_unit_take_cancel(struct asyncc_unit *unit)
{
    if (__builtin_expect(!(unit->flags & ASYNCC_UNIT_CANCEL), 1))
        return 0;
    unit->flags &= ~(unsigned)ASYNCC_UNIT_CANCEL;
    return 1;
}

/* Puts the unit, which waits for nothing, at the end of the ready queue, while anything is stepped. */
static __inline__ void asyncc_push_inside(struct asyncc_unit *unit)
{
    *asyncc_context.ready = unit;
    asyncc_context.ready = &unit->wait.next;
}

/* Sleeping: async_sleep, async_yield, and the forced suspensions of `--suspend-points`. */
struct asyncc_timer_links {
    struct asyncc_timer_links *next, *previous;
};
struct asyncc_timer {
    struct asyncc_timer_links links; /* with timers of about the same deadline */
    struct asyncc_unit *unit;        /* whom it wakes */
    __UINT64_TYPE__ deadline;        /* nanoseconds of the runtime's clock */
    unsigned kind;                   /* the runtime's: whether it is armed, and what it does when it is due */
};
struct asyncc_call_timer { /* the runtime's own */
    struct asyncc_timer timer;
    void (*call)(struct asyncc_call_timer *self);
};
struct asyncc_sleep {
    struct asyncc_timer timer;
};
asyncc_status asyncc_sleep_start(struct asyncc_sleep *self, double seconds) ASYNCC_COLD;
static __inline__ asyncc_status asyncc_sleep_resume(struct asyncc_sleep *self)
{
    (void)self;
    return asyncc_unit_take_cancel(asyncc_context.current) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

struct asyncc_yield {
    char unused;
};
static __inline__ asyncc_status asyncc_yield_start(struct asyncc_yield *self)
{
    asyncc_status status = ASYNCC_PENDING;
    (void)self;
    asyncc_push_inside(asyncc_context.current);
    __asm__("" : "+r"(status)); /* else compilers see that no way leads on, and warn of what holds on the others only */
    return status;
}
static __inline__ asyncc_status asyncc_yield_resume(struct asyncc_yield *self)
{
    (void)self;
    return asyncc_unit_take_cancel(asyncc_context.current) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* Suspends as ASYNCC_SUSPEND says: "never" (the default), "always" or "random[:seed]". */
struct asyncc_suspend {
    char unused;
};
asyncc_status asyncc_suspend_start(struct asyncc_suspend *self) ASYNCC_COLD;
asyncc_status asyncc_suspend_resume(struct asyncc_suspend *self) ASYNCC_COLD;

/* What every leaf begins with that waits for something outside: I/O, another thread. */
struct asyncc_operation {
    struct asyncc_unit *unit;                      /* whom it wakes */
    void (*cancel)(struct asyncc_operation *self); /* asks it to end soon; it must still wake its unit */
};

/*
 * Awaiting a call that was begun and is not done; its unit is in the pending slot: see struct asyncc_context. The
 * result is copied to `result` (`size` bytes; NULL and 0 for void) and the unit released.
 */
struct asyncc_call {
    struct asyncc_unit *unit;
};
asyncc_status asyncc_call_start(struct asyncc_call *self, void *result, size_t size) ASYNCC_COLD;
asyncc_status asyncc_call_resume(struct asyncc_call *self, void *result, size_t size) ASYNCC_COLD;

/* Waiting for a task to end; releases the handle. */
struct asyncc_join {
    struct asyncc_unit *unit, *task;     /* if it is the task's only one, just `task` is set: see unit.h */
    struct asyncc_join *next, *previous; /* waiters of the same task: see core/list.h */
};
asyncc_status asyncc_join_start_slow(struct asyncc_join *self, struct asyncc_unit *task, void *result,
                                     size_t size) ASYNCC_COLD;
asyncc_status asyncc_join_resume_slow(struct asyncc_join *self, void *result, size_t size) ASYNCC_COLD;

/* What is usual: the task runs, nobody else waits for it or owns it. Then the unit is all that it keeps of the join. */
static __inline__ asyncc_status asyncc_join_start(struct asyncc_join *self, struct asyncc_unit *task, void *result,
                                                  size_t size)
{
    struct asyncc_unit *unit = asyncc_context.current;
    unsigned state = ASYNCC_UNIT_ROLE | ASYNCC_UNIT_ENDED | ASYNCC_UNIT_REFERENCES;
    unsigned usual = ASYNCC_UNIT_TASK | ASYNCC_UNIT_REFERENCE;
    if (__builtin_expect(!task || (task->flags & state) != usual || task->owner || unit->flags & ASYNCC_UNIT_CANCEL, 0))
        return asyncc_join_start_slow(self, task, result, size);
    self->task = task;
    task->owner = (char *)unit + 1;
    unit->wait.leaf = self;
    unit->flags |= ASYNCC_UNIT_IN_JOIN;
    return ASYNCC_PENDING;
}

/* What is usual: it has come to its end, nobody else owns it, and its memory can be kept as the spare one. */
static __inline__ asyncc_status asyncc_join_resume(struct asyncc_join *self, void *result, size_t size)
{
    struct asyncc_context *context = &asyncc_context;
    struct asyncc_unit *task = self->task;
    const struct asyncc_function *function = task->function;
    unsigned flags = task->flags;
    unsigned state = ASYNCC_UNIT_CALLBACK | ASYNCC_UNIT_ENDED | ASYNCC_UNIT_WAS_CANCELLED | ASYNCC_UNIT_REFERENCES;
    unsigned usual = ASYNCC_UNIT_ENDED | ASYNCC_UNIT_REFERENCE;
    if (__builtin_expect((flags & state) != usual || context->current->flags & ASYNCC_UNIT_CANCEL || !function->pool ||
                             context->spare,
                         0))
        return asyncc_join_resume_slow(self, result, size);
    if (size)
        __builtin_memcpy(result, (char *)task + function->result, size);
    task->flags = flags - ASYNCC_UNIT_REFERENCE;
    context->spare = task;
    context->spare_class = function->pool;
    return ASYNCC_DONE;
}

/* async_wait. */
struct asyncc_wait {
    struct asyncc_unit *unit;
    struct asyncc_watch *watches; /* one for each task, from the pool */
    size_t left;                  /* how many must still end */
};
asyncc_status asyncc_wait_start(struct asyncc_wait *self, const void *tasks, size_t count, int until,
                                int *result) ASYNCC_COLD;
asyncc_status asyncc_wait_resume(struct asyncc_wait *self, int *result) ASYNCC_COLD;

/* async_wait_first_failed. */
struct asyncc_wait_first_failed {
    struct asyncc_wait wait;
};
asyncc_status asyncc_wait_first_failed_start(struct asyncc_wait_first_failed *self, const void *tasks, size_t count,
                                             int *result) ASYNCC_COLD;
asyncc_status asyncc_wait_first_failed_resume(struct asyncc_wait_first_failed *self, int *result) ASYNCC_COLD;

/* async_wait_timeout. */
struct asyncc_wait_timeout {
    struct asyncc_call_timer timer;
    struct asyncc_wait wait;
};
asyncc_status asyncc_wait_timeout_start(struct asyncc_wait_timeout *self, const void *tasks, size_t count, int until,
                                        double seconds, int *result) ASYNCC_COLD;
asyncc_status asyncc_wait_timeout_resume(struct asyncc_wait_timeout *self, int *result) ASYNCC_COLD;

/* async_shield: as a join, but a cancel does not go on to the task. */
struct asyncc_shield {
    struct asyncc_wait wait;
    struct asyncc_unit *task;
};
asyncc_status asyncc_shield_start(struct asyncc_shield *self, struct asyncc_unit *task, void *result,
                                  size_t size) ASYNCC_COLD;
asyncc_status asyncc_shield_resume(struct asyncc_shield *self, void *result, size_t size) ASYNCC_COLD;

/*
 * gather: init, then for each call in order either asyncc_gather_add with a unit embedded in the frame,
 * whose arguments and state are stored already, or asyncc_gather_call with the unit in the pending slot
 * (NULL is stored when there is none: no memory), then start. When it is DONE every child has
 * ended and not been cancelled; asyncc_gather_take copies the result of a pooled child and releases it.
 * When it is CANCELLED every child has ended, and the pooled ones are released by resume itself.
 */
struct asyncc_gather {
    struct asyncc_unit *children; /* linked by the runtime */
    struct asyncc_unit *cursor;   /* the newest child; while a cancel walks through it: the next one to ask */
    struct asyncc_gather *outer;  /* during that walk: where it goes on afterwards */
    unsigned left;                /* children still running */
    unsigned flags;
};
void asyncc_gather_init(struct asyncc_gather *self);
void asyncc_gather_add(struct asyncc_gather *self, struct asyncc_unit *child, const struct asyncc_function *function);
void asyncc_gather_call(struct asyncc_gather *self, struct asyncc_unit **child);
asyncc_status asyncc_gather_start(struct asyncc_gather *self) ASYNCC_COLD;
asyncc_status asyncc_gather_resume(struct asyncc_gather *self) ASYNCC_COLD;
void asyncc_gather_take(struct asyncc_unit *child, void *result, size_t size);

/*
 * race: the same with asyncc_race_init, asyncc_race_start and asyncc_race_resume instead of gather's. When it is DONE
 * every child has ended, and *winner is the number, from 0, of the one that did so first. The others, which were
 * cancelled then, are released by resume; asyncc_gather_take is for the winner only.
 */
struct asyncc_race {
    struct asyncc_gather gather;
    struct asyncc_unit *winner;
    const char *values; /* of a first_ok */
    int failure;
};
void asyncc_race_init(struct asyncc_race *self);
asyncc_status asyncc_race_start(struct asyncc_race *self, int *winner) ASYNCC_COLD;
asyncc_status asyncc_race_resume(struct asyncc_race *self, int *winner) ASYNCC_COLD;

/*
 * first_ok: likewise. `values` has a letter for each child: its value is an int (i), or as wide as long long (w), and if it is
 * negative the child does not win. *winner is then, if none has won and not all were cancelled, the last such value.
 */
void asyncc_first_ok_init(struct asyncc_race *self, const char *values);
asyncc_status asyncc_first_ok_start(struct asyncc_race *self, int *winner) ASYNCC_COLD;
asyncc_status asyncc_first_ok_resume(struct asyncc_race *self, int *winner) ASYNCC_COLD;

/*
 * timeout: start arms the timer and the awaited operation follows, in the same unit; its status goes through
 * asyncc_timeout_end, at its start and at each resume. When that returns ASYNCC_DONE, *result is 0 (the
 * operation's own result stands) or UV_ETIMEDOUT (it was cancelled by this timeout, and has ended).
 */
struct asyncc_timeout {
    struct asyncc_timer timer;
    unsigned cancels; /* requests that the task had when it began */
    unsigned fired;
};
void asyncc_timeout_start(struct asyncc_timeout *self, double seconds);
asyncc_status asyncc_timeout_end(struct asyncc_timeout *self, asyncc_status status, int *result);

/*
 * An item of a gather or race that is more than a call: a gather, a race, a join, a shield, or time limits around one of
 * these or a call. begin (`limits`: room for those around it, outermost first), limit for each in that order; one of call, with the
 * unit in the pending slot, join, shield, gather and race, where `result` is its place in the frame; for the last two their own
 * children, who are added to `operation.race.gather`; then asyncc_gather_item. When what it is an item of is DONE, and
 * none of the limits' statuses is UV_ETIMEDOUT, the result is there, `winner` is a race's, and children are to be taken.
 */
struct asyncc_limit {
    struct asyncc_timeout timeout;
    double seconds;
    int status; /* as asyncc_timeout_end has it */
};
struct asyncc_item {
    struct asyncc_unit unit;
    unsigned state; /* its frame: whether it has begun */
    unsigned limit_count;
    struct asyncc_limit *limits;
    struct asyncc_unit *of; /* the callee, or the task that is joined */
    void *result;
    size_t size;
    union {
        struct asyncc_call call;
        struct asyncc_join join;
        struct asyncc_shield shield;
        struct asyncc_race race; /* a gather's, too */
    } operation;
    int winner;
};
void asyncc_item_begin(struct asyncc_item *self, struct asyncc_limit *limits);
void asyncc_item_limit(struct asyncc_item *self, double seconds);
void asyncc_item_call(struct asyncc_item *self, void *result, size_t size);
void asyncc_item_join(struct asyncc_item *self, struct asyncc_unit *task, void *result, size_t size);
void asyncc_item_shield(struct asyncc_item *self, struct asyncc_unit *task, void *result, size_t size);
void asyncc_item_gather(struct asyncc_item *self);
void asyncc_item_race(struct asyncc_item *self);
void asyncc_item_first_ok(struct asyncc_item *self, const char *values);
void asyncc_gather_item(struct asyncc_gather *gather, struct asyncc_item *item);

/* The body of the `main` that stands in place of `async int main`: the exit status of the program. */
int asyncc_main(void);

#pragma pack(pop)

#ifdef __cplusplus
}
#endif
#endif /* ASYNCC_ABI_H */

#ifdef ASYNCC_TRANSLATED /* also where asyncc.h came before, precompiled: see there */
#undef ASYNCC_NOT_TRANSLATED
#define ASYNCC_NOT_TRANSLATED
#ifdef ASYNCC_IS_REFUSED
#pragma clang diagnostic ignored "-Wattribute-warning"
#endif
#endif
