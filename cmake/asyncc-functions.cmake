# target_async_sources(): async C files as sources of a target; target_enable_async(): all C files of a target.
#
#   target_async_sources(<target> <PRIVATE|PUBLIC> <file>...
#       [OPTIONS <option>...]            for the translator only
#       [GENERATED_OPTIONS <option>...]  for the compilation of the generated C only
#       [DEPENDS <file or target>...]    what must be there before translating, such as generated headers
#       [OUT_VAR <variable>])            the generated files, for properties of one's own
#
# Each file is translated with the target's own definitions, include directories, options and standard, as
# they are at the end of the target's directory, and with the file's own (set_source_files_properties).
# The target is linked with asyncc::runtime; PUBLIC passes that on to what links the target.
#
# The translator is the target asyncc::asyncc or, if that is set, the program ASYNCC_EXECUTABLE.
#
#   target_enable_async(<target> [PUBLIC])
#
# Compiles the target's C files by way of `asyncc cc`, which translates those that use async: with exactly the flags
# that CMake gives the compiler, and without generated files. For Make and Ninja. A launcher that is set already,
# such as ccache, is kept.
#
# Both link the static runtime; with ASYNCC_SHARED_RUNTIME set, the shared one.
#
# How it is done. add_custom_command() and source properties belong to a directory, and most flags can
# still change after the call: so the call checks its arguments and notes them down as properties of the
# target, and _asyncc_translate() does the work at the end of the target's directory. Custom commands see
# no $<COMPILE_LANGUAGE>, so the flags travel through file(GENERATE ... TARGET), which does, as one plain
# item a line; asyncc-flags.cmake makes a response file of that, with the quoting that generator
# expressions cannot do.

include_guard(GLOBAL)

cmake_policy(PUSH)
cmake_policy(VERSION 3.20...3.30)

set_property(GLOBAL PROPERTY _ASYNCC_FLAGS_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/asyncc-flags.cmake")

# The target itself, of a name that may be an alias; an error if it compiles nothing.
function(_asyncc_check_target variable caller target)
    if(NOT TARGET "${target}")
        message(FATAL_ERROR "${caller}: there is no target '${target}'")
    endif()
    get_target_property(aliased "${target}" ALIASED_TARGET)
    if(aliased)
        set(target "${aliased}")
    endif()
    get_target_property(type "${target}" TYPE)
    get_target_property(imported "${target}" IMPORTED)
    if(type STREQUAL "INTERFACE_LIBRARY")
        message(FATAL_ERROR
            "${caller}: '${target}' is an INTERFACE library. It compiles nothing itself, so its "
            "async files cannot be translated with its flags: make it a STATIC or OBJECT library, or name "
            "the files in the targets that use it")
    elseif(imported OR NOT type MATCHES "^(EXECUTABLE|(STATIC|SHARED|MODULE|OBJECT)_LIBRARY)$")
        message(FATAL_ERROR "${caller}: '${target}' is not a target that compiles sources")
    endif()
    if(NOT CMAKE_C_COMPILER_LOADED)
        message(FATAL_ERROR "${caller}: the project does not enable the language C")
    endif()
    set(${variable} "${target}" PARENT_SCOPE)
endfunction()

function(target_enable_async target)
    _asyncc_check_target(target target_enable_async "${target}")
    cmake_parse_arguments(PARSE_ARGV 1 arg "PUBLIC;PRIVATE" "" "")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "target_enable_async: unexpected '${arg_UNPARSED_ARGUMENTS}'")
    endif()
    if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
        message(FATAL_ERROR
            "target_enable_async: the generator '${CMAKE_GENERATOR}' knows no compiler launchers; use target_async_sources()")
    endif()
    _asyncc_find_translator(command depend target_enable_async)
    if(command MATCHES "\\$<" AND CMAKE_VERSION VERSION_LESS 3.25)
        message(FATAL_ERROR
            "target_enable_async: with a translator that the same project builds it needs CMake 3.25; install asyncc "
            "first, or use target_async_sources()")
    endif()
    get_target_property(binary_dir "${target}" BINARY_DIR)
    _asyncc_link_runtime("${target}" "${binary_dir}" "${arg_PUBLIC}")
    get_target_property(launcher "${target}" C_COMPILER_LAUNCHER)
    if(NOT launcher)
        set(launcher)
    endif()
    if(TARGET "${depend}")
        add_dependencies("${target}" "${depend}")
    endif()
    list(PREPEND launcher "${command}" cc)
    set_target_properties("${target}" PROPERTIES
        C_COMPILER_LAUNCHER "${launcher}"
        UNITY_BUILD OFF) # a file that includes others has no async functions of its own
