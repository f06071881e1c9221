/* pitfalls: 39, 102 */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static async size_t length(const char *s)
{
    await async_yield();
    return strlen(s);
}

static async char upper(char c)
{
    await async_yield();
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static async char *reversed(char *s)
{
    for (size_t i = 0, n = await length(s); i < n / 2; i++) {
        char t = s[i];
        s[i] = s[n - 1 - i];
        await async_yield();
        s[n - 1 - i] = t;
    }
    return s;
}

async int main(void)
{
    char text[] = "async" " " "c", exact[3] = {'a', 'b', 'c'}, padded[8] = "ab";
    wchar_t wide[] = L"wide";
    const char *lines[] = {"one\n", "\ttwo", "thr\"ee", "\x41\102"};
    await async_yield();
    for (char *p = text; *p; p++)
        *p = await upper(*p);
    printf("%s %zu %.3s %zu %d\n", text, sizeof text, exact, sizeof padded, padded[7]);
    printf("%s %ls %zu\n", await reversed(text), wide, sizeof wide / sizeof *wide);
    for (int i = 0; i < 4; i++)
        printf("[%s %zu]", lines[i], await length(lines[i]));
    printf("\n%zu %c\n", await length(&"literal"[3]), "abc"[await length("x")]);
    return 0;
}
