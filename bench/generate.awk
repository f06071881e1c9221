# awk -v functions=N -f generate.awk - writes an async C file of N functions, for the time of translating it.
#
# Every function is an ordinary one of 18 lines: locals, a loop, a condition, three awaits, the error checked. In
# groups of ten each awaits the one before. With -v lines=N there are as many functions as make N lines.

BEGIN {
    if (lines)
        functions = int((lines - 31) / 19)
    print "#include <asyncc.h>"
    print ""
    print "#include <errno.h>"
    print "#include <stdio.h>"
    print "#include <stdlib.h>"
    print "#include <string.h>"
    print "#include <uv.h>"
    print ""
    print "struct item {"
    print "    const char *name;"
    print "    int size, seen;"
    print "    struct item *next;"
    print "};"
    print ""
    print "static async int leaf(struct item *item, int limit)"
    print "{"
    print "    if (item->seen++ > limit)"
    print "        await async_sleep(0.001 * limit);"
    print "    return item->size < 0 ? UV_EINVAL : item->size;"
    print "}"
    for (i = 0; i < functions; i++)
        one(i, i % 10 == 0 ? "leaf" : "work" i - 1)
    print ""
    print "async int main(void)"
    print "{"
    print "    struct item item = { .name = \"one\", .size = 1 };"
    printf "    return await work%d(&item, 3) == 0;\n", functions - 1
    print "}"
}

function one(i, callee)
{
    print ""
    printf "static async int work%d(struct item *list, int limit)\n", i
    print "{"
    print "    int total = 0, error = 0;"
    print "    for (struct item *item = list; item && !error; item = item->next) {"
    printf "        int size = await %s(item, limit + %d);\n", callee, i % 7
    print "        if (size < 0) {"
    print "            fprintf(stderr, \"%s: %s\\n\", item->name, uv_strerror(size));"
    print "            error = size;"
    print "        } else if (size > limit && strcmp(item->name, \"-\") != 0) {"
    print "            total += size * 2 + await leaf(item, limit);"
    print "        } else {"
    print "            total += size;"
    print "        }"
    print "    }"
    print "    if (total > limit)"
    print "        await async_yield();"
    print "    return error ? error : total;"
    print "}"
}
