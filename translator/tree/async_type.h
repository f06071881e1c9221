/*
 * async_type.h - which function of a type is async. Clang's types do not tell, since `async` is an attribute of
 * declarations: it belongs to that function of the declared type whose result is the type written behind the word.
 * In `async int (*pick(int))(void)` that is the one that pick returns a pointer to.
 */
#ifndef ASYNC_TYPE_H
#define ASYNC_TYPE_H

#include "tree.h"

struct async_type {
    struct type *type;       /* NULL: nothing is known */
    bool said;               /* by the declaration that it comes from */
    unsigned addresses;      /* & in front of it */
    const struct decl *decl; /* whose parameters are those of the function in it; or NULL */
};

struct async_type async_type_of_decl(const struct decl *decl);
struct async_type async_type_of(struct node *expression);

/* Of a function, or of what a pointer to one points to: what it returns, and what its parameter takes. */
struct async_type async_type_result(struct async_type function);
struct async_type async_type_parameter(struct async_type function, size_t index);
/* Of an array or a pointer. */
struct async_type async_type_element(struct async_type type);

/* Whether the function, or what it points to, is async: 1, 0, or -1 when it is no function or nothing is known. */
int async_type_is_async(struct async_type type);

/* Whether both are functions, or pointers to such, of the same parameters and result. */
bool async_type_alike(struct async_type left, struct async_type right);

/*
 * Whether some function of the one type is async where that of the other is not, as far as they are built alike:
 * then 1 when `to` has the async one, and 0 when `from` has it. -1 when there is none.
 */
int async_type_conflict(struct async_type from, struct async_type to);

#endif
