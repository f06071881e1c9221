#include "awaits.h"

#include <string.h>

const struct await_form await_forms[AWAIT_KINDS] = {
#define AWAIT(kind, ...) [AWAIT_##kind] = { __VA_ARGS__ },
#include "awaits.def"
#undef AWAIT
};

enum await_kind await_of_marker(const char *name)
{
    static const char before[] = "asyncc_", behind[] = "_marker";
    size_t length = strlen(name), around = sizeof before - 1 + sizeof behind - 1;
    if (length <= around || strncmp(name, before, sizeof before - 1) != 0 ||
        strcmp(name + length - (sizeof behind - 1), behind) != 0)
        return AWAIT_WRONG;
    const char *word = name + sizeof before - 1;
    for (int kind = 0; kind < AWAIT_KINDS; kind++)
        if (await_forms[kind].operand == OPERAND_ITEMS && strlen(await_forms[kind].word) == length - around &&
            strncmp(await_forms[kind].word, word, length - around) == 0)
            return (enum await_kind)kind;
    return AWAIT_WRONG;
}
