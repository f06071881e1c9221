#include "search.h"

#include "base/arena.h"
#include "clang.h"

#include <string.h>

/* The directory that the argument at the index names with the option, joined or not; or NULL. */
static const char *directory_of(const struct clang_input *input, size_t index, const char *option)
{
    const char *item = input->arguments[index];
    if (strncmp(item, option, strlen(option)) != 0)
        return NULL;
    if (item[strlen(option)])
        return item + strlen(option);
    return index + 1 < input->argument_count ? input->arguments[index + 1] : NULL;
}

const char *search_path(struct arena *arena, const struct clang_input *input, enum search search, size_t k, const char *name)
{
    static const char *const options[] = { "-iquote", "-I", "-isystem", "-idirafter" };
    size_t end = search == SEARCH_QUOTED ? 1 : sizeof options / sizeof *options;
    for (size_t option = search == SEARCH_ANGLED; option < end; option++)
        for (size_t i = 0; i < input->argument_count; i++) {
            const char *directory = directory_of(input, i, options[option]);
            if (directory && k-- == 0)
                return arena_format(arena, "%s/%s", directory, name);
        }
    return NULL;
}

bool search_is_system(const struct clang_input *input, const char *path)
{
    for (size_t i = 0; i < input->argument_count; i++) {
        const char *directory = directory_of(input, i, "-isystem");
        size_t length = directory ? strlen(directory) : 0;
        if (length && strncmp(path, directory, length) == 0 && (path[length] == '/' || directory[length - 1] == '/'))
            return true;
    }
    return false;
}
