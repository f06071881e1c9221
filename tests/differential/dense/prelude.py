"""
prelude.py - what every generated program begins with: the functions that it awaits, in both languages.

All that is awaited computes from its arguments alone, so that it does not matter what runs beside it.
"""

COMMON = r"""
#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ID(...) __VA_ARGS__
#define EMPTY
#define NOTHING()
#define CAT(a, b) a##b
#define STR(x) #x
#define DEREF *
#define ADDRESS &
#define TWICE * 2u
#define MORE + 3u
#define NEGATIVE ~
#define PAIR 7u, 9u
#define FIRST(a, ...) a
#define SECOND(a, b, ...) b
#define TRY(...) ({ unsigned e_ = (__VA_ARGS__); if (e_ % 5u == 0u) return e_; e_; })
#define AWAIT_SAME(...) await same(__VA_ARGS__)
#define LIST(ENTRY, ...) ENTRY(1, __VA_ARGS__) ENTRY(2, __VA_ARGS__)
#define SUM(k, ...) hash = hash * 3u + k + (__VA_ARGS__);
#define DECLARE(k, ...) unsigned CAT(x, k) = (__VA_ARGS__) + k;
#define count(a) (sizeof(a) / sizeof (a)[0])

struct pair { unsigned a, b; };
struct wide { unsigned a; unsigned b : 5, c : 11; unsigned r[3]; struct pair in; unsigned char d; };
struct note { unsigned *hash, value; };
struct actor { async unsigned (*act)(unsigned v); unsigned value; };
typedef unsigned quad __attribute__((vector_size(16)));
union both { unsigned a; unsigned char c[4]; };

static const unsigned table[4] = { 11u, 22u, 33u, 44u };
static const quad lanes = { 3u, 4u, 5u, 6u };
static unsigned plain(unsigned v) { return v * 7u + 1u; }
static unsigned plain2(unsigned v, unsigned w) { return v * 5u + w; }
static unsigned plain_sum(const unsigned *p, unsigned n)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < n; i++)
        sum = sum * 3u + p[i];
    return sum;
}
static unsigned plain_wide(struct wide w) { return w.a + w.b * 3u + w.r[1] * 5u + w.in.b; }
static struct wide plain_make(unsigned v) { return (struct wide){ .a = v, .b = v & 31u, .r = { v + 1u, v + 2u }, .in = { v, 3u } }; }
static void note_left(struct note *n) { *n->hash = *n->hash * 37u + n->value; }

static async unsigned same(unsigned v) { await async_yield(); return v; }
static async unsigned add(unsigned v, unsigned w) { await async_yield(); return v * 3u + w; }
static async unsigned quick(unsigned v) { return v ^ 5u; }
static async unsigned loud(unsigned v) { await async_yield(); return v * 2u; }
static async unsigned later(unsigned v) { await async_sleep(0.001 * (v % 3u)); return v + 1u; }
static async unsigned twice(unsigned v) { unsigned w = await same(v); return w + await quick(v); }
static async struct pair pair_of(unsigned v, unsigned w) { await async_yield(); return (struct pair){ w, v }; }
static async struct wide wide_of(unsigned v) { await async_yield(); return plain_make(v); }
static async unsigned *address(unsigned *p) { await async_yield(); return p; }
static async void touch(unsigned *p, unsigned v) { await async_yield(); *p = *p * 5u + v; await async_yield(); }
static async unsigned char narrow(unsigned v) { await async_yield(); return (unsigned char)v; }
static async unsigned long long big(unsigned v) { await async_yield(); return v * 4294967299ull; }
static async double real(unsigned v) { await async_yield(); return v % 1000u / 4.0; }
static async double _Complex complex_of(unsigned v, unsigned w) { await async_yield(); return v + w * 1.0i; }
static async quad quad_of(unsigned v) { await async_yield(); return (quad){ v, v + 1u, v ^ 6u, 3u }; }
static async unsigned sum_of(const unsigned *p, unsigned n)
{
    await async_yield();
    unsigned sum = 0;
    for (unsigned i = 0; i < n; i++)
        sum = sum * 3u + await same(p[i]);
    return sum;
}
static async unsigned inside(struct wide w) { await async_yield(); return plain_wide(w); }
static async unsigned (*const pointers[3])(unsigned) = { same, quick, later };
static const struct actor player = { same, 7u };
static async unsigned (*const chosen)(unsigned) = later;
static async unsigned (*handlers[2])(unsigned) = { twice, quick };
#define loud(...) loud((__VA_ARGS__) + 1u) /* it mentions itself */
"""

ASYNC = r"""#include <asyncc.h>
static async unsigned slow(unsigned keep, unsigned v) { await async_sleep(1000 + v % 2u); return keep + 1u; }
"""

# The handle of a task is its result, and what waits does nothing.
TWIN = r"""#define async
#define await
#define task(T) __typeof__(T)
#define create_task(...) (__VA_ARGS__)
#define spawn(...) ((void)(__VA_ARGS__), 0)
#define join(t) (t)
#define shield(t) (t)
#define gather(...) ((void)(__VA_ARGS__))
#define timeout(seconds, ...) ((void)(seconds), (void)(__VA_ARGS__), 0)
#define RACE(first, ...) ((void)(__VA_ARGS__), first)
#define LATE(seconds, ...) ((void)(seconds), (void)(__VA_ARGS__), 1)
static void async_yield(void) {}
static void async_sleep(double seconds) { (void)seconds; }
static unsigned slow(unsigned keep, unsigned v) { (void)v; return keep; }
"""


# The headers come first, and the keywords before what uses them.
_HEADERS, _REST = COMMON.split("#define ID", 1)
BEGIN = ASYNC.replace("\n", _HEADERS + "#define ID" + _REST, 1)
TWIN_BEGIN = "#define TWIN\n" + _HEADERS + TWIN + "#define ID" + _REST


def main_text(units):
    """Runs the units that the arguments say, a line for each call."""
    cases = ""
    for unit in units:
        case = f"        case {unit.number}:\n" + "".join(
            f"            printf(\"{unit.number}.{k} %u\\n\", await u{unit.number}({a}u, {b}u)), fflush(stdout);\n"
            for k, (a, b) in enumerate(((3, 5), (10, 0), (4096, 77)))) + "            break;\n"
        cases += f"#if !defined(TWIN) || !defined(__clang__)\n{case}#endif\n" if unit.gcc_only else case
    return ("async int main(int argc, char **argv)\n{\n    for (int k = 1; k < argc; k++)\n"
            "        switch (atoi(argv[k])) {\n" + cases + "        }\n    return 0;\n}\n")
