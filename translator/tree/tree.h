/*
 * tree.h - what the passes work on: the declarations, statements and expressions of one source file.
 *
 * Built from clang's tree by clang.c; every node that stands in the file knows its bytes there, so what
 * needs no change is copied as the user wrote it. Passes change the tree in place; nodes that they add
 * have kinds of their own (NODE_X_...). Types and declarations are shared.
 */
#ifndef TREE_H
#define TREE_H

#include "awaits.h"
#include "source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct place;

enum { QUAL_CONST = 1, QUAL_VOLATILE = 2, QUAL_RESTRICT = 4 };

enum type_kind {
    TYPE_VOID,
    TYPE_SCALAR, /* arithmetic: integers, floating types, _Complex, vectors too */
    TYPE_BOOL,
    TYPE_ENUM,
    TYPE_RECORD,
    TYPE_POINTER,
    TYPE_ARRAY,
    TYPE_VARIABLE_ARRAY,
    TYPE_FUNCTION,
    TYPE_TYPEDEF,
    TYPE_ATOMIC,
    TYPE_SUGAR /* parentheses, typeof, elaborated, attributed: stands for `target` */
};

struct type {
    enum type_kind kind;
    unsigned quals;
    struct type *target; /* pointee, element (a vector's, too), result, or what a typedef or sugar stands for */
    struct type **params;
    size_t param_count;
    bool variadic, no_prototype;
    bool is_inferred;      /* sugar: typeof, __auto_type */
    bool is_integer;       /* scalar, bool */
    long long count;       /* of array elements; -1 when unknown */
    long long size, align; /* bytes on the target; negative when incomplete or variable */
    const char *name;      /* scalar, enum, record, typedef: how it is written */
    struct decl *decl;     /* enum, record, typedef; variable array: the local that keeps its size */
};

enum decl_kind {
    DECL_VARIABLE,
    DECL_PARAMETER,
    DECL_FUNCTION,
    DECL_TYPEDEF,
    DECL_RECORD,
    DECL_ENUM,
    DECL_FIELD,
    DECL_CONSTANT, /* of an enum */
    DECL_LABEL
};

struct decl {
    enum decl_kind kind;
    bool is_local : 1; /* inside a function */
    bool is_static : 1, is_extern : 1, is_inline : 1, is_bit_field : 1;
    bool in_file : 1; /* declared in the main file */
    bool is_async : 1, is_leaf : 1;
    bool first_async : 1;       /* its first declaration says async */
    bool returns_async : 1;     /* function: its value is a pointer to an async function */
    bool is_anonymous : 1;      /* record without a tag */
    bool is_noreturn : 1;       /* function: by its first declaration */
    bool is_typed_by_macro : 1; /* its declaration has one that is not the system's */
    bool is_array : 1;          /* parameter: written as an array, whose outermost brackets say nothing but qualifiers */
    bool is_weak : 1;           /* function: another file may have the one that is meant */
    bool is_moved : 1;          /* local type: its text stands in front of the function; see local_types.h */
    bool has_prototype : 1;     /* function: declared apart from its definition in the main file */
    bool needs_natural : 1;     /* function: used otherwise than in direct awaits */
    bool is_address_taken : 1;  /* variable, parameter */
    bool is_used : 1;           /* label, exit variable, type, function: something of ours names it */
    bool has_open_size : 1;     /* an array whose value gives its size, which other flags may change */
    bool has_sizes : 1;         /* variable, typedef: the first children of its node are these, one for each array */
    bool has_effect : 1;        /* evaluating that size changes something, as far as its words tell */
    const char *name;           /* "" when it has none */
    struct type *type;
    struct node *node;      /* where the main file declares it; NULL elsewhere */
    int bits;               /* width of a bit-field, or of one whose value a temporary holds; or -1 */
    unsigned at;            /* offset of the first declaration's name, when in_file */
    const char *header;     /* the file of the first declaration, when it is another */
    unsigned declared_from; /* offset behind which it is declared: see visible.h. 0: everywhere */
    unsigned whole_from;    /* record, enum: and has its members or constants */
    size_t param_count;
    struct decl **params;
    struct decl **fields; /* record */
    size_t field_count;
    struct extent specifier;   /* record, enum: its definition in the main file, from the keyword to the brace */
    long long offset;          /* field: in bits; negative when it is not known */
    struct type *first_type;   /* function: by its first declaration; `type` is the definition's, when that is here */
    struct node *definition;   /* function: NODE_FUNCTION with a body in this file */
    unsigned definition_at;    /* offset of its name there */
    struct function *function; /* the same, for async functions */
    struct node *scope;        /* variable, parameter: the innermost node that its name is visible in */
    struct local *local;       /* in function->locals; or NULL */
    const char *written;       /* how the output spells it; NULL: as the user did */
    struct decl **sizes;       /* of a variably modified type, one for each size written; NULL: a constant */
    size_t size_count;
    struct decl *of_typedef;   /* variable, typedef of a variably modified type: the last typedef that its type mentions */
    const char *cleanup;       /* the function of its cleanup attribute, called at the end of its scope */
    struct decl *outer_size;   /* parameter: the size of the array that is a pointer, if it has to be evaluated */
    const char *size_text;     /* of a size of a parameter: how the user wrote it, at `at` */
    const char *alignment;     /* text of _Alignas or aligned attributes */
    struct extent *alignments; /* where that stands */
    size_t alignment_count;
    const char *attributes; /* text of those that its code, or another declaration of it, needs */
};

