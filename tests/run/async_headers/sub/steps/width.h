#define WIDTH 7
