#include "words.h"

#include "base/arena.h"
#include "base/path.h"
#include "process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct expansion {
    struct arena *arena;
    struct words *words;
    unsigned files; /* opened, against circles */
};

/* A backslash protects what follows, as GCC reads its files; in a shell's single quotes it is one character of them. */
static bool is_escape(const char *at, char quote, bool shell)
{
    return *at == '\\' && at[1] && !(shell && (quote == '\'' || (quote == '"' && !strchr("\"\\$`", at[1]))));
}

/* One word: blanks separate, quotes of both kinds and backslashes protect. */
static const char *quoted_word(struct arena *arena, const char **from, bool shell)
{
    const char *at = *from;
    struct text word = { 0 };
    char quote = 0;
    while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\f')
        at++;
    if (!*at)
        return NULL;
    text_put(&word, "");
    for (; *at; at++) {
        if (is_escape(at, quote, shell)) {
            text_add(&word, ++at, 1);
        } else if (quote ? *at == quote : *at == '"' || *at == '\'') {
            quote = quote ? 0 : *at;
        } else if (!quote && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\f')) {
            break;
        } else {
            text_add(&word, at, 1);
        }
    }
    *from = at;
    char *copy = arena_copy(arena, word.at, word.length);
    text_free(&word);
    return copy;
}

static bool expand(struct expansion *e, const char *item)
{
    struct text text = { 0 };
    if (item[0] != '@' || !item[1] || !text_read(&text, item + 1)) {
        text_free(&text);
        arena_push(e->arena, e->words->at, e->words->count, item); /* as GCC: a file that cannot be read is a word */
        return true;
    }
    bool good = ++e->files <= 100;
    const char *at = text.at, *word;
    while (good && (word = quoted_word(e->arena, &at, false)) != NULL)
        good = expand(e, word);
    text_free(&text);
    return good;
}

bool words_expand(struct words *words, struct arena *arena, int argc, char **argv)
{
    struct expansion e = { .arena = arena, .words = words };
    *words = (struct words){ 0 };
    for (int i = 0; i < argc; i++)
        if (!expand(&e, argv[i])) {
            fprintf(stderr, "asyncc: error: too many response files at '%s'\n", argv[i]);
            return false;
        }
    return true;
}

struct handed {
    struct arena *arena;
    struct words words;
    bool names_file; /* the next is about a depfile, which is the business of the compile */
};

static void hand_on(struct handed *h, const char *item)
{
    bool dropped = h->names_file || has_prefix(item, "-M");
    h->names_file = !h->names_file && has_prefix(item, "-M") && strcmp(item, "-MP") != 0 && strcmp(item, "-MG") != 0;
    if (!dropped && *item) /* an empty one is nothing to clang, and gcc's to complain of */
        arena_push(h->arena, h->words.at, h->words.count, item);
}

void words_hand_on(struct words *words, struct arena *arena)
{
    struct handed h = { .arena = arena };
    for (size_t i = 0; i < words->count; i++) {
        const char *item = words->at[i];
        if (strcmp(item, "-Xpreprocessor") == 0 && i + 1 < words->count) {
            hand_on(&h, words->at[++i]);
        } else if (has_prefix(item, "-Wp,")) {
            for (item += 3; *item; item += strcspn(item, ",")) {
                item++;
                hand_on(&h, arena_copy(arena, item, strcspn(item, ",")));
            }
        } else {
            arena_push(arena, h.words.at, h.words.count, item);
        }
    }
    *words = h.words;
}

void words_split(struct words *words, struct arena *arena, const char *text)
{
    const char *word;
    *words = (struct words){ 0 };
    if (process_find(arena, text))
        arena_push(arena, words->at, words->count, text);
    else
        while ((word = quoted_word(arena, &text, true)) != NULL)
            arena_push(arena, words->at, words->count, word);
}

const char *const *words_ended(const struct words *words, struct arena *arena)
{
    struct words ended = { 0 };
    for (size_t i = 0; i < words->count; i++)
        arena_push(arena, ended.at, ended.count, words->at[i]);
    arena_push(arena, ended.at, ended.count, NULL);
    return ended.at;
}

const char *words_join(struct arena *arena, const char *const *words, size_t count)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+=:,./@%^";
    struct text text = { 0 };
    text_put(&text, "");
    for (size_t i = 0; i < count; i++) {
        const char *at = words[i];
        text_put(&text, i ? " " : "");
        if (*at && !at[strspn(at, plain)]) {
            text_put(&text, at);
            continue;
        }
        text_put(&text, "'");
        for (; *at; at++)
            if (*at == '\'')
                text_put(&text, "'\\''");
            else
                text_add(&text, at, 1);
        text_put(&text, "'");
    }
    return text_take(&text, arena);
}