/* Where a local of an async function lives: settled by locals.c, and for good behind live.c. */
enum home {
    HOME_C,         /* it is a local of C, and spilled over the awaits that it is alive over */
    HOME_IF_PASSED, /* in the frame if it is alive over an await before its declaration, past which a jump may lead */
    HOME_IF_ALIVE,  /* in the frame if it is alive over any: it is too big to be copied */
    HOME_FRAME
};

/* Why there is one. */
enum purpose {
    PURPOSE_USER,         /* a parameter or variable of the user's */
    PURPOSE_OBJECT,       /* a literal of the user's, or another object without a name */
    PURPOSE_TEMPORARY,    /* from here on ours: for a value */
    PURPOSE_RESULT,       /* of an await, which gets its address */
    PURPOSE_PLAIN_RESULT, /* of one that cannot suspend: it is assigned */
    PURPOSE_SIZE          /* one of a variably modified type */
};

/* A local of an async function; see locals, lower, live and frame. */
struct local {
    struct decl *decl;
    enum home home;
    enum purpose purpose;
    int index;              /* among the tracked ones, from 0; -1: not tracked */
    bool needs_zero;        /* some way leads to where it is copied on which it has no value */
    bool is_unconst;        /* declared without const and restrict, as it is assigned when it comes back */
    bool is_guarded;        /* set only when a status says so, which gcc loses sight of */
    bool is_dropped;        /* never read */
    const char *field;      /* its name in the frame */
    struct type *slot;      /* what it is there, if that is not its type: it is a variably modified one */
    struct type *unaligned; /* the address of such an object, see NODE_X_UNALIGNED */
};

