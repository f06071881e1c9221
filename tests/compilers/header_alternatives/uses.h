#ifndef USES_H
#define USES_H
#if defined(__GNUC__) && !defined(__clang__)
#define USE(x) (x)
#define LEAVE(x) return x
#define LOG(x) puts(x)
#define BUMP(x) ((x)++)
#define BOTH(x) USE(x) + 1
#else
#define USE(x) 0
#define LEAVE(x) (void)0
#define LOG(x) puts(x), puts("clang")
#define BUMP(x) (x)
#define BOTH(x) USE(x) + 2
#endif
#ifdef TRACED
#define TRACE(x) printf("trace %d\n", x)
#else
#define TRACE(x)
#endif
#endif
