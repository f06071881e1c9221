/* pitfalls: 106, 107 */
/* A small state machine and a dispatcher of pointers to async functions. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

struct machine;
typedef async int state(struct machine *m, char c);

struct machine { state *current; int count; };

static state start, in_word, in_number;

static async int start(struct machine *m, char c)
{
    await async_yield();
    m->current = c >= '0' && c <= '9' ? in_number : c == ' ' ? start : in_word;
    return c != ' ';
}

static async int in_word(struct machine *m, char c)
{
    if (c == ' ') {
        m->current = start;
        m->count++;
    }
    return 0;
}

static async int in_number(struct machine *m, char c)
{
    await async_yield();
    if (c == ' ')
        m->current = start;
    return 10;
}

static const struct command { const char *name; async int (*run)(int, int); } *find(const char *name);

static async int add(int a, int b)
{
    await async_yield();
    return a + b;
}

static async int mul(int a, int b)
{
    return a * await add(b, 0);
}

static const struct command commands[] = {{"add", add}, {.name = "mul", .run = mul}};

static const struct command *find(const char *name)
{
    for (unsigned i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

async int main(void)
{
    struct machine m = {start, 0};
    int sum = 0;
    for (const char *p = "two words 12 "; *p; p++)
        sum += await m.current(&m, *p);
    printf("%d %d\n", sum, m.count);
    printf("%d %d\n", await find("add")->run(3, 4), await find("mul")->run(await find("add")->run(1, 2), 5));
    return 0;
}
