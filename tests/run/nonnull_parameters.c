/* pitfalls: 111 */
/* Pointer parameters that go to functions which must not get null pointers: a resumed function must not warn. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

static async void say(const char *text)
{
    puts(text);
    await async_yield();
}

static async size_t measure(const char *text, char *copy, int (*show)(const char *))
{
    strcpy(copy, text);
    show(copy);
    size_t length = strlen(text);
    await async_yield();
    return length + strlen(copy);
}

async int main(void)
{
    char copy[16];
    await say("text");
    printf("%zu\n", await measure("measured", copy, puts));
    return 0;
}