enum node_kind {
    /* declarations */
    NODE_FUNCTION,
    NODE_VARIABLE,
    NODE_TYPE, /* record, enum, typedef, static assertion ... */
    /* statements */
    NODE_COMPOUND,
    NODE_DECLARATIONS,
    NODE_IF,
    NODE_WHILE,
    NODE_DO,
    NODE_FOR,
    NODE_SWITCH,
    NODE_CASE,
    NODE_DEFAULT,
    NODE_LABEL,
    NODE_GOTO,
    NODE_GOTO_INDIRECT,
    NODE_BREAK,
    NODE_CONTINUE,
    NODE_RETURN,
    NODE_NULL,
    NODE_ASM,
    NODE_OPENMP, /* a directive with its statement */
    NODE_DEFER,
    /* expressions */
    NODE_LITERAL,
    NODE_STRING,
    NODE_FUNCTION_NAME, /* __func__ and its kin */
    NODE_REFERENCE,
    NODE_MEMBER,
    NODE_CALL,
    NODE_UNARY,
    NODE_BINARY,
    NODE_ASSIGN,
    NODE_COMPOUND_ASSIGN,
    NODE_CONDITIONAL,
    NODE_CAST,
    NODE_IMPLICIT,
    NODE_PAREN,
    NODE_INITIALISERS,
    NODE_DESIGNATED,
    NODE_COMPOUND_LITERAL,
    NODE_SUBSCRIPT,
    NODE_STATEMENT_EXPRESSION,
    NODE_UNEVALUATED, /* sizeof, _Alignof; may_be_sizes: perhaps NODE_SIZES, a macro hides it */
    NODE_SIZES,       /* sizeof a variably modified type, or the sizes in another's: these are evaluated */
    NODE_GENERIC,     /* and __builtin_choose_expr: what selects, then the expressions one of which is meant */
    NODE_LABEL_ADDRESS,
    NODE_OTHER,
    NODE_AWAIT,
    /* made by passes: statements */
    NODE_X_SEQUENCE, /* children, without a scope of their own unless printed inside braces */
    NODE_X_BLOCK,    /* { children } */
    NODE_X_DECLARE,  /* decl; with part[0]: initialised with it; is_defer: in a defer's place */
    NODE_X_STORE,    /* decl = part[0], or a copy of an array */
    NODE_X_EVALUATE, /* part[0]; the value is dropped, says_void: as the user said */
    NODE_X_AWAIT,    /* await */
    NODE_X_IF,       /* if (part[0]) part[1] else part[2] */
    NODE_X_LOOP,     /* for (part[0]; part[1]; part[2]) { children } */
    NODE_X_BREAK_UNLESS,
    NODE_X_GOTO,      /* decl: the label, or a variable with the address of one */
    NODE_X_LABEL,     /* decl */
    NODE_X_LEAVE,     /* into a defer: exit variable decl = code; goto label, unless that comes next anyway */
    NODE_X_RETURN,    /* the function's value is in decl, or there is none */
    NODE_X_CANCELLED, /* return ASYNCC_CANCELLED */
    NODE_X_WHEN,      /* if (decl == code) part[0]; code 0: in any case */
    NODE_X_ASSIGN,    /* part[0] = part[1] */
    NODE_X_RELEASE,   /* the end of decl: its array is freed, or its cleanup function called */
    NODE_X_TAKE,      /* what the item `await` gives goes to part[0], or to the temporary `decl`, or is dropped */
    /* made by passes: expressions */
    NODE_X_NAME,      /* decl; is_through: *decl */
    NODE_X_NUMBER,    /* number */
    NODE_X_FIELD,     /* part[0].decl */
    NODE_X_REST,      /* part[0]: what is left of a comma expression */
    NODE_X_ADDRESS,   /* &part[0] */
    NODE_X_ELEMENT,   /* part[0][part[1]], of a vector */
    NODE_X_UNALIGNED, /* the object of the type at the address part[0], wherever that is */
    NODE_X_OBJECT,    /* decl, to which the value of its child is copied: a place */
    NODE_X_IS,        /* part[0] == code */
    NODE_X_TRUTH,     /* !!(part[0]), or !(part[0]) when is_negated */
    NODE_X_NOTHING    /* (void)0 */
};

enum node_operator {
    OP_OTHER, /* or not known: inside a macro */
    OP_ADDRESS,
    OP_DEREFERENCE,
    OP_INCREMENT, /* and decrement, prefix and postfix */
    OP_NOT,
    OP_PURE, /* + - ~ and arithmetic, comparisons */
    OP_AND,
    OP_OR,
    OP_COMMA,
    OP_EXTENSION
};

enum { PART_INIT = 0, PART_CONDITION = 1, PART_STEP = 2, PART_BODY = 3, PART_THEN = 3, PART_ELSE = 2 };

