/*
 * mutate.c - mutations of C. Bytes changed at random hardly ever give a program that the translator gets to see, so most
 * of these keep parentheses balanced: tokens, expressions in parentheses, statements and blocks are left out, doubled,
 * exchanged, and taken from another program; `await` and other words are put in. A text can also end early.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

struct range {
    size_t begin, end;
};

static unsigned state;

static size_t pick(size_t n)
{
    state = state * 1664525u + 1013904223u;
    return n ? (state >> 8) % n : 0;
}

static bool is_word(uint8_t c)
{
    return isalnum(c) || c == '_';
}

static size_t token_end(const uint8_t *data, size_t size, size_t at)
{
    if (at < size && is_word(data[at])) {
        while (at < size && is_word(data[at]))
            at++;
        return at;
    }
    return at < size ? at + 1 : at;
}

/* A token somewhere. */
static struct range token(const uint8_t *data, size_t size)
{
    size_t at = pick(size);
    while (at > 0 && is_word(data[at]) && is_word(data[at - 1]))
        at--;
    while (at < size && isspace(data[at]))
        at++;
    return (struct range){ at, token_end(data, size, at) };
}

/* The end of what the bracket at the place opens, or its own. */
static size_t closed(const uint8_t *data, size_t size, size_t at)
{
    size_t depth = 0;
    for (size_t i = at; i < size; i++) {
        if (strchr("({[", data[i]) && data[i])
            depth++;
        else if (strchr(")}]", data[i]) && data[i] && --depth == 0)
            return i + 1;
    }
    return at + 1;
}

/* Something in parentheses or braces, with them. */
static struct range bracketed(const uint8_t *data, size_t size, const char *opening)
{
    size_t from = pick(size);
    for (size_t i = from; i < size; i++)
        if (data[i] && strchr(opening, data[i]))
            return (struct range){ i, closed(data, size, i) };
    return token(data, size);
}

/* From behind one `;`, `{` or `}` to behind the next `;` or block. */
static struct range statement(const uint8_t *data, size_t size)
{
    size_t begin = pick(size);
    while (begin < size && !strchr(";{}", data[begin]))
        begin++;
    begin += begin < size;
    for (size_t i = begin; i < size; i++) {
        if (data[i] == ';')
            return (struct range){ begin, i + 1 };
        if (data[i] == '{' || data[i] == '(')
            i = closed(data, size, i) - 1;
        if (data[i] == '}')
            return (struct range){ begin, i + 1 };
    }
    return (struct range){ begin, begin };
}

static struct range some(const uint8_t *data, size_t size)
{
    switch (pick(5)) {
    case 0:
        return token(data, size);
    case 1:
        return bracketed(data, size, "(");
    case 2:
        return bracketed(data, size, "{");
    default:
        return statement(data, size);
    }
}

/* Puts the text in the range's place; the new size, or the old one if there is no room. */
static size_t replace(uint8_t *data, size_t size, size_t max_size, struct range range, const void *text, size_t length)
{
    if (range.end > size || range.begin > range.end || size - (range.end - range.begin) + length > max_size)
        return size;
    uint8_t *copy = malloc(length + 1);
    memcpy(copy, text, length);
    memmove(data + range.begin + length, data + range.end, size - range.end);
    memcpy(data + range.begin, copy, length);
    free(copy);
    return size - (range.end - range.begin) + length;
}

static size_t insert_word(uint8_t *data, size_t size, size_t max_size)
{
    static const char *const words[] = {
        "await ", "await ", "await ", "async ", "defer ", "(await async_yield(), ", "return ", "goto x; x: ", "case 1: ",
        "default: ", "({ ", " }) ", "if (1) ", "else ", "while (0) ", "for (;;) ", "do ", "switch (1) ", "break; ",
        "continue; ", "static ", "const ", "volatile ", "extern ", "_Atomic ", "_Alignas(64) ", "&", "*", "! ", "sizeof ",
        "? : ", " ?: ", ", ", "&& ", "|| ", "= ", "+= ", "++", "[1]", ".x", "->x", "(int)", "(void)", "__typeof__", "{ ",
        "} ", "( ", ") ", ";", "#if 1\n", "#endif\n", "\\\n", "/*", "\"", "join(", "gather(", "timeout(1, ", "create_task(",
        "task(int) ", "struct { int x; } ", "int n[n]; ", "__attribute__((cleanup(f))) ", "asm(\"\"); ", "&&x ", "__label__ x; ",
        "_Generic(1, int: ", "__func__ ", "struct ", "typedef ", "# 1 \"x\"\n", "\r\n", "\0",
    };
    const char *word = words[pick(sizeof words / sizeof *words)];
    size_t at = token(data, size).begin;
    return replace(data, size, max_size, (struct range){ at, at }, word, strlen(word) + !*word);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    state = seed;
    for (size_t rounds = 1 + pick(3); rounds && size; rounds--) {
        struct range one = some(data, size), other = some(data, size);
        switch (pick(12)) {
        case 0:
            size = LLVMFuzzerMutate(data, size, max_size);
            break;
        case 1:
            if (pick(4) == 0)
                size = pick(size);
            break;
        case 2:
        case 3: /* left out */
            size = replace(data, size, max_size, one, "", 0);
            break;
        case 4:
        case 5: /* doubled */
            other = (struct range){ one.end, one.end };
            if (one.end <= size)
                size = replace(data, size, max_size, other, data + one.begin, one.end - one.begin);
            break;
        case 6:
        case 7:
        case 8: /* one in the place of another */
            if (one.end <= size)
                size = replace(data, size, max_size, other, data + one.begin, one.end - one.begin);
            break;
        case 9: { /* a token by another */
            struct range from = token(data, size);
            if (from.end <= size)
                size = replace(data, size, max_size, token(data, size), data + from.begin, from.end - from.begin);
            break;
        }
        default:
            size = insert_word(data, size, max_size);
        }
    }
    return size;
}

/* A piece of the second program in the place of one of the first. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second, size_t second_size,
                                 uint8_t *out, size_t max_size, unsigned seed)
{
    state = seed;
    if (first_size > max_size || !first_size || !second_size)
        return 0;
    memcpy(out, first, first_size);
    struct range to = some(first, first_size), from = some(second, second_size);
    if (pick(2))
        to.end = to.begin;
    return from.end <= second_size ? replace(out, first_size, max_size, to, second + from.begin, from.end - from.begin)
                                   : first_size;
}