endfunction()

function(target_async_sources target)
    _asyncc_check_target(target target_async_sources "${target}")
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "OUT_VAR" "PRIVATE;PUBLIC;OPTIONS;GENERATED_OPTIONS;DEPENDS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR
            "target_async_sources: unexpected '${arg_UNPARSED_ARGUMENTS}'; say PRIVATE or PUBLIC before the files")
    endif()
    if(NOT arg_PRIVATE AND NOT arg_PUBLIC)
        message(FATAL_ERROR "target_async_sources: no files given")
    endif()

    get_target_property(target_source_dir "${target}" SOURCE_DIR)
    get_target_property(target_binary_dir "${target}" BINARY_DIR)
    _asyncc_output_dirs(dirs "${target}" "${target_binary_dir}")

    # The files, by absolute path, and where each one's translation goes.
    set(inputs)
    set(outputs)
    set(all)
    foreach(file IN LISTS arg_PRIVATE arg_PUBLIC)
        _asyncc_find_source(input "${file}")
        get_property(known TARGET "${target}" PROPERTY _ASYNCC_INPUTS)
        if(input IN_LIST known)
            message(FATAL_ERROR "target_async_sources: '${file}' is given twice for '${target}'")
        endif()
        get_property(taken TARGET "${target}" PROPERTY _ASYNCC_OUTPUTS)
        _asyncc_output_name(output "${input}" "${target_source_dir}" "${target_binary_dir}" "${taken}")
        set_property(TARGET "${target}" APPEND PROPERTY _ASYNCC_INPUTS "${input}")
        set_property(TARGET "${target}" APPEND PROPERTY _ASYNCC_OUTPUTS "${output}")
        list(APPEND inputs "${input}")
        list(APPEND outputs "${output}")
        foreach(dir IN LISTS dirs)
            list(APPEND all "${dir}/${output}")
        endforeach()
    endforeach()

    set(depends)
    foreach(item IN LISTS arg_DEPENDS)
        if(NOT TARGET "${item}" AND NOT IS_ABSOLUTE "${item}")
            if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${item}")
                set(item "${CMAKE_CURRENT_SOURCE_DIR}/${item}")
            else()
                set(item "${CMAKE_CURRENT_BINARY_DIR}/${item}")
            endif()
        endif()
        list(APPEND depends "${item}")
    endforeach()

    _asyncc_find_translator(command depend target_async_sources)
    list(APPEND depends ${depend})
    _asyncc_link_runtime("${target}" "${target_binary_dir}" "${arg_PUBLIC}")

    # Noted for the end of the directory.
    get_property(call TARGET "${target}" PROPERTY _ASYNCC_CALLS)
    if(NOT call)
        set(call 0)
    endif()
    math(EXPR next "${call} + 1")
    set_property(TARGET "${target}" PROPERTY _ASYNCC_CALLS ${next})
    set_property(TARGET "${target}" PROPERTY _ASYNCC_${call}_INPUTS "${inputs}")
    set_property(TARGET "${target}" PROPERTY _ASYNCC_${call}_OUTPUTS "${outputs}")
    set_property(TARGET "${target}" PROPERTY _ASYNCC_${call}_COMMAND "${command}")
    set_property(TARGET "${target}" PROPERTY _ASYNCC_${call}_DEPENDS "${depends}")
    set_property(TARGET "${target}" PROPERTY _ASYNCC_${call}_OPTIONS "${arg_OPTIONS}")
    set_property(TARGET "${target}" PROPERTY _ASYNCC_${call}_GENERATED_OPTIONS "${arg_GENERATED_OPTIONS}")
    # The directory by its build directory: a source directory can be added more than once.
    cmake_language(EVAL CODE
        "cmake_language(DEFER DIRECTORY [==[${target_binary_dir}]==] CALL _asyncc_translate [==[${target}]==] ${call})")

    if(arg_OUT_VAR)
        set(${arg_OUT_VAR} "${all}" PARENT_SCOPE)
    endif()
