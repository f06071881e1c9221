#ifndef LIST_H
#define LIST_H

#include <asyncc.h>

struct item { int key; double weight; };

typedef async int visitor(struct item item, void *data);

extern async int (*const visitors[2])(struct item item, void *data);
extern visitor *chosen;

async struct item item_make(int key);
async int item_visit(const struct item *items, int count, visitor *visit, void *data);
async int even(int n);
async int odd(int n);
async void nothing(void);
async const char *name(int key);
async int sum_visitor(struct item item, void *data);

#define ITEM_KEY(k) ((await item_make(k)).key)

#endif
