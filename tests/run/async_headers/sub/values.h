#define START 100