endfunction()

# The directories of a target's generated files, one for each configuration.
function(_asyncc_output_dirs variable target binary_dir)
    get_property(multi GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
    set(dirs)
    if(multi)
        foreach(config IN LISTS CMAKE_CONFIGURATION_TYPES)
            list(APPEND dirs "${binary_dir}/asyncc/${target}/${config}")
        endforeach()
    else()
        set(dirs "${binary_dir}/asyncc/${target}")
    endif()
    set(${variable} "${dirs}" PARENT_SCOPE)
endfunction()

# The absolute path of a file given by the user: in the source directory or, when made by the build, in the
# binary directory, as add_executable() would look for it.
function(_asyncc_find_source variable file)
    if(IS_ABSOLUTE "${file}")
        set(path "${file}")
    else()
        set(path "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
        if(NOT EXISTS "${path}")
            set(path "${CMAKE_CURRENT_BINARY_DIR}/${file}")
        endif()
    endif()
    get_filename_component(path "${path}" ABSOLUTE)
    get_source_file_property(generated "${path}" GENERATED)
    if(NOT EXISTS "${path}" AND NOT generated)
        message(FATAL_ERROR "target_async_sources: there is no file '${file}', nor a rule that makes it")
    endif()
    set(${variable} "${path}" PARENT_SCOPE)
endfunction()

# Where a translation goes, relative to the directory of the target's generated files: the source's own
# relative path, so that files of the same name do not meet; a hashed directory if it lies outside, if
# the name is taken (by a file of the binary directory with the same relative path), or if CMake or Ninja take
# such a name apart where it is an output.
function(_asyncc_output_name variable input source_dir binary_dir taken)
    set(special "[][#<>$&'\"*?|;!`]")
    file(RELATIVE_PATH name "${binary_dir}" "${input}")
    if(name MATCHES "^\\.\\.(/|$)" OR IS_ABSOLUTE "${name}")
        file(RELATIVE_PATH name "${source_dir}" "${input}")
    endif()
    if(name MATCHES "^\\.\\.(/|$)" OR IS_ABSOLUTE "${name}" OR name IN_LIST taken OR name MATCHES "${special}")
        get_filename_component(base "${input}" NAME)
        string(REGEX REPLACE "${special}" "_" base "${base}")
        string(SHA1 hash "${input}")
        string(SUBSTRING "${hash}" 0 10 hash)
        set(name "${hash}/${base}")
    endif()
    if(NOT name MATCHES "\\.c$")
        string(APPEND name ".c")
    endif()
    set(${variable} "${name}" PARENT_SCOPE)
endfunction()

# The command that runs the translator, and what the translations depend on because of it.
function(_asyncc_find_translator command_variable depend_variable caller)
    if(ASYNCC_EXECUTABLE)
        get_filename_component(command "${ASYNCC_EXECUTABLE}" ABSOLUTE BASE_DIR "${CMAKE_BINARY_DIR}")
        _asyncc_programs(depend "${command}")
    elseif(TARGET asyncc::asyncc)
        get_target_property(imported asyncc::asyncc IMPORTED)
        if(imported)
            # Its path and not its name, which other directories may not see.
            get_target_property(command asyncc::asyncc LOCATION)
            _asyncc_programs(depend "${command}")
        else()
            set(command "$<TARGET_FILE:asyncc::asyncc>")
            set(depend asyncc::asyncc)
        endif()
    else()
        message(FATAL_ERROR
            "${caller}: there is no translator. Set ASYNCC_EXECUTABLE to an asyncc that runs on this machine")
    endif()
    set(${command_variable} "${command}" PARENT_SCOPE)
    set(${depend_variable} "${depend}" PARENT_SCOPE)
endfunction()

# asyncc itself, and the program beside it that it runs to translate.
function(_asyncc_programs variable command)
    set(programs "${command}")
    get_filename_component(directory "${command}" REALPATH)
    get_filename_component(directory "${directory}" DIRECTORY)
    if(EXISTS "${directory}/asyncc-translate")
        list(APPEND programs "${directory}/asyncc-translate")
    endif()
    set(${variable} "${programs}" PARENT_SCOPE)
endfunction()

# By property where that is possible: target_link_libraries() with PRIVATE would forbid the user the
# signature without it.
function(_asyncc_link_runtime target binary_dir public)
    set(runtime asyncc::runtime)
    if(ASYNCC_SHARED_RUNTIME)
        set(runtime asyncc::runtime_shared)
    endif()
    if(NOT TARGET ${runtime})
        message(FATAL_ERROR "asyncc: there is no target ${runtime}; find_package(asyncc) first")
    endif()
    get_property(linked TARGET "${target}" PROPERTY _ASYNCC_LINKED)
    if(linked)
        return()
    endif()
    set_property(TARGET "${target}" PROPERTY _ASYNCC_LINKED ON)
    if(binary_dir STREQUAL CMAKE_CURRENT_BINARY_DIR)
        set_property(TARGET "${target}" APPEND PROPERTY LINK_LIBRARIES ${runtime})
        get_target_property(type "${target}" TYPE)
        if(public)
            set_property(TARGET "${target}" APPEND PROPERTY INTERFACE_LINK_LIBRARIES ${runtime})
        elseif(type MATCHES "^(STATIC|OBJECT)_LIBRARY$")
            set_property(TARGET "${target}" APPEND PROPERTY INTERFACE_LINK_LIBRARIES "$<LINK_ONLY:${runtime}>")
        endif()
    elseif(public)
        target_link_libraries("${target}" PUBLIC ${runtime})
    else()
        target_link_libraries("${target}" PRIVATE ${runtime})
    endif()
endfunction()

# The rules for what one call of target_async_sources() noted. Runs in the target's directory, at its end.
function(_asyncc_translate target call)
    foreach(name IN ITEMS INPUTS OUTPUTS COMMAND DEPENDS OPTIONS GENERATED_OPTIONS)
        get_property(${name} TARGET "${target}" PROPERTY _ASYNCC_${call}_${name})
    endforeach()
    get_target_property(binary_dir "${target}" BINARY_DIR)
    _asyncc_output_dirs(dirs "${target}" "${binary_dir}")
    _asyncc_config(config)
    get_property(multi GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
    set(dir "${binary_dir}/asyncc/${target}")
    if(multi)
        string(APPEND dir "/${config}")
    endif()

    set(flags "${binary_dir}/asyncc/${target}/flags")
    if(call EQUAL 0)
        _asyncc_target_flags("${target}" "${flags}")
    endif()

    foreach(input output IN ZIP_LISTS INPUTS OUTPUTS)
        set(generated "${dir}/${output}")
        set(responses "${flags}-${config}.rsp")
        _asyncc_source_flags("${target}" "${input}" "${flags}-${output}" has_own)
        if(has_own)
            list(APPEND responses "${flags}-${output}-${config}.rsp")
        endif()
        list(TRANSFORM responses PREPEND "@" OUTPUT_VARIABLE response_arguments)

        # -MT is written as it stands: escape what Make would take apart.
        string(REPLACE "$" "$$" depfile_target "${generated}")
        if(multi)
            string(REPLACE "$$<CONFIG>" "$<CONFIG>" depfile_target "${depfile_target}")
        endif()
        string(REGEX REPLACE "([ #])" "\\\\\\1" depfile_target "${depfile_target}")

        file(RELATIVE_PATH shown "${CMAKE_SOURCE_DIR}" "${input}")
        add_custom_command(
            OUTPUT "${generated}"
            COMMAND "${COMMAND}" ${response_arguments} ${OPTIONS}
                -MD -MF "${generated}.d" -MT "${depfile_target}" "${input}" -o "${generated}"
            DEPENDS "${input}" ${responses} ${DEPENDS}
            DEPFILE "${generated}.d"
            COMMENT "Translating async C ${shown}"
            COMMAND_EXPAND_LISTS
            VERBATIM)
        target_sources("${target}" PRIVATE "${generated}")

        # The generated file is compiled as the user's would be: with its own flags, and with its own
        # directory for #include "...". Properties of a path with $<CONFIG> are ignored, hence the loop.
        get_filename_component(input_dir "${input}" DIRECTORY)
        foreach(dir_of_config IN LISTS dirs)
            set(file "${dir_of_config}/${output}")
            get_filename_component(file_dir "${file}" DIRECTORY)
            file(MAKE_DIRECTORY "${file_dir}") # Makefiles do not
            foreach(property IN ITEMS COMPILE_DEFINITIONS COMPILE_OPTIONS COMPILE_FLAGS INCLUDE_DIRECTORIES)
                get_property(value SOURCE "${input}" PROPERTY ${property})
                if(value)
                    set_property(SOURCE "${file}" APPEND PROPERTY ${property} "${value}")
                endif()
            endforeach()
            set_property(SOURCE "${file}" APPEND PROPERTY COMPILE_OPTIONS "-iquote${input_dir}" ${GENERATED_OPTIONS})
            set_property(SOURCE "${file}" PROPERTY SKIP_UNITY_BUILD_INCLUSION ON)
        endforeach()
    endforeach()

    if(CMAKE_EXPORT_COMPILE_COMMANDS)
        _asyncc_compile_commands("${target}" "${flags}" "${INPUTS}")
    endif()
endfunction()

# The configuration in a path of a custom command.
function(_asyncc_config variable)
    get_property(multi GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
    if(NOT multi)
        set(${variable} "${CMAKE_BUILD_TYPE}" PARENT_SCOPE)
    elseif(CMAKE_VERSION VERSION_LESS 3.21)
        message(FATAL_ERROR "target_async_sources: a generator with several configurations needs CMake 3.21")
    else()
        set(${variable} "$<CONFIG>" PARENT_SCOPE)
    endif()
endfunction()

# A response file of the target's flags for each configuration: <flags>-<config>.rsp
function(_asyncc_target_flags target flags)
    # What is written by name is a property; CMAKE_C_FLAGS and its like are variables of the directory.
    set(content)
    if(CMAKE_C_FLAGS)
        string(APPEND content "option:SHELL:${CMAKE_C_FLAGS}\n")
    endif()
    foreach(config IN LISTS CMAKE_CONFIGURATION_TYPES CMAKE_BUILD_TYPE)
        string(TOUPPER "${config}" upper)
        if(CMAKE_C_FLAGS_${upper})
            string(APPEND content "$<$<CONFIG:${config}>:option:SHELL:${CMAKE_C_FLAGS_${upper}}>\n")
        endif()
    endforeach()
    if(CMAKE_SYSROOT)
        string(APPEND content "option:--sysroot=${CMAKE_SYSROOT}\n")
    endif()
    if(CMAKE_C_COMPILER_TARGET)
        string(APPEND content "option:--target=${CMAKE_C_COMPILER_TARGET}\n")
    endif()
    if(CMAKE_CROSSCOMPILING)
        string(APPEND content "option:--cc=${CMAKE_C_COMPILER}\n")
    endif()
    string(APPEND content
        "definition:$<JOIN:$<TARGET_PROPERTY:COMPILE_DEFINITIONS>,\ndefinition:>\n"
        "include:$<JOIN:$<TARGET_PROPERTY:INCLUDE_DIRECTORIES>,\ninclude:>\n"
        "option:$<JOIN:$<TARGET_PROPERTY:COMPILE_OPTIONS>,\noption:>\n"
        "header:$<JOIN:$<TARGET_PROPERTY:PRECOMPILE_HEADERS>,\nheader:>\n"
        "feature:$<JOIN:$<TARGET_PROPERTY:COMPILE_FEATURES>,\nfeature:>\n"
        "default:${CMAKE_C_STANDARD_DEFAULT}\n"
        "standard:$<TARGET_PROPERTY:C_STANDARD>\n"
        "extensions:$<TARGET_PROPERTY:C_EXTENSIONS>\n")
    foreach(dir IN LISTS CMAKE_C_IMPLICIT_INCLUDE_DIRECTORIES)
        string(APPEND content "implicit:${dir}\n")
    endforeach()
    _asyncc_response_files("${target}" "${flags}" "${content}")
endfunction()

# The same for a source's own flags, if it has any: <flags>-<config>.rsp, and has_own is true.
function(_asyncc_source_flags target input flags has_own_variable)
    set(content)
    foreach(pair IN ITEMS "definition COMPILE_DEFINITIONS" "include INCLUDE_DIRECTORIES" "option COMPILE_OPTIONS")
        string(REPLACE " " ";" pair "${pair}")
        list(GET pair 0 tag)
        list(GET pair 1 property)
        get_property(value SOURCE "${input}" PROPERTY ${property})
        if(value MATCHES "\\$<")
            string(APPEND content "${tag}:$<JOIN:${value},\n${tag}:>\n")
        else()
            # Item by item: a comma in the text would end JOIN's first argument.
            foreach(item IN LISTS value)
                string(APPEND content "${tag}:${item}\n")
            endforeach()
        endif()
    endforeach()
    get_property(value SOURCE "${input}" PROPERTY COMPILE_FLAGS)
    if(value)
        string(APPEND content "option:SHELL:${value}\n")
    endif()
    if(content)
        _asyncc_response_files("${target}" "${flags}" "${content}")
        set(${has_own_variable} ON PARENT_SCOPE)
    else()
        set(${has_own_variable} OFF PARENT_SCOPE)
    endif()
endfunction()

function(_asyncc_response_files target flags content)
    get_property(script GLOBAL PROPERTY _ASYNCC_FLAGS_SCRIPT)
    _asyncc_config(config)
    file(GENERATE OUTPUT "${flags}-$<CONFIG>.$<COMPILE_LANGUAGE>.txt" CONTENT "${content}" TARGET "${target}")
    add_custom_command(
        OUTPUT "${flags}-${config}.rsp"
        COMMAND "${CMAKE_COMMAND}" "-DIN=${flags}-${config}.C.txt" "-DOUT=${flags}-${config}.rsp" -P "${script}"
        DEPENDS "${flags}-${config}.C.txt" "${script}"
        COMMENT "Collecting the flags of ${target} for async C"
        VERBATIM)
endfunction()

# compile_commands.json has the generated files; editors and clang's tools want the user's. An object
# library that nothing builds puts them there.
function(_asyncc_compile_commands target flags inputs)
    set(library "${target}_async_originals")
    if(NOT TARGET "${library}")
        add_library("${library}" OBJECT EXCLUDE_FROM_ALL)
        foreach(property IN ITEMS COMPILE_DEFINITIONS INCLUDE_DIRECTORIES COMPILE_OPTIONS)
            set_property(TARGET "${library}" PROPERTY ${property} "$<TARGET_PROPERTY:${target},${property}>")
        endforeach()
        foreach(property IN ITEMS C_STANDARD C_EXTENSIONS C_STANDARD_REQUIRED FOLDER)
            get_target_property(value "${target}" ${property})
            if(NOT value STREQUAL "value-NOTFOUND")
                set_property(TARGET "${library}" PROPERTY ${property} "${value}")
            endif()
        endforeach()
        # Precompiled headers as a header that is there once the target was built: asyncc-flags.cmake makes it.
        _asyncc_config(config)
        set(header "${flags}-${config}.rsp.h")
        set_property(TARGET "${library}" APPEND PROPERTY COMPILE_OPTIONS
            "$<$<BOOL:$<TARGET_PROPERTY:${target},PRECOMPILE_HEADERS>>:SHELL:-include '${header}'>")
        set_property(TARGET "${library}" PROPERTY EXPORT_COMPILE_COMMANDS ON)
    endif()
    target_sources("${library}" PRIVATE ${inputs})
endfunction()

cmake_policy(POP)
