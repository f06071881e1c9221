/* Wide characters. */
#include <wchar.h>
#include <stddef.h>

wchar_t w(int i)
{
    return L"abc"[i];
}

int main(void)
{
    wchar_t b[] = {w(0), w(1), 0};
    return wcscmp(b, L"ab");
}
