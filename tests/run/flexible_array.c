/* pitfalls: 51 */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct message { int length; char text[]; };

static async struct message *receive(const char *text)
{
    size_t length = strlen(text);
    struct message *m = malloc(sizeof *m + length + 1);
    if (!m)
        abort();
    await async_yield();
    m->length = (int)length;
    memcpy(m->text, text, length + 1);
    return m;
}

static async int fill(struct message *m, char c)
{
    for (int i = 0; i < m->length; i++) {
        await async_yield();
        m->text[i] = c;
    }
    return m->length;
}

async int main(void)
{
    struct message *m = await receive("flexible");
    printf("%s %d\n", m->text, m->length);
    printf("%d ", await fill(m, '*'));
    printf("%s\n", m->text);
    struct message head = *m;
    await async_yield();
    printf("%d\n", head.length);
    m->text[await fill(m, 'x') - 1] = '!';
    puts(m->text);
    free(m);
    return 0;
}
