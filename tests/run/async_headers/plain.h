/* Nothing async: it stays included. */
#ifndef PLAIN_H
#define PLAIN_H
struct plain {
    int value;
};
static inline int plain_value(struct plain plain) { return plain.value; }
#endif