struct node {
    enum node_kind kind : 8;
    enum node_operator op : 8;
    bool awaits : 1;         /* evaluates an await */
    bool to_lower : 1;       /* must be seen: it is taken apart, and what is not stays text; see seen.h */
    unsigned only_reads : 2; /* for order.c: whether that is known, and so */
    bool has_label : 1;      /* it, or something below, is one; see locals */
    bool is_edited : 1;      /* its own text changes in the output */
    bool is_dirty : 1;       /* it or something below is edited */
    bool is_written : 1;     /* it stands in the output, for verify.c; not set where it is copied with what is around it */
    bool drops_value : 1;    /* NODE_X_LEAVE: whatever the function was to return is not wanted any more */
    bool is_bound : 1;       /* NODE_UNEVALUATED: of an array, a constant for clang; gcc evaluates what is evaluated in it */
    bool is_consumed : 1;    /* async call that stands where one may: below await, create_task ... */
    unsigned begin, end;     /* bytes of the main file; end is past the last; 0, 0 for nodes made by passes */
    unsigned spelled;        /* unary: clang's own number for where it begins; in one definition they differ as offsets do */
    union {                  /* by its kind, see there */
        int number;          /* NODE_X_NUMBER */
        int code;            /* NODE_X_LEAVE, NODE_X_WHEN, NODE_X_IS */
        bool says_async;     /* NODE_FUNCTION: this declaration does; NODE_CAST, NODE_COMPOUND_LITERAL: the type name */
        bool may_be_sizes;   /* NODE_UNEVALUATED */
        bool asks_type;      /* NODE_REFERENCE: the output declares the local without the qualifiers that are asked for */
        bool is_unwanted;    /* NODE_STATEMENT_EXPRESSION, NODE_CONDITIONAL, NODE_GENERIC: its value */
        bool follows_label;  /* NODE_X_SEQUENCE: where a declaration is one of C23 */
        bool is_defer;       /* NODE_X_DECLARE */
        bool says_void;      /* NODE_X_EVALUATE */
        bool is_through;     /* NODE_X_NAME */
        bool is_negated;     /* NODE_X_TRUTH */
    };
    struct type *type; /* of an expression */
    struct decl *decl;
    struct await *await; /* NODE_AWAIT, NODE_X_AWAIT */
    struct node *parent, *first, *last, *next;
    struct node *before;   /* perhaps the one in front of it, where a search for that begins */
    struct node *part[4];  /* of statements, see PART_; also children, absent ones NULL */
    struct source *source; /* the file included here that it stands in; NULL: this one. Then begin and end are here */
};

/* What is awaited, or an item of that: they are made of each other. */
struct await {
    enum await_kind kind;    /* final behind kinds.c */
    enum await_kind settled; /* what it was then, for verify.c */
    struct node *call;       /* the call awaited; NULL for gather, timeout and suspend */
    struct decl *callee;     /* when it is known */
    int problem;             /* enum diag_id of what check has to say, or -1 */
    struct node *problem_at;
    const char *word;        /* the user's: "gather", "timeout" ... */
    struct node *seconds;    /* of a timeout */
    struct node *expression; /* of an item: all of it, with the destination */
    struct node *target;     /* of an item: the destination, or NULL; is_indirect: a NODE_X_EVALUATE of the address */
    struct node *value;      /* of an item: what is assigned, when that is its result by a cast */
    bool is_indirect;        /* the destination is known by an address */
    struct type *unaligned;  /* then: the type of what has the address, which is not one for it; */
    struct decl *bit_field;  /* the member of what has the address, */
    struct node *element;    /* or the element, held by a NODE_X_EVALUATE */
    struct await **items;    /* of a gather or timeout */
    size_t item_count;
    struct decl *result; /* temporary, or NULL */
    struct decl *status; /* temporary for a VALUE_STATUS or VALUE_WINNER, or NULL */
    bool is_several;     /* a gather that stands for the items of a timeout */
    bool is_pooled;      /* an item of a gather: a call whose unit is the pool's until it is taken */
    bool is_item;        /* of a gather, as more than a call: a struct asyncc_item is its part of the frame */
    const char *path; /* to its part in that of the whole await, as ".child2"; "" for the whole, and time limits around it */
    unsigned level;   /* how many time limits are around it, there */
    unsigned number;  /* the state it waits in, from 1 */
    struct node *leave; /* NODE_X_LEAVE to run when cancelled; NULL: return */
    struct decl **live; /* spilled over it */
    size_t live_count;
    size_t operation_at; /* how many of those stand in front of the operation in the frame */
};

