# cmake -DPAGES=<directory> -DOUT=<explain_pages.inc> -P pages.cmake
#
# The pages of docs/diagnostics as entries of a table in C: { "id", "text" }, in the order of the names.

cmake_minimum_required(VERSION 3.20)

file(GLOB pages "${PAGES}/*.md")
list(SORT pages)
set(table "")
foreach(page IN LISTS pages)
    get_filename_component(id "${page}" NAME_WE)
    if(id STREQUAL "index")
        continue()
    endif()
    file(READ "${page}" text)
    string(REPLACE "\\" "\\\\" text "${text}")
    string(REPLACE "\"" "\\\"" text "${text}")
    string(REPLACE "\n" "\\n\"\n  \"" text "${text}")
    string(APPEND table "{ \"${id}\",\n  \"${text}\" },\n")
endforeach()
if(EXISTS "${OUT}")
    file(READ "${OUT}" old)
endif()
if(NOT "${old}" STREQUAL "${table}")
    file(WRITE "${OUT}" "${table}")
endif()
