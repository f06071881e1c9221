/* Arrays and large structs: in the frame if they are alive over an await, on the stack if not. */
/* pitfalls: 39, 53 */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

struct block {
    int numbers[40];
    char text[20];
};

async int next(int n)
{
    return n + 1;
}

async int use_block(struct block block, int index)
{
    int one = await next(block.numbers[index]);
    return one + block.numbers[index + 1] + block.text[0];
}

/* Dead at the second await. */
async int pass_on(struct block block)
{
    int value = await use_block(block, 3);
    return await next(value);
}

async int changed_after(struct block block)
{
    block.numbers[1] = await next(block.numbers[0]);
    block.text[1] = 'x';
    int value = await next(block.numbers[1]);
    return value + block.text[1] + block.numbers[1];
}

/* Elements only, never a pointer: dead at the await of the first half. */
async int elements(int n)
{
    int early[20], late[3] = { n, n + 1 };
    for (int i = 0; i < 20; i++)
        early[i] = i * n;
    int sum = early[3] + early[19];
    sum += await next(sum);
    late[2] = await next(late[1]);
    (1 [late])++;
    return sum + late[0] + late[1] + late[2];
}

/* Written in one turn of a loop, read in the next. */
async int over_turns(int n)
{
    int kept[20] = { 0 };
    int sum = 0;
    for (int i = 0; i < n; i++) {
        int fresh[20];
        fresh[i] = i * 7;
        sum += kept[i] + fresh[i];
        kept[i + 1] = await next(sum);
    }
    return sum;
}

async int rows(int n)
{
    int matrix[3][4];
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 4; k++)
            matrix[i][k] = await next(i * n + k);
    int *row = matrix[1], sum = 0;
    for (int k = 0; k < 4; k++)
        sum += await next(row[k]);
    return sum + matrix[2][3];
}

/* The address leaves through a subscript, also when it is written the other way round. */
async int through_address(int n)
{
    int list[20] = { 1, 2, 3 };
    int *first = &list[n], *second = &(n + 1)[list];
    int sum = await next(list[n]);
    *first += 10;
    sum += await next(*second);
    *second += 100;
    sum += await next(0);
    return sum + list[n] + list[n + 1];
}

async int member_elements(int n)
{
    struct block block = { { 4, 5, 6 }, "abc" };
    const int table[] = { 10, 20, 30 };
    int sum = block.numbers[n] + table[n];
    sum += await next(block.text[n]);
    const char *text = block.text;
    sum += await next(text[1]);
    return sum + (int)strlen(text) + table[2];
}

async struct block make(int n)
{
    struct block made = { { n }, "made" };
    made.numbers[1] = await next(n);
    return made;
}

async int copies(int n)
{
    struct block a = await make(n), b = a;
    b.numbers[0] += await next(a.numbers[1]);
    a = b;
    int sum = await next(a.numbers[0]);
    return sum + a.numbers[0] + b.numbers[1];
}

async int jumps_back(int n)
{
    int counts[20], turns = 0;
again:
    if (turns > 0)
        counts[turns] += counts[turns - 1];
    else
        counts[0] = n;
    turns++;
    counts[turns] = await next(turns);
    if (turns < 4)
        goto again;
    return counts[4] + counts[3];
}

async int main(void)
{
    struct block block = { { 1, 2, 3, 4, 5 }, "text" };
    printf("%d\n", await pass_on(block));
    printf("%d\n", await changed_after(block));
    printf("%d\n", await elements(3));
    printf("%d\n", await over_turns(5));
    printf("%d\n", await rows(10));
    printf("%d\n", await through_address(1));
    printf("%d\n", await member_elements(1));
    printf("%d\n", await copies(8));
    printf("%d\n", await jumps_back(9));
    return 0;
}
