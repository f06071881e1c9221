#define PART 1000
