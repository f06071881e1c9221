# Packages: `cpack -G DEB` and `cpack -G TGZ` in the build directory.

set(CPACK_PACKAGE_NAME asyncc)
set(CPACK_PACKAGE_VENDOR "The Async C project")
set(CPACK_PACKAGE_CONTACT "The Async C project <asyncc@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "async and await for C: translator and runtime")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

# Libraries are found by dpkg-shlibdeps; what they need besides to be of use is not: the compiler's own headers, and
# what programs are compiled and linked with.
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libuv1-dev, libc6-dev | libc-dev")
if(TARGET asyncc)
    string(REGEX MATCH "^[0-9]+" asyncc_libclang_major "${LibClang_VERSION}")
    string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", libclang-common-${asyncc_libclang_major}-dev")
endif()
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gcc | clang, pkg-config")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cmake, ninja-build | make")
include(CPack)