/* What is in the time limits, if there are any; whether it can suspend. */
struct await *await_operation(const struct await *await);
const struct await_form *await_form(const struct await *await);
bool await_has_children(const struct await *await); /* its items are units of their own, in a gather of the runtime's */
bool await_has_winner(const struct await *await);
bool await_may_suspend(const struct await *await);

/* One async function with a body in this file. */
struct function {
    struct decl *decl;
    struct node *node, *body;
    struct local **locals; /* parameters, variables and temporaries, in order */
    size_t local_count;
    struct node **awaits; /* NODE_X_AWAIT in order; the k-th has number k + 1 */
    size_t await_count;
    struct function **callees; /* awaited by name */
    size_t callee_count;
    bool suspends;  /* has an await that may, or needs a frame, see seen.h */
    bool in_cycle;  /* of calls that await each other */
    bool uses_name; /* __func__ */
    bool counts;    /* something in it does, see counter.h: from what on, and how many times */
    unsigned counted_from, counted;
    struct decl **typedefs; /* local ones of variably modified types, written out where they are used */
    size_t typedef_count;
    bool has_label_address; /* &&label */
    const char **hidden;    /* macros that are none in it; see hide.h */
    size_t hidden_count;
    struct directive *leaving; /* see leaving.h */
    size_t leaving_count;
    struct guard *guards; /* macros that must be what they are; see alternatives.h */
    size_t guard_count;
    struct decl *value;   /* temporary for the value while defers run */
    struct decl *address; /* the same for where a computed goto leads */
    struct frame *frame;
    struct local_types *types; /* that stand in front of it; see local_types.h */
    bool has_defer;
    int order, low; /* of the walk over the call graph */
    bool on_stack;
    bool is_awaited;   /* directly, by name */
    bool needs_unit;   /* something makes it a unit of its own */
    bool is_declared;  /* the output has its frame and its code's prototype already */
    bool has_unit;     /* and the unit around it */
    uint64_t warnings; /* what was said of it: bits of the list in warnings.c */
    unsigned temporaries, labels, exits;
    bool is_main;
};

/* A macro with its parameters and its body; NULL: it is none. Or with the type that a name declares. */
struct guard {
    const char *name, *text, *type;
};

/* A macro in a declaration of the function brings an attribute, and perhaps more. */
struct head_macro {
    unsigned at;
    const struct decl *decl;
};

/*
 * A name in an async function, as clang understands it: at `at` it is used or declared, or is the name of a member. What
 * a macro's body mentions is at the invocation, and not spelled. A token can have several: a macro's argument.
 */
enum word_kind { WORD_DECLARES, WORD_USES, WORD_MEMBER };
struct word {
    unsigned at;
    enum word_kind kind;
    bool is_spelled;
    bool is_prototype;   /* declares: in the parentheses of another function's declarator */
    struct decl *decl;   /* of a member: NULL */
    struct extent scope; /* declares: the innermost around */
    size_t order;        /* in which clang shows them */
};

/* A return, break, continue or goto of this file. */
struct jump {
    unsigned at;
    enum node_kind kind;
};

/* A declaration of the main file. Mostly one ends before the next begins, but not always. */
struct top {
    struct node *node;
    unsigned reach; /* the last end of this one and those before */
    unsigned from;  /* the first begin of this one and those behind */
};

/* A record or an enum that the main file defines; in a macro, several can begin at one place. */
struct defined_type {
    unsigned begin;
    size_t order;
    struct decl *decl;
};

