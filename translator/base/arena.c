#include "arena.h"

#include <ctype.h>
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

char *arena_format(struct arena *arena, const char *format, ...)
{
    char short_text[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(short_text, sizeof short_text, format, arguments);
    va_end(arguments);
    if ((size_t)length < sizeof short_text)
        return arena_copy(arena, short_text, (size_t)length);
    char *text = arena_get(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
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
    int length = vsnprintf(text->at + text->length, USUAL, format, arguments);
    if (length >= USUAL) {
        text_room(text, (size_t)length);
        vsnprintf(text->at + text->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    text->length += (size_t)length;
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

bool text_is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
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
