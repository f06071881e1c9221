#include "arena.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 20 }; /* zeroed by the kernel, page by page */

struct block {
    struct block *next;
    size_t used, size;
    _Alignas(16) char bytes[];
};

struct arena {
    struct block *blocks; /* the first one is being filled */
};

void die(const char *file, int line, const char *what)
{
    fprintf(stderr, "asyncc: internal error at %s:%d: %s\n", file, line, what);
    abort();
}

static void *must(void *memory)
{
    if (!memory) {
        fputs("asyncc: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

struct arena *arena_new(void)
{
    return must(calloc(1, sizeof(struct arena)));
}

void arena_free(struct arena *arena)
{
    while (arena->blocks) {
        struct block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    free(arena);
}

static struct block *block_add(struct arena *arena, size_t size)
{
    struct block *block = must(calloc(1, sizeof *block + size));
    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *arena_get(struct arena *arena, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size)
        block = block_add(arena, size > BLOCK ? size : BLOCK);
    void *memory = block->bytes + block->used;
    block->used += size;
    return memory;
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_get(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

/* ---- formats ---- */

struct room {
    char *at;
    size_t size, length; /* what did not fit counts */
};

static void put(struct room *room, const char *bytes, size_t length)
{
    if (room->length + length < room->size)
        memcpy(room->at + room->length, bytes, length);
    room->length += length;
}

static void put_number(struct room *room, size_t number, bool is_negative)
{
    char digits[24], *at = digits + sizeof digits;
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    if (is_negative)
        *--at = '-';
    put(room, at, (size_t)(digits + sizeof digits - at));
}

/* What begins behind the %; the length of that, 0 if it is none of those that nearly all are. */
static size_t put_argument(struct room *room, const char *what, va_list *arguments)
{
    if (*what == 's') {
        const char *string = va_arg(*arguments, const char *);
        put(room, string, strlen(string));
        return 1;
    }
    if (strncmp(what, ".*s", 3) == 0) {
        int most = va_arg(*arguments, int);
        const char *string = va_arg(*arguments, const char *);
        put(room, string, strnlen(string, (size_t)most));
        return 3;
    }
    if (*what == 'u') {
        put_number(room, va_arg(*arguments, unsigned), false);
        return 1;
    }
    if (*what == 'd') {
        long long number = va_arg(*arguments, int);
        put_number(room, (size_t)(number < 0 ? -number : number), number < 0);
        return 1;
    }
    if (strncmp(what, "zu", 2) == 0) {
        put_number(room, va_arg(*arguments, size_t), false);
        return 2;
    }
    return 0;
}

/* vsnprintf, a call of which costs some 900 instructions: an eighth of translating. What it is not asked often stays with it. */
static size_t format_into(char *text, size_t size, const char *format, va_list arguments)
{
    struct room room = { text, size, 0 };
    va_list rest;
    va_copy(rest, arguments);
    for (const char *at = format; *at;) {
        size_t plain = strcspn(at, "%"), length = 0;
        put(&room, at, plain);
        at += plain;
        if (*at && !(length = put_argument(&room, at + 1, &rest))) {
            va_end(rest);
            return (size_t)vsnprintf(text, size, format, arguments);
        }
        at += length + (length != 0);
    }
    va_end(rest);
    if (room.length < size)
        text[room.length] = '\0';
    return room.length;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    char short_text[512];
    va_list arguments;
    va_start(arguments, format);
    size_t length = format_into(short_text, sizeof short_text, format, arguments);
    va_end(arguments);
    if (length < sizeof short_text)
        return arena_copy(arena, short_text, length);
    char *text = arena_get(arena, length + 1);
    va_start(arguments, format);
    format_into(text, length + 1, format, arguments);
    va_end(arguments);
    return text;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t size)
{
    if (count & (count - 1) || count == 1)
        return items; /* room is made at 0, 2, 4, 8, ... items */
    void *grown = arena_get(arena, (count ? count * 2 : 2) * size);
    if (count)
        memcpy(grown, items, count * size);
    return grown;
}

static void text_room(struct text *text, size_t more)
{
    if (text->room - text->length > more)
        return;
    while (text->room - text->length <= more)
        text->room = text->room ? text->room * 2 : 256;
    text->at = must(realloc(text->at, text->room));
}

void text_add(struct text *text, const char *bytes, size_t length)
{
    text_room(text, length);
    if (length)
        memcpy(text->at + text->length, bytes, length);
    text->length += length;
    text->at[text->length] = '\0';
}

void text_put(struct text *text, const char *string)
{
    text_add(text, string, strlen(string));
}

void text_vformat(struct text *text, const char *format, va_list arguments)
{
    enum { USUAL = 256 };
    va_list again;
    va_copy(again, arguments);
    text_room(text, USUAL);
    size_t length = format_into(text->at + text->length, USUAL, format, arguments);
    if (length >= USUAL) {
        text_room(text, length);
        format_into(text->at + text->length, length + 1, format, again);
    }
    va_end(again);
    text->length += length;
}

void text_format(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_vformat(text, format, arguments);
    va_end(arguments);
}

bool text_read(struct text *text, const char *path)
{
    FILE *file = path ? fopen(path, "rb") : stdin;
    if (!file)
        return false;
    char buffer[4096];
    text_put(text, "");
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
        text_add(text, buffer, got);
    bool good = !ferror(file);
    int error = errno;
    if (path)
        fclose(file);
    errno = error;
    return good;
}

void text_quote(struct text *text, const char *string)
{
    text_put(text, "\"");
    for (; *string; string++) {
        if (*string == '"' || *string == '\\' || *string == '\n')
            text_put(text, "\\");
        text_add(text, *string == '\n' ? "n" : string, 1);
    }
    text_put(text, "\"");
}

void text_free(struct text *text)
{
    free(text->at);
    *text = (struct text){ 0 };
}

char *text_take(struct text *text, struct arena *arena)
{
    char *copy = arena_copy(arena, text->at ? text->at : "", text->length);
    text_free(text);
    return copy;
}
