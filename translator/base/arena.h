/*
 * arena.h - memory and text of the translator.
 *
 * Everything lives in one arena per translated file and is freed with it; nothing is freed by hand.
 * Running out of memory ends the program with a message: there is nothing sensible to go on with.
 */
#ifndef ARENA_H
#define ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Zeroed memory that lives as long as the arena. */
void *arena_get(struct arena *arena, size_t size);

char *arena_copy(struct arena *arena, const char *text, size_t length);
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Growing arrays in the arena: `items` of `size` bytes; room for one more is made when it is needed. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t size);
#define arena_push(arena, items, count, item) \
    ((items) = arena_grow((arena), (items), (count), sizeof *(items)), (items)[(count)++] = (item))

/* Text under construction. */
struct text {
    char *at; /* terminated; NULL while empty */
    size_t length, room;
};

void text_add(struct text *text, const char *bytes, size_t length);
void text_put(struct text *text, const char *string);
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vformat(struct text *text, const char *format, va_list arguments);
/* Adds what the file holds; NULL: standard input. False, with errno set, when it cannot be read. */
bool text_read(struct text *text, const char *path);
/* Whether the byte may be one of a name or a number, for any compiler: `$` and what is not ASCII, too. */
static inline bool text_is_word(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
           (unsigned char)c >= 0x80;
}
/* As a string of C, and of JSON, in quotes. */
void text_quote(struct text *text, const char *string);
void text_free(struct text *text);
/* A copy of it in the arena, terminated; it is freed. */
char *text_take(struct text *text, struct arena *arena);

/* Ends the program: a broken invariant of ours, or no memory. */
_Noreturn void die(const char *file, int line, const char *what);
#define require(condition) ((condition) ? (void)0 : die(__FILE__, __LINE__, #condition))

#endif
