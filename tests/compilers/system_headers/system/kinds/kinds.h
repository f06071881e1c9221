#ifndef KINDS_H
#define KINDS_H
#ifdef __clang__
typedef int kind;
static short kind_wide = 3;
static inline int kind_scale(int x)
{
    return x * 2;
}
#define KIND short
#define KIND_CONSTANT 3
#define KIND_CHECK(condition) (void)(condition)
#else
typedef long long kind;
static long long kind_wide = 3000000000;
static inline long long kind_scale(long long x)
{
    return x * 2;
}
#define KIND long
#define KIND_CONSTANT 3000000000000
#define KIND_CHECK(condition) if (!(condition)) return 9
#endif
struct kinds {
    kind first;
    KIND second;
};
#endif
