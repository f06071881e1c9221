#define even(x) ((x) += 2)
