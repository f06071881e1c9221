#define LOCAL 20
