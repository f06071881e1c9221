/* emit_internal.h - shared by emit.c (the file and its functions), emit_table.c (what the runtime knows of them), emit_frame.c
 * (their structs), emit_code.c (statements), emit_expression.c, emit_declare.c (locals) and emit_await.c (what suspends). */
#ifndef EMIT_INTERNAL_H
#define EMIT_INTERNAL_H

#include "tree/names.h"
#include "tree/tree.h"
#include "writer.h"

struct emit {
    struct unit *unit;
    struct writer *w;
    const struct function *function;
    unsigned place;     /* of the function that is written, in whose front others' heads stand */
    const char *indent; /* of the statement being written */
    bool uses_result;
};

/* What the output calls a part of the function: "frame", "run", "step" ... */
static inline const char *emit_name(struct emit *e, const struct decl *function, const char *part)
{
    return names_of(e->unit, function, part);
}
bool emit_returns_void(const struct decl *function);
/* "int n, char *s": its parameters, without qualifiers of their own; `spelled`: as the code sees them, with the user's sizes. */
const char *emit_parameters(struct emit *e, const struct decl *function, bool spelled);

/* The table, with the sites and the step; the function that fills a unit; the one under the user's name and signature. */
void emit_table(struct emit *e, const struct function *function);
void emit_fill(struct emit *e, const struct decl *decl);
void emit_natural(struct emit *e, const struct function *function);

/* A statement of the user's, with its semicolon; the value is the offset behind it in the user's text. */
unsigned emit_statement(struct emit *e, struct node *node);
/* A statement that stands on lines of its own. */
void emit_line(struct emit *e, struct node *node);
/* The text from the offset to the last dirty child, with the dirty ones in their places; gives the offset reached. */
unsigned emit_children(struct emit *e, struct node *node, unsigned at, bool sync);
void emit_expression(struct emit *e, struct node *node);
/* An expression that something is initialised with or assigned. */
void emit_value(struct emit *e, struct node *node);
/* The children in braces' stead, one more level in. */
void emit_body(struct emit *e, struct node *node);

/* The node's own text with its dirty children in their places; the value is the offset reached. */
unsigned emit_around(struct emit *e, struct node *node, bool sync);
/* Begins a line for the statement: the user's when it holds text of the user's. */
void emit_begin_line(struct emit *e, struct node *node);
void emit_end_line(struct emit *e);

/* A local gets a value; is declared; ends. A type of the user's; a statement of declarations, see emit_statement. */
void emit_store(struct emit *e, struct node *node);
void emit_declare(struct emit *e, struct node *node);
void emit_release(struct emit *e, const struct decl *decl);
void emit_type(struct emit *e, struct node *node);
/* Of one declared together with others; false: it has a declaration of its own. */
bool emit_function_declaration(struct emit *e, struct node *node);
unsigned emit_declarations(struct emit *e, struct node *node);
/* Whether several variables of a for's head become declarations of their own, in front of it; those. */
bool emit_is_apart(const struct node *head);
void emit_apart(struct emit *e, struct node *head);

void emit_await(struct emit *e, struct node *node);
/* A local's member of the await's part of the frame. */
const char *emit_slot(struct emit *e, const struct await *await, size_t index);
void emit_take(struct emit *e, struct node *node);
/* A function that cannot suspend, called. */
void emit_plain_call(struct emit *e, const struct await *await);

/* The arguments of a call, separated by commas; `first` begins with one when there are any. */
void emit_arguments(struct emit *e, struct node *call, bool first);

/* The expression, so that an operator may stand before it. */
void emit_operand(struct emit *e, struct node *node);

/* Whether something in it stands in the user's text. */
bool emit_has_user_text(const struct node *node);

/* Returns from the function with the value in the local, or with none. */
void emit_value_return(struct emit *e, const struct decl *value);

const char *emit_local(const struct decl *decl); /* its spelling in the output */
const char *emit_deeper(struct emit *e);         /* the indent of what is nested; returns the outer one */
/* A statement that copies one object to another. */
const char *emit_copy(struct emit *e, struct type *type, const char *to, const char *from);
/* The address of the object, for memory to be copied there. */
const char *emit_target(struct emit *e, const struct type *type, const char *name);
/* What the address of one that memory is copied from stands in, with an open parenthesis; or nothing. */
const char *emit_source(const struct type *type);
/* What stands for an argument when a function is resumed, which does not look at it. */
const char *emit_no_argument(struct emit *e, struct type *type);
const char *emit_zero(struct emit *e, struct type *type);
const char *emit_zero_initialiser(struct type *type); /* for what is declared */

struct packing;

/* What a function's local types need, in front of it; and around structs, so that the layout is the one wanted. */
void emit_local_types(struct emit *e, const struct function *function);
void emit_begin_layout(struct emit *e, const struct packing *here, const struct packing *wanted);
void emit_end_layout(struct emit *e, const struct packing *here, const struct packing *wanted);

void emit_frame(struct emit *e, const struct function *function);
void emit_unit_struct(struct emit *e, const struct function *function);

/* A parameter without qualifiers of its own; `spelled`: as the code sees it, volatile and with the user's sizes if it is. */
struct type *emit_parameter_type(struct emit *e, const struct decl *param, bool spelled);
const char *emit_parameter_name(struct emit *e, const struct decl *function, size_t index);
/* The member of `start` that keeps it until the first step. */
const char *emit_parked_name(struct emit *e, const struct decl *function, size_t index);

/* `await3` and so on, with the file's prefix. */
const char *emit_await_name(struct emit *e, const struct await *await);
const char *emit_timeout_name(struct emit *e, const struct await *await);

#endif
