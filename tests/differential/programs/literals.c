/* Compound literals whose address lives on, strings and __func__. */
#include <stdio.h>
#include <string.h>

struct node {
    int value;
    struct node *next;
};

static int id(int n)
{
    return n;
}

static int length(const struct node *list)
{
    return list ? id(list->value) + length(list->next) : 0;
}

static int chain(void)
{
    struct node *list = &(struct node){ id(1), &(struct node){ id(2), &(struct node){ id(3), NULL } } };
    list->value += id(10);
    return length(list) * 10 + list->next->next->value;
}

static int arrays(int n)
{
    int *a = (int[]){ id(n), id(n + 1), [4] = id(n + 2) }, *b = NULL;
    for (int i = 0; i < 3; i++) {
        int *fresh = (int[2]){ id(i) };
        if (b)
            a[3] += *b;
        fresh[1] += id(5);
        b = a + i;
        a[2] += fresh[0] + fresh[1];
    }
    return a[0] + 10 * a[1] + 100 * a[2] + 1000 * a[3] + 10000 * a[4];
}

static int changed(const char *text)
{
    char *copy = (char[8]){ "" };
    strcpy(copy, text);
    copy[id(0)] = (char)id('X');
    puts(copy);
    return (int)sizeof((char[]){ "12345" });
}

static const char *name(void)
{
    const char *before = __func__;
    id(1);
    return before == __func__ ? __FUNCTION__ : "another";
}

static const char *same(int n)
{
    static const char *kept;
    const char *now = "one string";
    id(n);
    if (!kept)
        kept = now;
    return kept == now ? "same" : "different";
}

static struct node by_value(int n)
{
    return n ? (struct node){ .value = id(n) } : (struct node){ 0 };
}

int main(void)
{
    printf("%d\n", chain());
    printf("%d\n", arrays(1));
    printf("%d\n", changed("abc"));
    printf("%s\n", name());
    printf("%s %s\n", same(1), same(2));
    printf("%d %d\n", by_value(3).value, (struct node){ id(4), 0 }.value);
    printf("%d\n", ((struct node[]){ { id(1), 0 }, { id(2), 0 } })[id(1)].value);
    printf("%d\n", "hello"[id(4)] + *("abc" + id(1)) + id(1)["xyz"]);
    printf("%ls %d\n", L"wide", (int)sizeof u8"é");
    return 0;
}
