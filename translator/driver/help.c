#include "help.h"

#include "front/clang.h"
#include "middle/passes.h"

#include <asyncc/abi.h>
#include <stdio.h>

void help_version(void)
{
    printf("asyncc %s\n"
           "libclang: %s\n"
           "ABI of generated code: %d\n",
           ASYNCC_VERSION, clang_version(), ASYNCC_ABI);
}

void help_print(void)
{
    puts("usage: asyncc [options] [compiler flags] input.c -o output.c\n"
         "       asyncc [options] [compiler flags] input.c... -o directory\n"
         "       asyncc cc [compiler] [compiler flags] -c input.c -o input.o\n"
         "\n"
         "Translates async C into plain C11: each async function becomes a state machine that runs on the\n"
         "asyncc runtime. Everything else in a file stays as it is.\n"
         "\n"
         "First steps, with hello.c:\n"
         "\n"
         "  #include <asyncc.h>\n"
         "  #include <stdio.h>\n"
         "\n"
         "  async int main(void)\n"
         "  {\n"
         "      puts(\"Hello ...\");\n"
         "      await async_sleep(1);\n"
         "      puts(\"... World!\");\n"
         "      return 0;\n"
         "  }\n"
         "\n"
         "  asyncc cc hello.c -o hello             compiles it, and links it\n"
         "  asyncc hello.c -o hello.translated.c   shows what it becomes\n"
         "\n"
         "In CMake: find_package(asyncc) and target_async_sources(app PRIVATE hello.c).\n"
         "In Make, Meson and autotools: CC=\"asyncc cc\". See asyncc(1) and asyncc(7).\n"
         "\n"
         "What is translated\n"
         "  -o FILE            write the translation to FILE; '-', the default, is standard output. Of several\n"
         "                     inputs, into the directory FILE; they are translated in parallel\n"
         "  -j N               as many translations at once; the number of processors if it is not said\n"
         "  -                  as input: standard input\n"
         "  -fsyntax-only      check only, write nothing\n"
         "  -I -D -U -include -isystem -iquote -std= -m... and the like\n"
         "                     as for the compiler; flags that do not matter here are ignored\n"
         "  --cc=COMPILER      parse as for this compiler: its target, its system's headers, and the macros that it\n"
         "                     defines with these flags\n"
         "  -MD, -MMD          write a depfile beside the output; -MF FILE and -MT TARGET as for GCC\n"
         "  @FILE              read options from FILE\n"
         "  --show             of 'asyncc cc': print the commands, quoted for a shell, and run none\n"
         "\n"
         "What is said\n"
         "  -W..., -Wno-...    switch a warning on or off: -Wno-blocking-call\n"
         "  -Werror, -Werror=...\n"
         "                     make warnings errors: all, or the one named; -Wno-error=... does not\n"
         "  -w                 no warnings\n"
         "  -Wlarge-frame=N    warn of frames of more than N bytes, what takes most of them, and which await\n"
         "                     keeps that alive\n"
         "  -Rframe            tell what takes the bytes of every frame\n"
         "  -fdiagnostics-format=text|json|sarif\n"
         "                     as text, as GCC's JSON, or as SARIF 2.1.0\n"
         "  -fdiagnostics-color=always|never|auto\n"
         "                     auto, the default: on a terminal, unless NO_COLOR is set\n"
         "  #pragma asyncc diagnostic push|pop|ignored \"-W...\"|warning \"-W...\"|error \"-W...\"\n"
         "                     the same for a part of a file\n"
         "\n"
         "What helps\n"
         "  --explain [ID]     explain a diagnostic, by the word in brackets behind it; without ID, list them\n"
         "  --doctor           tell whether libclang, its headers and a C compiler are found, and where\n"
         "  --version, --help\n"
         "\n"
         "Seldom needed\n"
         "  -resource-dir DIR  where clang's own headers are (include/stddef.h); also ASYNCC_RESOURCE_DIR\n"
         "  --suspend-points   for tests: every async function may suspend where it begins, as the\n"
         "                     environment says: ASYNCC_SUSPEND=always, =random:SEED or =never\n"
         "  --verify           check of each translation that it means what the source means, as far as that\n"
         "                     can be seen; --no-verify, the default but for debug builds: what costs next to nothing\n"
         "  --dump=PASS        print the tree after a pass:");
    for (size_t i = 0; passes_name(i); i++)
        printf("%s%s", i % 6 ? ", " : i ? ",\n                     " : "                     ", passes_name(i));
    putchar('\n');
}
