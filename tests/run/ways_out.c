/*
 * Every way out of a statement expression that has a defer, in every place where an expression may stand, through a loop and
 * a function with defers of their own.
 */
#include <asyncc.h>
#define DEFER(n, statement) defer statement;
#include <stdio.h>

static int table[2] = { 0, 1 };

static void say(const char *text)
{
    printf("%s", text);
}

struct pair {
    int first, second;
};

static int plain(int x)
{
    return x;
}

static async int same(int x)
{
    await async_yield();
    return x;
}

async int through(int x); /* through a unit of its own */
static async int (*pointer)(int) = same;

#define IN(jump)           \
    ({                     \
        DEFER(e, say("e")) \
        int e = x;         \
        if (e == 1)        \
            jump;          \
        e;                 \
    })

#define assigned(E) a = E;
#define initialised(E) int b = E; a += b;
#define dropped(E) E;
#define tested(E) if (E) say("t"); else say("f");
#define returned(E) if (x != 2) return E;
#define added(E) a = 1 + E;
#define argument(E) a = plain(E);
#define subscripted(E) a = table[E & 1];
#define anded(E) a = a && E;
#define ored(E) a = E || a;
#define chosen(E) a = a ? E : 3;
#define selected(E) a = E ? 4 : 3;
#define elvis(E) a = E ?: 5;
#define comma(E) a = (E, 6);
#define cast(E) a = (int)(long)E;
#define member(E) a = ((struct pair){ E, 2 }).second;
#define listed(E) struct pair p = { .second = E }; a = p.second;
#define generic(E) a = _Generic(1, int: E, char *: 2);
#define sized(E) int v[E + 2]; v[1] = 7; await async_yield(); a = v[1];
#define evaluated_size(E) a = (int)sizeof(char[E + 1]);
#define assembled(E) __asm__ volatile("" : "=r"(a) : "0"(E));
#define nested(E) a = ({ DEFER(n, say("n")) int f = E; f + 1; });
#define awaited(E) a = await same(E);
#define through_unit(E) a = await through(E);
#define through_pointer(E) a = await (*pointer)(E);
#define gathered(E) int b = 0; await gather(b = through(E), a = same(3)); a += b;
#define destination(E) await gather(table[E & 1] = same(1), same(2)); table[0] = 0;
#define limited(E) await timeout(100, a = same(E));
#define seconds(E) await timeout(100 + E, a = same(8));
#define raced(E) await race(a = same(E));
#define slept(E) await async_sleep(E);
#define deferring(E) { DEFER(d, say("d")) a = E; }
#define switched(E) switch (E) { case 1: say("one"); break; default: say("many"); }
#define storage(E) int v[x + 2]; v[x] = 1; await async_yield(); a = v[x] + E;
#define while_head(E) for (int n = 0; n < 2 && E < 9; n++) say("h");
#define do_head(E) { int n = 0; do say("h"); while (n++ < 1 && E < 9); }
#define step_head(E) for (int n = 0; n < 2; n += 1 + 0 * E) say("h");
#define init_head(E) for (int n = 0 * E; n < 2; n++) say("h");

#define PLACES(X)                                                                                                 \
    X(assigned) X(initialised) X(dropped) X(tested) X(returned) X(added) X(argument) X(subscripted) X(anded) X(ored) \
    X(chosen) X(selected) X(elvis) X(comma) X(cast) X(member) X(listed) X(generic) X(sized) X(evaluated_size)        \
    X(assembled) X(nested) X(awaited) X(through_unit) X(through_pointer) X(gathered) X(destination) X(limited)       \
    X(seconds) X(raced) X(slept) X(deferring) X(storage)
/* a break there would be of another loop, or switch */
#define HEADS(X) X(switched) X(while_head) X(do_head) X(step_head) X(init_head)

#define FUNCTION(place, way, jump)             \
    static async int place##_##way(int x)      \
    {                                          \
        int a = 1;                             \
        if (x > 8)                             \
            goto out;                          \
        {                                      \
            DEFER(o, say("o"))                 \
            for (int i = 0; i < 2; i++) {      \
                DEFER(l, say("l"))             \
                say(".");                      \
                place(IN(jump)) say(";");      \
            }                                  \
            say("r");                          \
        }                                      \
        return a;                              \
    out:                                       \
        say("g");                              \
        return -1;                             \
    }

#define RETURNS(place) FUNCTION(place, return, return 70)
#define BREAKS(place) FUNCTION(place, break, break)
#define CONTINUES(place) FUNCTION(place, continue, continue)
#define GOES(place) FUNCTION(place, goto, goto out)
PLACES(RETURNS)
PLACES(BREAKS)
PLACES(CONTINUES)
PLACES(GOES)
HEADS(RETURNS)
HEADS(GOES)

static async void show(const char *name, async int (*function)(int))
{
    printf("%s:", name);
    for (int x = 0; x < 3; x++) {
        say(" ");
        int value = await function(x);
        printf("=%d", value);
    }
    say("\n");
}

async int main(void)
{
#define SHOW_RETURN(place) await show(#place " return", place##_return);
#define SHOW_BREAK(place) await show(#place " break", place##_break);
#define SHOW_CONTINUE(place) await show(#place " continue", place##_continue);
#define SHOW_GOTO(place) await show(#place " goto", place##_goto);
    PLACES(SHOW_RETURN)
    PLACES(SHOW_BREAK)
    PLACES(SHOW_CONTINUE)
    PLACES(SHOW_GOTO)
    HEADS(SHOW_RETURN)
    HEADS(SHOW_GOTO)
    return 0;
}

async int through(int x)
{
    await async_yield();
    return x;
}
