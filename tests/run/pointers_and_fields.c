/* pitfalls: 8, 12, 13 */
/* Loads through pointers on both sides of awaits; destinations of every shape. */
#include <asyncc.h>
#include <stdio.h>

struct node { int v; struct node *next; int list[3]; };

static struct node a = {1, 0, {0}}, b = {2, &a, {0}}, *head = &b;

static async int pop(void)
{
    await async_yield();
    int v = head->v;
    if (head->next)
        head = head->next;
    return v;
}

static async struct node *current(void)
{
    await async_yield();
    return head;
}

async int main(void)
{
    printf("%d\n", head->v * 10 + await pop());
    printf("%d\n", head->v * 10 + await pop());
    head = &b;
    head->v = await pop() + head->v;
    printf("%d %d\n", a.v, b.v);
    head = &b;
    head->v += await pop();
    printf("%d %d\n", a.v, b.v);
    head = &b;
    (head->next ? head->next : head)->v = await pop() * 100;
    printf("%d %d\n", a.v, b.v);
    head = &b;
    (*head).list[head->v & 1] = await pop();
    printf("%d %d\n", a.list[0] + a.list[1], b.list[0] + b.list[1]);
    head = &b;
    int *p = &head->list[2], **pp = &p;
    **pp = (p = a.list, await pop());
    printf("%d %d\n", a.list[0], b.list[2]);
    (await current())->v = (await current())->v + await pop();
    (await current())->list[await pop() & 1]++;
    printf("%d %d %d\n", a.v, a.list[0], a.list[1]);
    struct node copy = *await current(), *const fixed = &copy;
    fixed->v += (*await current()).v;
    printf("%d\n", copy.v);
    return 0;
}