/* One source file, as parsed. */
struct unit {
    struct arena *arena;
    const char *path;
    const struct unit *original; /* the user's text, if this is another one of it; NULL: this is it */
    const char *text;
    size_t length;
    unsigned *lines; /* offset of each line's start */
    size_t line_count;
    struct line_mark *marks;
    size_t mark_count;
    struct extent *skipped; /* by #if and the like, from a directive to the next; in order */
    size_t skipped_count;
    struct extent *leads; /* attributes and pragmas in front of statements, to the statement itself */
    size_t lead_count;
    struct extent *directives;
    size_t directive_count;
    struct token *tokens; /* without those of directives and of what was skipped */
    size_t token_count;
    unsigned *token_near;           /* of each TOKENS_NEAR bytes of the text, the first token from there on */
    struct invocation *invocations; /* outermost that are not of the dialect, by begin */
    size_t invocation_count;
    const char **function_macros; /* names of those with parameters that are not of the dialect */
    size_t function_macro_count;
    struct set *object_macros;   /* names of those without parameters, whose definitions have names */
    const char **keyword_macros; /* that are called as keywords, or are words of ours and names of the user's */
    size_t keyword_macro_count;
    struct mention *mentions; /* of macros that are not of the dialect */
    size_t mention_count;
    struct set *counting;               /* names of the macros that may count, see counter.h; NULL: there are none */
    struct macro_change *macro_changes; /* by name, then in order; none of files included before the first declaration */
    size_t macro_change_count;
    struct diagnostic **warnings; /* of clang's, see warnings.h; the tag is the option without its "-W" */
    size_t warning_count;
    bool warns_of_shadow;
    bool warns_of_macros; /* the translator does, of those that nothing uses */
    struct head_macro *head_macros;
    size_t head_macro_count;
    struct set *other_macros;  /* that skipped text defines */
    struct set *popped;        /* macros that a #pragma pop_macro of the user's brings back; NULL: there are none */
    struct poisoned *poisoned; /* by the user */
    size_t poisoned_count;
    struct reserved *reserved;
    size_t reserved_count;
    struct set *other_words;             /* in the skipped text of the user's files */
    struct definition_text *definitions; /* of those, here and there */
    size_t definition_count;
    struct source **sources;
    size_t source_count;
    struct include *includes; /* in order of appearance */
    size_t include_count;
    struct inclusion **inclusions; /* the same */
    size_t inclusion_count;
    struct node *root; /* its children: the declarations of the main file */
    struct top *tops;  /* the same, to be found by their place */
    size_t top_count;
    struct function **functions;
    size_t function_count;
    struct decl **decls; /* every function declared in the main file */
    size_t decl_count;
    const char **hidden; /* words of the output's own that are macros in the user's text */
    size_t hidden_count;
    const char **macros; /* those whose names the output could use inside functions */
    size_t macro_count;
    struct set *taken;  /* see names_is_taken */
    const char *prefix; /* of generated names inside functions: "" when none of them is the user's */
    struct edit *edits; /* words of the user's text that are spelled otherwise, by begin */
    size_t edit_count;
    bool mentions_base_file; /* __BASE_FILE__ stands in some file */
    bool has_packing;        /* some pragma of packing.h, which is not to hold for the frames */
    int pointer_size;
    unsigned untagged_count; /* records that got a tag */
    struct set *moved_names; /* of local types that stand outside their functions, and their tags; or NULL */
    bool inside;             /* names local to the function being written are visible */
    struct word *words;      /* of async functions with a body here, by place; see resolve.h */
    size_t word_count;
    struct jump *jumps; /* in async functions, as clang shows them; for verify.c */
    size_t jump_count;
    struct decl **collected; /* every declaration, in order of appearance */
    size_t collected_count;
    bool has_local_types;               /* some function declares some */
    struct defined_type *defined_types; /* by their place */
    size_t defined_type_count;
};

