# The target asyncc::libuv, which the runtime is linked with: the one that ASYNCC_LIBUV names, when the project builds a
# libuv of its own, or else what pkg-config finds.
if(TARGET asyncc::libuv)
    return()
endif()
add_library(asyncc::libuv INTERFACE IMPORTED GLOBAL)
if(ASYNCC_LIBUV)
    target_link_libraries(asyncc::libuv INTERFACE "${ASYNCC_LIBUV}")
else()
    find_package(PkgConfig REQUIRED QUIET)
    pkg_check_modules(asyncc_libuv REQUIRED QUIET IMPORTED_TARGET GLOBAL libuv)
    target_link_libraries(asyncc::libuv INTERFACE PkgConfig::asyncc_libuv)
endif()
