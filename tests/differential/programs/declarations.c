/* Declarations inside of functions; old-style definitions; types without a tag; several declarators. */
#include <stdio.h>
#include <stddef.h>

int counter = 3;

typedef struct {
    int x, y;
} point;

typedef union {
    int i;
    float f;
} number;

typedef enum { RED, GREEN = 5, BLUE } colour;

int increment(), twice(int), thrice(int n);

static point make(int x, int y)
{
    point p = { x, y };
    return p;
}

static point moved(point p, point by)
{
    return make(p.x + by.x, p.y + by.y);
}

static number as_number(int i)
{
    return (number){ .i = twice(i) };
}

static colour next_colour(colour c)
{
    return c == RED ? GREEN : c == GREEN ? BLUE : RED;
}

static struct {
    point at;
    colour colour;
} screen[2];

int increment(n)
    int n;
{
    extern int counter;
    return counter += n;
}

int old_style(a, b, c, p)
    char a;
    float b;
    short c, *p;
{
    *p = (short)twice(c);
    return a + (int)b + *p;
}

int twice(int n)
{
    return 2 * n;
}

static int inside(int n)
{
    int twice(int), other = 4;
    extern int thrice(int);
    enum { SMALL = 3, BIG = 10 };
    struct local {
        int a;
        struct {
            int b, c;
        };
    } v = { twice(n), { thrice(n), 1 } };
    typedef struct local alias;
    alias w = v;
    _Static_assert(sizeof(struct local) == 3 * sizeof(int), "three");
    switch (twice(n)) {
    case SMALL * 2:
        w.a += BIG;
    }
    {
        int counter = twice(100);
        extern int thrice(int);
        w.c += counter + thrice(1);
        {
            extern int counter;
            w.c += counter;
        }
    }
    return w.a * 10000 + w.b * 1000 + w.c + other + (int)offsetof(struct local, c);
}

int thrice(int n)
{
    return 3 * n;
}

static int tagless_locals(int n)
{
    struct {
        int a[3];
        char c;
    } s = { { twice(n), 2 }, 'c' }, *p = &s;
    p->a[2] = twice(p->a[0]);
    return s.a[0] + s.a[1] + s.a[2] + s.c;
}

int main(void)
{
    short result;
    point p = moved(make(1, 2), make(twice(5), thrice(5)));
    printf("%d %d\n", p.x, p.y);
    printf("%d\n", as_number(21).i);
    screen[1].colour = next_colour(next_colour(screen[0].colour));
    screen[0].at = make(7, 8);
    printf("%d %d\n", screen[1].colour, screen[0].at.y);
    printf("%d\n", increment(4));
    printf("%d %d\n", old_style('a', 2.5, 30, &result), result);
    printf("%d %d\n", inside(3), inside(4));
    printf("%d\n", tagless_locals(6));
    printf("%d\n", counter);
    return 0;
}
