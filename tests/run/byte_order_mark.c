#include <asyncc.h>
#include <stdio.h>
static async int f(int v)
{
	await	async_yield();
	return \
	v;
}
#define M(x) do {\
  s += await f(x);\
} while (0)
async int main(void)
{
	int s = 0;
	M(1);
	M(
2);
#if 1
	s += await \
f(3)
#else
+ 1
#endif
;
#pragma GCC diagnostic push
	_Pragma("GCC diagnostic ignored \"-Wunused\"") int q = await f(4); _Pragma("GCC diagnostic pop")
	printf("%d %d %d\n", s, __LINE__, q);
	return 0;
}