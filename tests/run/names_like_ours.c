/* Locals with names as the translator makes them: kept over an await, in the frame, hidden, deferred. And many of one name. */
#include <asyncc.h>
#include <stdio.h>

static async void set(int *p)
{
    await async_yield();
    *p += 1;
}

static async int get(int n)
{
    await async_yield();
    return n;
}

static async int kept(int state)
{
    int sum = 0;
    int awaited = 0;
    int await1 = 1;
    int await_1 = 2;
    int t1 = 3;
    int s = 4;
    int self = 5;
    int at = 6;
    int exit1 = 7;
    int defer1 = 8;
    int continue1 = 9;
    int result = 10;
    int value = 11;
    int state_2 = 13;
    int of_state_2 = 14;
    int callee = 15;
    int of_callee_2 = 16;
    int child1 = 17;
    int timeout_2 = 18;
    int gather_2 = 19;
    int name = 20;
    int literal = 21;
    int literal_2 = 22;
    int start = 23;
    int frame = 24;
    int unit = 25;
    int asyncs_x2 = 26;
    sum += await get(1);
    sum += awaited + await1 + await_1 + t1 + s + self + at + exit1 + defer1 + continue1 + result + value + state + state_2 + of_state_2 + callee + of_callee_2 + child1 + timeout_2 + gather_2 + name + literal + literal_2 + start + frame + unit + asyncs_x2;
    return sum;
}

static async int pointed(int state)
{
    int sum = 0;
    await set(&state);
    int awaited = 0;
    await set(&awaited);
    int await1 = 1;
    await set(&await1);
    int await_1 = 2;
    await set(&await_1);
    int t1 = 3;
    await set(&t1);
    int s = 4;
    await set(&s);
    int self = 5;
    await set(&self);
    int at = 6;
    await set(&at);
    int exit1 = 7;
    await set(&exit1);
    int defer1 = 8;
    await set(&defer1);
    int continue1 = 9;
    await set(&continue1);
    int result = 10;
    await set(&result);
    int value = 11;
    await set(&value);
    int state_2 = 13;
    await set(&state_2);
    int of_state_2 = 14;
    await set(&of_state_2);
    int callee = 15;
    await set(&callee);
    int of_callee_2 = 16;
    await set(&of_callee_2);
    int child1 = 17;
    await set(&child1);
    int timeout_2 = 18;
    await set(&timeout_2);
    int gather_2 = 19;
    await set(&gather_2);
    int name = 20;
    await set(&name);
    int literal = 21;
    await set(&literal);
    int literal_2 = 22;
    await set(&literal_2);
    int start = 23;
    await set(&start);
    int frame = 24;
    await set(&frame);
    int unit = 25;
    await set(&unit);
    int asyncs_x2 = 26;
    await set(&asyncs_x2);
    sum += awaited + await1 + await_1 + t1 + s + self + at + exit1 + defer1 + continue1 + result + value + state + state_2 + of_state_2 + callee + of_callee_2 + child1 + timeout_2 + gather_2 + name + literal + literal_2 + start + frame + unit + asyncs_x2;
    {
        int awaited = 100;
        int await1 = 101;
        int await_1 = 102;
        int t1 = 103;
        int s = 104;
        int self = 105;
        int at = 106;
        int exit1 = 107;
        int defer1 = 108;
        int continue1 = 109;
        int result = 110;
        int value = 111;
        int state = 112;
        int state_2 = 113;
        int of_state_2 = 114;
        int callee = 115;
        int of_callee_2 = 116;
        int child1 = 117;
        int timeout_2 = 118;
        int gather_2 = 119;
        int name = 120;
        int literal = 121;
        int literal_2 = 122;
        int start = 123;
        int frame = 124;
        int unit = 125;
        int asyncs_x2 = 126;
        await set(&await1);
        await set(&await_1);
        await set(&s);
        await set(&self);
        await set(&exit1);
        await set(&defer1);
        await set(&result);
        await set(&value);
        await set(&state_2);
        await set(&of_state_2);
        await set(&of_callee_2);
        await set(&child1);
        await set(&gather_2);
        await set(&name);
        await set(&literal_2);
        await set(&start);
        await set(&unit);
        await set(&asyncs_x2);
        int *all[] = { &awaited, &await1, &await_1, &t1, &s, &self, &at, &exit1, &defer1, &continue1, &result, &value, &state, &state_2, &of_state_2, &callee, &of_callee_2, &child1, &timeout_2, &gather_2, &name, &literal, &literal_2, &start, &frame, &unit, &asyncs_x2, (int[2]){ 1, 2 } };
        await set(all[0]);
        for (size_t i = 0; i < sizeof all / sizeof *all; i++)
            sum += *all[i];
    }
    return sum;
}

/* i_2 is the next one's name, unless there is one already; here it is also a macro's, and one that it mentions. */
#define i_3 (sum + 1)
#define LAST i_5
static async int numbered(int i)
{
    int i_2 = 1, i_5 = 2, sum = 0;
    for (int i = 0; i < 2; i++)
        for (int i = 0; i < 2; i++) {
            defer sum += i_2 + LAST + (i_3 > 0);
            for (int i = 0; i < 2; i++) {
                int i_2 = await get(i);
                sum += i + i_2 * 10;
            }
        }
    return sum + i;
}

static async int nested(int i)
{
    int sum = i;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
    for (int i = 0; i < 1; i++) {
        int x = sum;
        sum += await get(i) + x + 1;
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
        sum += x;
    }
    return sum;
}

async int main(void)
{
    printf("%d\n", await kept(5));
    printf("%d\n", await pointed(5));
    printf("%d\n", await numbered(6));
    printf("%d\n", await nested(1));
    return 0;
}
