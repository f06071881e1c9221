#define BUMP(x) (x = x + 9)
