#define VALUE(x) ((x) + kept)
#define BUMP(x) (x)
