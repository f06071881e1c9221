/*
 * law_names.c - names mean what they meant: a name of the user's that stands in the output refers to a declaration that
 * came from the one that it referred to in the source. Source and output are seen by clang; what came from where is
 * the writer's to tell.
 */
#include "base/arena.h"
#include "laws_internal.h"

#include <string.h>

static bool is_written(const struct laws *laws, unsigned source)
{
    for (size_t i = 0; i < laws->writer->origin_count; i++)
        if (laws->writer->origins[i].begin <= source && source < laws->writer->origins[i].end &&
            laws->writer->origins[i].length)
            return true;
    return false;
}

/* A declaration of the translator's stands for one of the source's, and for no other: as it was first seen. */
static bool is_pair(struct laws *laws, unsigned output, unsigned source)
{
    for (size_t i = 0; i < laws->pair_count; i++)
        if (laws->pairs[i].output == output || laws->pairs[i].source == source)
            return laws->pairs[i].output == output && laws->pairs[i].source == source;
    struct law_pair pair = { output, source };
    arena_push(laws->unit->arena, laws->pairs, laws->pair_count, pair);
    return true;
}

static bool means(struct laws *laws, const struct clang_name *output, const struct clang_name *source, bool is_copy)
{
    unsigned from;
    bool same = strcmp(output->name, source->name) == 0, own = !law_source(laws, output->declared, &from);
    if (output->scope != NAME_ELSEWHERE && !own && from == source->declared)
        return true;
    if (output->scope != NAME_LOCAL && source->scope != NAME_LOCAL)
        return same || !is_copy; /* one of a name among the files, a function's parameters, a record's members */
    if (!own || (same && is_copy && is_written(laws, source->declared)))
        return false;
    return (same || !is_copy) && is_pair(laws, output->declared, source->declared);
}

/* The first of the source's names that stands there or behind. */
static size_t first_name(const struct clang_facts *facts, unsigned at)
{
    size_t low = 0, high = facts->name_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (facts->names[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_in_body(const struct laws *laws, unsigned at)
{
    for (size_t i = 0; i < laws->body_count; i++)
        if (laws->bodies[i].begin <= at && at < laws->bodies[i].end)
            return true;
    return false;
}

/* Whether the name of the output refers to one of those that the source's names at the place refer to. */
static bool is_meant(struct laws *laws, const struct clang_name *name, unsigned at, bool is_copy)
{
    const struct clang_facts *source = laws->source;
    size_t i = first_name(source, at);
    if (i == source->name_count || source->names[i].at != at)
        return true;
    for (; i < source->name_count && source->names[i].at == at; i++)
        if (means(laws, name, &source->names[i], is_copy))
            return true;
    return false;
}

/* Whether what stands there instead of the user's text is one name, too. */
static bool is_one_name(const struct laws *laws, const struct origin *origin)
{
    for (unsigned i = 0; i < origin->length; i++) {
        char c = laws->writer->text.at[origin->at + i];
        if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
            return false;
    }
    return true;
}

/* A word of the dialect: what its macro makes is not the user's. */
static bool is_word(const struct laws *laws, unsigned at)
{
    const struct invocation *invocation = unit_invocation(laws->unit, at);
    return invocation && invocation->is_dialect && invocation->begin == at;
}

void law_names(struct laws *laws)
{
    for (size_t i = 0; i < laws->output->name_count; i++) {
        const struct clang_name *name = &laws->output->names[i];
        const struct origin *origin = writer_origin(laws->writer, name->at);
        unsigned at;
        if (!law_source(laws, name->at, &at) || !is_in_body(laws, at) || is_word(laws, at) ||
            (!origin->is_copy && !is_one_name(laws, origin)) || is_meant(laws, name, at, origin->is_copy))
            continue;
        law_broken(laws, "names", at, at + (unsigned)strlen(name->name), "'%s' refers to another declaration", name->name);
        return;
    }
}
