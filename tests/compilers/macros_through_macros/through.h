#ifndef THROUGH_H
#define THROUGH_H
#define OUTER(x) MIDDLE(x)
#define MIDDLE(x) INNER(x)
#define USES(x) plainly(x)
#ifdef __clang__
#define INNER(x) ((x) + 1)
#else
#define INNER(x) ((x) + kept)
#endif
#ifdef ODDLY
#define plainly(x) (x = x + 2)
#endif
#endif
