# The translator as a libFuzzer target; included by translator/CMakeLists.txt, built by run.sh with clang, in a build
# directory of its own.
get_target_property(sources asyncc_translate SOURCES)
list(FILTER sources EXCLUDE REGEX "/translate\\.c$")
set(fuzz_directory "${PROJECT_SOURCE_DIR}/tests/fuzz")
add_executable(fuzz_translate EXCLUDE_FROM_ALL
    "${fuzz_directory}/fuzz_translate.c" "${fuzz_directory}/mutate.c" ${sources})
foreach(property IN ITEMS INCLUDE_DIRECTORIES COMPILE_DEFINITIONS LINK_LIBRARIES C_STANDARD)
    get_target_property(value asyncc_translate ${property})
    set_target_properties(fuzz_translate PROPERTIES ${property} "${value}")
endforeach()
set_target_properties(fuzz_translate PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
target_include_directories(fuzz_translate PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
target_compile_options(fuzz_translate PRIVATE -Wall -Wextra -fno-omit-frame-pointer
    -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all)
target_link_options(fuzz_translate PRIVATE -fsanitize=fuzzer,address,undefined)
