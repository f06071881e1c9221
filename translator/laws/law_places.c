/*
 * law_places.c - what is pointed to stays where it is: an object of a step's own, a local of C's or a compound literal,
 * is gone when the step ends. So the user's text must not take the address of one that lives, in the source, over an
 * await behind that place; of what stays in its loop, or is gone back to by a goto, over any await of the loop.
 */
#include "laws_internal.h"

/* How the source sees the object whose name or literal stands there; NULL: no address is taken of it there. */
static const struct clang_address *source_address(const struct laws *laws, unsigned at, bool is_literal)
{
    for (size_t i = 0; i < laws->source->address_count; i++)
        if (laws->source->addresses[i].at == at && laws->source->addresses[i].is_literal == is_literal)
            return &laws->source->addresses[i];
    return NULL;
}

/* Whether the source goes back from behind the place where the address is taken to in front of the await, in the object's block. */
static bool goes_back(const struct laws *laws, const struct clang_address *source, unsigned await)
{
    for (size_t i = 0; i < laws->source->jump_count; i++) {
        const struct clang_jump *jump = &laws->source->jumps[i];
        if (jump->kind == JUMP_GOTO && jump->at > source->at && jump->at < source->block_end &&
            jump->target >= source->block_begin && jump->target <= await)
            return true;
    }
    return false;
}

/* Whether the object is still alive where the step begins that goes on at the label. */
static bool lives_at(const struct laws *laws, const struct clang_address *address, const struct clang_address *source,
                     unsigned label)
{
    if (!source)
        return address->at < label && label < address->block_end;
    const struct origin *first = laws->writer->origins, *line = writer_origin(laws->writer, label);
    while (line && line > first && line->length)
        line--; /* to where the await's own line begins */
    unsigned await = line ? line->begin : 0;
    bool in_loop = (source->loop < source->at && source->loop <= await) || goes_back(laws, source, await);
    return source->block_begin <= await && await < source->block_end && (address->at < label || in_loop);
}

static bool check_address(struct laws *laws, const struct clang_address *address, unsigned at)
{
    const struct clang_facts *output = laws->output;
    const struct clang_address *source = source_address(laws, at, address->is_literal);
    unsigned from;
    for (size_t i = 0; i < output->jump_count; i++) {
        const struct clang_jump *jump = &output->jumps[i];
        bool resumes = jump->kind == JUMP_GOTO && jump->is_dispatch && address->function_begin <= jump->at &&
                       jump->at < address->at && !law_source(laws, jump->at, &from);
        if (!resumes || !lives_at(laws, address, source, jump->target))
            continue;
        law_broken(laws, "places", at, at, "the address of %s is taken, which an await moves",
                   address->is_literal ? "this literal" : "a variable");
        return false;
    }
    return true;
}

void law_places(struct laws *laws)
{
    for (size_t i = 0; i < laws->output->address_count; i++) {
        const struct clang_address *address = &laws->output->addresses[i];
        const struct origin *origin = writer_origin(laws->writer, address->at);
        unsigned at, from;
        bool copied = address->is_literal && !law_source(laws, address->taken_at, &from); /* into the frame */
        if (!copied && law_source(laws, address->at, &at) && origin->is_copy && !check_address(laws, address, at))
            return;
    }
}
