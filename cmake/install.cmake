# The installed tree, and the CMake package in it.

include(CMakePackageConfigHelpers)
set(asyncc_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/asyncc")

set(asyncc_installed)
if(TARGET asyncc)
    list(APPEND asyncc_installed asyncc)
    install(TARGETS asyncc_translate RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}") # beside it
    install(FILES "${PROJECT_SOURCE_DIR}/docs/asyncc.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    install(FILES "${PROJECT_SOURCE_DIR}/docs/asyncc.7" DESTINATION "${CMAKE_INSTALL_MANDIR}/man7")
    # The completions know the passes from the translator's own table.
    file(STRINGS "${PROJECT_SOURCE_DIR}/translator/middle/passes.def" ASYNCC_PASSES REGEX "^(FRONT|PASS)\\(")
    list(TRANSFORM ASYNCC_PASSES REPLACE "^[A-Z]+\\(([a-z]+),.*" "\\1")
    list(JOIN ASYNCC_PASSES "," ASYNCC_PASSES_COMMAS)
    list(JOIN ASYNCC_PASSES " " ASYNCC_PASSES)
    set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
        "${PROJECT_SOURCE_DIR}/translator/middle/passes.def")
    foreach(completion IN ITEMS _asyncc asyncc.bash asyncc.fish)
        configure_file("completions/${completion}" "completions/${completion}" @ONLY)
    endforeach()
    # Where each shell looks below a prefix's share/.
    install(FILES "${PROJECT_BINARY_DIR}/completions/asyncc.bash"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME asyncc)
    install(FILES "${PROJECT_BINARY_DIR}/completions/_asyncc"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
    install(FILES "${PROJECT_BINARY_DIR}/completions/asyncc.fish"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
endif()
if(TARGET asyncc_runtime)
    set_target_properties(asyncc_runtime PROPERTIES EXPORT_NAME runtime)
    list(APPEND asyncc_installed asyncc_runtime)
    if(TARGET asyncc_runtime_shared)
        list(APPEND asyncc_installed asyncc_runtime_shared)
    endif()
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/runtime/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        FILES_MATCHING PATTERN "*.h")
endif()
if(NOT asyncc_installed)
    return()
endif()

# The documentation; the reference of the runtime is made of the headers.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs/" DESTINATION "${CMAKE_INSTALL_DOCDIR}" FILES_MATCHING PATTERN "*.md")
find_program(ASYNCC_AWK NAMES awk mawk gawk)
mark_as_advanced(ASYNCC_AWK)
if(TARGET asyncc_runtime AND ASYNCC_AWK)
    file(GLOB asyncc_headers RELATIVE "${PROJECT_SOURCE_DIR}" CONFIGURE_DEPENDS
        "${PROJECT_SOURCE_DIR}/runtime/include/asyncc.h" "${PROJECT_SOURCE_DIR}/runtime/include/asyncc/*.h")
    list(REMOVE_ITEM asyncc_headers runtime/include/asyncc/abi.h)
    set(asyncc_reference "${PROJECT_BINARY_DIR}/docs/runtime.md")
    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/docs")
    add_custom_command(OUTPUT "${asyncc_reference}"
        COMMAND "${ASYNCC_AWK}" -f docs/reference.awk ${asyncc_headers} > "${asyncc_reference}"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        DEPENDS docs/reference.awk ${asyncc_headers}
        COMMENT "Writing the reference of the runtime"
        VERBATIM)
    add_custom_target(asyncc_reference ALL DEPENDS "${asyncc_reference}")
    install(FILES "${asyncc_reference}" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()

install(TARGETS ${asyncc_installed} EXPORT asyncc-targets
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT asyncc-targets NAMESPACE asyncc:: DESTINATION "${asyncc_package_dir}")

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/asyncc-config.cmake.in"
    "${PROJECT_BINARY_DIR}/package/asyncc-config.cmake"
    INSTALL_DESTINATION "${asyncc_package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/package/asyncc-config-version.cmake"
    COMPATIBILITY SameMinorVersion)
install(FILES
    "${PROJECT_BINARY_DIR}/package/asyncc-config.cmake"
    "${PROJECT_BINARY_DIR}/package/asyncc-config-version.cmake"
    "${CMAKE_CURRENT_LIST_DIR}/asyncc-functions.cmake"
    "${CMAKE_CURRENT_LIST_DIR}/asyncc-flags.cmake"
    "${CMAKE_CURRENT_LIST_DIR}/asyncc-libuv.cmake"
    DESTINATION "${asyncc_package_dir}")

# Relative to the .pc file, so that the prefix can be moved.
file(RELATIVE_PATH asyncc_pc_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" asyncc_pc_prefix "${asyncc_pc_prefix}")
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
    set(asyncc_pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
    set(asyncc_pc_prefix "\${pcfiledir}/${asyncc_pc_prefix}")
endif()
# asyncc.pc is about the static library, which goes with the translator; asyncc-static.pc about the same in programs that are
# static altogether, with libuv's archive, whose name differs; asyncc-shared.pc about the shared one.
set(asyncc_pc_library "\${libdir}/libasyncc.a")
set(asyncc_pc_name asyncc-static)
set(asyncc_pc_libuv libuv-static)
configure_file("${CMAKE_CURRENT_LIST_DIR}/asyncc.pc.in" "${PROJECT_BINARY_DIR}/package/asyncc-static.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/package/asyncc-static.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
set(asyncc_pc_name asyncc)
set(asyncc_pc_libuv libuv)
configure_file("${CMAKE_CURRENT_LIST_DIR}/asyncc.pc.in" "${PROJECT_BINARY_DIR}/package/asyncc.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/package/asyncc.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
if(TARGET asyncc_runtime_shared)
    set(asyncc_pc_library "-L\${libdir} -lasyncc")
    set(asyncc_pc_name asyncc-shared)
    configure_file("${CMAKE_CURRENT_LIST_DIR}/asyncc.pc.in" "${PROJECT_BINARY_DIR}/package/asyncc-shared.pc" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/package/asyncc-shared.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endif()

# The package of the build tree: -Dasyncc_DIR=<build>
export(EXPORT asyncc-targets NAMESPACE asyncc:: FILE "${PROJECT_BINARY_DIR}/asyncc-targets.cmake")
foreach(file IN ITEMS asyncc-config.cmake asyncc-config-version.cmake)
    configure_file("${PROJECT_BINARY_DIR}/package/${file}" "${PROJECT_BINARY_DIR}/${file}" COPYONLY)
endforeach()
foreach(file IN ITEMS asyncc-functions.cmake asyncc-flags.cmake asyncc-libuv.cmake)
    configure_file("${CMAKE_CURRENT_LIST_DIR}/${file}" "${PROJECT_BINARY_DIR}/${file}" COPYONLY)
endforeach()
