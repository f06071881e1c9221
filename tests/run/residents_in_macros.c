/* pitfalls: 31, 39 */
/* Locals that live in the frame, as arguments of macros that paste, quote, measure and repeat them. */
#include <asyncc.h>
#include <assert.h>
#include <stdio.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define SHOW(x) printf("%s = %d\n", #x, x)
#define SHOW_TEXT(x) printf(#x " = %s\n", x)
#define PAIR(a, b) a##b
#define EACH(i, a) for (size_t i = 0; i < COUNT(a); i++)
#define FIELD(s, f) ((s).f)
#define ADDRESS(x) (&(x))
#define IF_ARGUMENT(x, ...) ((void)x, __VA_ARGS__)
#define NAMES_IT count += 1
#define RETURN_IT return count

static async void increment(int *p)
{
    await async_yield();
    ++*p;
}

static async int named_in_body(void)
{
    int count = 0;
    await increment(&count);
    NAMES_IT;
    await async_yield();
    NAMES_IT;
    RETURN_IT;
}

async int main(void)
{
    int count = 0, list[4] = {1, 2, 3, 4};
    char text[20] = "text";
    struct { int value; char name[8]; } thing = {5, "thing"};
    await increment(&count);
    await increment(&list[2]);
    await increment(&thing.value);
    SHOW(count);
    SHOW(list[2] + count);
    SHOW(FIELD(thing, value));
    SHOW_TEXT(text);
    SHOW_TEXT(FIELD(thing, name));
    SHOW((int)COUNT(list));
    EACH (i, list)
        printf("%d ", list[i]);
    EACH (k, list) {
        await increment(&list[k]);
        printf("%d ", PAIR(li, st)[k]);
    }
    await increment(ADDRESS(count));
    assert(count == 2 && "count");
    memset(text, 'x', sizeof text - 1);
    strncpy(text, "more", 5);
    printf("\n%s %d %d\n", text, IF_ARGUMENT(0, count), await named_in_body());
    return 0;
}
