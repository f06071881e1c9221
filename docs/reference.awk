# awk -f reference.awk HEADER... - the reference of the runtime as Markdown, from what the public headers say: the text at
# their heads, and each declaration with the comment above it. What translated code calls is left out.

function title(path) {
    sub(/.*include\//, "", path)
    return "<" path ">"
}

# A comment's text without its stars, in $0 of lines; blank lines part paragraphs.
function plain(line) {
    sub(/^[ \t]*\/\*+ ?/, "", line)
    sub(/[ \t]*\*\/[ \t]*$/, "", line)
    sub(/^ \* ?/, "", line)
    return line
}

function flush_code() {
    sub(/\n+$/, "", code)
    if (code != "")
        print "```c\n" code "\n```\n"
    code = ""
}

NR == 1 {
    print "# The runtime\n\nMade of the headers by docs/reference.awk; where they say more, as of types, they are right.\n"
}
FNR == 1 {
    flush_code()
    skipping = 1; depth = 0; head = 1; comment = ""; open = 0
    print "## `" title(FILENAME) "`\n"
}

# Sections: /* ---- name ---- */
/^\/\* ---- .* ---- \*\/$/ {
    flush_code()
    name = $0
    sub(/^\/\* ---- /, "", name); sub(/ ---- \*\/$/, "", name)
    skipping = name ~ /what the macros/
    if (!skipping && name != "keywords")
        print "### " toupper(substr(name, 1, 1)) substr(name, 2) "\n"
    next
}

# Comments at the beginning of a line: prose, in front of what they are about.
/^\/\*/ && !open {
    flush_code()
    comment = ""; open = 1
}
open {
    line = plain($0)
    if (head && line ~ /^asyncc.*\.h - /)
        sub(/^[^-]*- /, "", line)
    comment = comment line "\n"
    if ($0 ~ /\*\/[ \t]*$/) {
        open = 0
        if (head || !skipping) {
            gsub(/^\n+|\n+$/, "", comment)
            print comment "\n"
        }
        if (head) {
            head = 0; skipping = 0
        }
    }
    next
}

skipping { next }

# Declarations; of macros, their heads.
/^#[ \t]*define/ {
    if ($0 ~ /^#define (async_|ASYNC_)/ && $0 !~ /^#define ASYNCC/) {
        line = $0
        if (match(line, /^#define [A-Za-z_0-9]+\([^)]*\)/))
            line = substr(line, 1, RLENGTH)
        else
            sub(/[ \t]*\\$/, "", line)
        code = code line "\n"
    }
    in_macro = $0 ~ /\\$/
    next
}
in_macro { in_macro = $0 ~ /\\$/; next }
/^#|^extern "C"|^}$|^[ \t]*$/ && !body { if ($0 ~ /^[ \t]*$/) flush_code(); next }
{
    line = $0
    sub(/ ASYNCC_LEAF/, "", line)
    gsub(/_Async /, "async ", line)
    code = code line "\n"
    body = line ~ /\{[^}]*$/ ? 1 : line ~ /^}/ ? 0 : body
}
END { flush_code() }
