/* Local types from macros of <sys/queue.h>. */
#include <asyncc.h>
#include <stdio.h>
#include <stddef.h>
#include <sys/queue.h>

static async int one(int v) { await async_yield(); return v; }

static async int lists(void)
{
    struct item { int value; LIST_ENTRY(item) link; };
    LIST_HEAD(head, item) list = LIST_HEAD_INITIALIZER(list);
    struct item a = { .value = 1 }, b = { .value = 2 }, *i;
    LIST_INSERT_HEAD(&list, &a, link);
    LIST_INSERT_HEAD(&list, &b, link);
    int sum = 0;
    LIST_FOREACH(i, &list, link)
        sum = sum * 10 + i->value + await one(1);
    printf("%zu\n", offsetof(struct item, link));
    return sum;
}

static async int tails(void)
{
    TAILQ_HEAD(queue, job) q = TAILQ_HEAD_INITIALIZER(q);
    struct job { TAILQ_ENTRY(job) next; char name[5]; } jobs[3] = { { .name = "a" }, { .name = "b" }, { .name = "c" } };
    for (int i = 0; i < 3; i++) {
        TAILQ_INSERT_TAIL(&q, &jobs[i], next);
        await async_yield();
    }
    struct job *j;
    struct queue *p = &q;
    int n = 0;
    while ((j = TAILQ_FIRST(p)) != NULL) {
        TAILQ_REMOVE(p, j, next);
        n = n * 10 + j->name[0] - 'a' + await one(1);
    }
    return n;
}

static async int nested_heads(void)
{
    struct tree {
        int v;
        STAILQ_HEAD(kids, tree) children;
        STAILQ_ENTRY(tree) next;
    } root = { .v = 1 }, kid = { .v = 2 };
    STAILQ_INIT(&root.children);
    STAILQ_INSERT_TAIL(&root.children, &kid, next);
    await async_yield();
    struct kids *k = &root.children;
    struct tree *t = STAILQ_FIRST(k);
    return t->v + (await one(3));
}

async int main(void)
{
    printf("%d\n", await lists());
    printf("%d\n", await tails());
    printf("%d\n", await nested_heads());
    return 0;
}
