/* A byte order mark, carriage returns, tabs, continued lines, other letters, and no newline at the end. */
#include <stdio.h>

static int größe(int naïve) {	return naïve	+ 1; }

static int \
contin\
ued(int n)
{
	return größe\
(n) + größe(
		n);
}

#line 100 "elsewhere.c"
int main(void)
{
	int \u00e4 = größe(1), _日本 = contin\
ued(2);
	printf("%d %d %d %s\n", \u00e4, _日本, __LINE__, "ünï\
code /* no comment */");
	return größe(-1); // the end
}