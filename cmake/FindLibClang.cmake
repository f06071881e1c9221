# Finds libclang, the C interface of clang, where Debian, LLVM's own packages and plain prefixes put it.
# (find_package(Clang) cannot be used: Debian's 19 and 22 export targets whose files are in packages that
# nothing depends on.)
#
# In:   ASYNCC_LLVM_VERSION   the major version to take; empty for the first of the list below
#       LibClang_ROOT         a prefix to look in first
# Out:  LibClang_FOUND, LibClang_VERSION (such as 19.1.7), LibClang_RESOURCE_DIR (the compiler's own
#       headers are in its include/), and the imported target LibClang::LibClang
#
# Nothing is cached, so that another ASYNCC_LLVM_VERSION takes effect in the same build directory.

set(_lc_majors 19 22 21 20 18 17 16 15 14)
if(ASYNCC_LLVM_VERSION)
    set(_lc_majors ${ASYNCC_LLVM_VERSION})
endif()

set(_lc_prefixes)
if(LibClang_ROOT)
    list(APPEND _lc_prefixes "${LibClang_ROOT}")
endif()
foreach(_lc_major IN LISTS _lc_majors)
    list(APPEND _lc_prefixes "/usr/lib/llvm-${_lc_major}")
endforeach()

# What llvm-config of the wanted version says comes last.
foreach(_lc_major IN LISTS _lc_majors)
    list(APPEND _lc_configs "llvm-config-${_lc_major}")
endforeach()
list(APPEND _lc_configs llvm-config)
foreach(_lc_name IN LISTS _lc_configs)
    unset(_lc_config CACHE)
    find_program(_lc_config NAMES "${_lc_name}")
    if(_lc_config)
        execute_process(COMMAND "${_lc_config}" --prefix OUTPUT_VARIABLE _lc_prefix
            OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        execute_process(COMMAND "${_lc_config}" --version OUTPUT_VARIABLE _lc_full
            OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        string(REGEX MATCH "^[0-9]+" _lc_found_major "${_lc_full}")
        if(_lc_prefix AND (NOT ASYNCC_LLVM_VERSION OR _lc_found_major STREQUAL ASYNCC_LLVM_VERSION))
            list(APPEND _lc_prefixes "${_lc_prefix}")
        endif()
    endif()
    unset(_lc_config CACHE)
endforeach()
list(REMOVE_DUPLICATES _lc_prefixes)

set(LibClang_INCLUDE_DIR)
set(LibClang_LIBRARY)
set(LibClang_VERSION)
set(LibClang_RESOURCE_DIR)
list(JOIN _lc_prefixes " " _lc_looked_in)
set(_lc_reason "no prefix of these has include/clang-c/Index.h and lib/libclang.so: ${_lc_looked_in}. On Debian: apt-get install libclang-19-dev")
foreach(_lc_prefix IN LISTS _lc_prefixes)
    file(GLOB _lc_libraries
        "${_lc_prefix}/lib/libclang-[0-9]*.so" "${_lc_prefix}/lib/libclang.so" "${_lc_prefix}/lib/libclang.dylib")
    if(NOT EXISTS "${_lc_prefix}/include/clang-c/Index.h" OR NOT _lc_libraries)
        continue()
    endif()
    # Of libclang-19.so and libclang-19.1.7.so any will do: they are the same file.
    list(GET _lc_libraries 0 _lc_library)

    file(GLOB _lc_resources "${_lc_prefix}/lib/clang/*/include/stddef.h")
    if(NOT _lc_resources)
        set(_lc_reason "${_lc_prefix} has libclang but not the compiler's own headers, lib/clang/*/include/stddef.h. On Debian they are in libclang-common-N-dev")
        continue()
    endif()
    list(GET _lc_resources 0 _lc_resource)
    get_filename_component(_lc_resource "${_lc_resource}" DIRECTORY)
    get_filename_component(LibClang_RESOURCE_DIR "${_lc_resource}" DIRECTORY)

    set(LibClang_INCLUDE_DIR "${_lc_prefix}/include")
    set(LibClang_LIBRARY "${_lc_library}")
    # The full version is in the name of the real file or, for 14, in that of the resource directory.
    file(GLOB _lc_names "${_lc_prefix}/lib/libclang-[0-9]*.so*")
    string(REGEX MATCH "libclang-([0-9]+\\.[0-9]+\\.[0-9]+)" _lc_match "${_lc_names}")
    if(_lc_match)
        set(LibClang_VERSION "${CMAKE_MATCH_1}")
    else()
        get_filename_component(LibClang_VERSION "${LibClang_RESOURCE_DIR}" NAME)
    endif()
    break()
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibClang
    REQUIRED_VARS LibClang_LIBRARY LibClang_INCLUDE_DIR LibClang_RESOURCE_DIR
    VERSION_VAR LibClang_VERSION
    REASON_FAILURE_MESSAGE "${_lc_reason}")

if(LibClang_FOUND AND NOT TARGET LibClang::LibClang)
    add_library(LibClang::LibClang SHARED IMPORTED)
    set_target_properties(LibClang::LibClang PROPERTIES
        IMPORTED_LOCATION "${LibClang_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${LibClang_INCLUDE_DIR}")
endif()
foreach(_lc_name IN ITEMS majors major prefixes looked_in prefix configs name found_major full reason libraries library
        resources resource names match)
    unset(_lc_${_lc_name})
endforeach()
