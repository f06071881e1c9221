/* pitfalls: 39, 41 */
/* Arrays across awaits: sizes, addresses, several dimensions, strings, arrays of pointers and structs. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async void fill(int *list, int n)
{
    for (int i = 0; i < n; i++) {
        await async_yield();
        list[i] = i * i;
    }
}

static async int sum(int list[], int n, int matrix[][3])
{
    int total = 0;
    for (int i = 0; i < n; i++)
        total += await f(list[i]) + matrix[1][2];
    return total + (int)(sizeof(*list) == sizeof(int));
}

static async int total(int rows[static 2][3])
{
    int t = 0;
    for (int i = 0; i < 6; i++)
        t += await f(rows[i / 3][i % 3]);
    return t;
}

async int main(void)
{
    int a[5] = {0};
    await fill(a, 5);
    printf("%zu %zu %zu\n", sizeof a, sizeof a / sizeof a[0], sizeof(&a));
    for (int i = 0; i < 5; i++)
        printf("%d ", a[i]);
    int m[2][3] = {{1, 2, 3}, {4, 5, 6}};
    int (*row)[3] = m;
    await async_yield();
    printf("%d %zu %zu %d\n", row[1][0], sizeof m, sizeof *row, await sum(a, 3, m));
    printf("%d\n", await total(m));
    char text[20] = "text", copy[] = "copied";
    await async_yield();
    strcat(text, " and more");
    await async_yield();
    printf("%s %zu %s %zu\n", text, sizeof text, copy, sizeof copy);
    const char *names[] = {"one", "two", "three"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        printf("%s %d ", names[i], await f((int)i));
    struct { int id; char tag[4]; } table[2] = {{1, "abc"}, {await f(2), "def"}};
    await async_yield();
    printf("%d %s %d %s\n", table[0].id, table[0].tag, table[1].id, table[1].tag);
    int cube[2][2][2];
    for (int i = 0; i < 8; i++)
        cube[i >> 2][i >> 1 & 1][i & 1] = await f(i);
    memset(a, 0, sizeof a);
    int (*pa)[5] = &a;
    await async_yield();
    (*pa)[4] = 44;
    printf("%d %d %d\n", cube[1][0][1], a[0], a[4]);
    int inferred[] = {[3] = await f(9)};
    printf("%zu %d\n", sizeof inferred, inferred[3]);
    int only_before[3] = {1, 2, 3};
    printf("%d\n", only_before[2]);
    await async_yield();
    int only_after[3] = {4, 5, 6};
    return only_after[2];
}
