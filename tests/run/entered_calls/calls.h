#include <asyncc.h>

struct fixed { const int value; char name[8]; };
struct large { int numbers[400]; };

/* In another file, so that every await calls by name. */
async int add(int a, int b);                 /* suspends when a is negative */
async int never(int a);                      /* cannot suspend */
async void note(const char *text);
async struct fixed fix(int value);
async struct large fill(int from);           /* its frame is too large for the pool */
async int with_large_frame(int x);
async int depth(int n);                      /* recursion through both files */
async int depth_of_main(int n);
async int plain(int a, int b);               /* in plain C */