/* ---- nodes ---- */
struct node *node_new(struct unit *unit, enum node_kind kind);
void node_append(struct node *parent, struct node *child);
/* Puts `by` in the place of `node` in its parent, parts included. */
void node_replace(struct node *node, struct node *by);
/* Puts `by` there as well, printed in the place of the node's text. */
void node_substitute(struct node *node, struct node *by);
bool node_is_inside(const struct node *node, const struct node *ancestor); /* or is it */
bool node_is_loop(const struct node *node);
/* The function that it stands in, or is; NULL, also for NULL. */
const struct node *node_function(const struct node *node);
/* The statement that a NODE_BREAK or NODE_CONTINUE standing there leaves or continues; NULL if there is none. */
const struct node *node_left_by(const struct node *jump, enum node_kind kind);
/* Strips parentheses and implicit conversions; with casts: explicit casts too. */
struct node *node_strip(struct node *node);
struct node *node_strip_casts(struct node *node);
/* Whether it stands in nothing that is only asked about, as the operand of sizeof is; NULL does not. */
bool node_is_evaluated(const struct node *node);
bool node_is_expression(const struct node *node);
bool node_is_statement_position(const struct node *node);
const char *node_kind_name(enum node_kind kind);

/* ---- declarations that passes add ---- */
/* To be listed among the function's locals, as one of the user's. */
void function_add_local(struct unit *unit, struct function *function, struct decl *decl);
struct decl *decl_new_local(struct unit *unit, struct function *function, const char *name, struct type *type);
struct decl *decl_new_label(struct unit *unit, const char *name);

/* What is known of it as a local; one that says nothing, if it is none. */
const struct local *local_of(const struct decl *decl);
bool decl_is_resident(const struct decl *decl); /* it lives in the frame */
bool decl_is_temporary(const struct decl *decl);
/* A parameter, or a variable of its block's: no static one, nor a declaration of one elsewhere. */
bool decl_is_automatic(const struct decl *decl);

/* ---- by place ---- */
/* Makes `tops`, when `root` has all its children. */
void unit_index_tops(struct unit *unit);
/* Makes `defined_types`, when `collected` has all declarations. */
void unit_index_types(struct unit *unit);
/* The record or enum whose definition begins there, or NULL. */
struct decl *unit_type_at(const struct unit *unit, unsigned specifier);
/* The index of one of `tops`. */
size_t unit_top(const struct unit *unit, const struct node *node);
/* The async function with a body whose text the offset is in, or NULL. */
struct function *unit_function_at(const struct unit *unit, unsigned offset);
/* The innermost node that the byte at the offset is text of, or NULL. */
struct node *unit_innermost(const struct unit *unit, unsigned offset);
size_t unit_first_word(const struct unit *unit, unsigned offset); /* there, or the next; word_count: none */

/* ---- types ---- */
struct type *type_plain(struct type *type); /* without sugar and typedefs, whatever qualified those */
/* Its qualifiers, and those of the elements of an array or a vector. */
unsigned type_quals(const struct type *type);
struct type *type_element(struct unit *unit, struct type *array); /* with the qualifiers of the array's typedefs */
/* An array's elements keep theirs. */
struct type *type_unqualified(struct unit *unit, struct type *type);
struct type *type_unconst(struct unit *unit, struct type *type);
struct type *type_of_slot(struct unit *unit, struct type *type); /* as the output declares a local: volatile stays */
/* Unqualified, and so are a vector's elements: what is stored into. */
struct type *type_of_result(struct unit *unit, struct type *type);
struct type *type_value(struct unit *unit, struct type *type); /* of a value: decayed, unqualified */
struct type *type_pointer_to(struct unit *unit, struct type *type);
struct type *type_pointer_to_void(struct unit *unit, unsigned quals); /* to void with those qualifiers */
/* The one that holds the address of an object of the type. */
struct type *type_address_of(struct unit *unit, struct type *type);
bool type_is_void(struct type *type);
bool type_leads_to_function(struct type *type); /* or it is one: async says something of no others */
bool type_is_vector(struct type *type);
bool type_differs(struct type *left, struct type *right); /* certainly, whatever their qualifiers */
/* `name` declared with the type; "" for a type name. */
const char *type_declare(struct unit *unit, struct type *type, const char *name);
struct type *type_with_quals(struct unit *unit, struct type *type, unsigned quals); /* and those that it has */
bool type_is_variable(struct type *type);                                           /* variably modified */
bool type_has_const_member(struct type *type); /* or element: it cannot be assigned, and is copied as memory */
/* The async pointer type test: a task handle. */
bool type_ends_open(struct type *type); /* a flexible array is its last member */
bool type_is_task(struct type *type);

#endif
