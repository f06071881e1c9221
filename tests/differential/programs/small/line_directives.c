/* Lines and files that the program numbers itself. */
# 1 "foo.c"
int f (int x) { return x + __LINE__; }
#line 7 "bar.c"
int main (void) { return f (0) - 1 + __LINE__ - 7; }
