# SPDX-License-Identifier: GPL-3.0-or-later
cmake_minimum_required(VERSION 3.25)
# Reads every #include of src/, ui/ against the layer rule of docs/ARCHITECTURE.md.
# Usage: cmake -DROOT=<folder with src/ and ui/> -P layers.cmake

set(may_base base)
set(may_text base text)
set(may_model base text model)
set(may_agreement base agreement)
set(may_analysis base agreement analysis)
set(may_store base text model store)
set(may_search base text model search)
set(may_package base package)
set(may_exchange base text model package exchange)
set(may_report base text model agreement analysis package report)
set(may_service base text model agreement analysis store search exchange report service)
set(may_cli base text model agreement analysis service cli)
set(may_ui base text model agreement analysis service ui)
set(rooms base text model agreement analysis package store search exchange report service cli ui)

# header pattern -> the only room that may include it
set(owners
    "^fmt/=base" "^nlohmann/=base" "^sodium=base" "^tl/expected=base"
    "^unicode/=text" "^hunspell/=text"
    "^boost/=agreement"
    "^sqlite3=store" "^SQLiteCpp/=store"
    "^xapian=search" "^pcre2=search"
    "^zip\\.h=package" "^expat\\.h=package" "^xlsxwriter=report" "^librsvg/=report" "^cairo=report"
    "^readstat\\.h=exchange" "^poppler/=exchange"
    "^CLI/=cli"
    "^Q[A-Z]=ui" "^Qt[A-Z]=ui")
# POSIX calls live in base/platform alone.
set(posix "^(unistd\\.h|fcntl\\.h|dlfcn\\.h|pwd\\.h|sys/.*|csignal|signal\\.h)$")
set(posix_allowed "^base/platform/|^cli/interrupt\\.")

set(violations 0)
macro(violation file line text)
    message("${file}:${line}: ${text}")
    math(EXPR violations "${violations} + 1")
endmacro()

foreach(room IN LISTS rooms)
    if(room STREQUAL "ui")
        set(folder ${ROOT}/ui)
    else()
        set(folder ${ROOT}/src/${room})
    endif()
    file(GLOB_RECURSE files ${folder}/*.h ${folder}/*.cpp ${folder}/*.in)
    foreach(file IN LISTS files)
        file(STRINGS ${file} includes REGEX "^[ \t]*#[ \t]*include")
        file(RELATIVE_PATH shown ${ROOT} ${file})
        string(REGEX REPLACE "^src/" "" inner ${shown})
        foreach(include IN LISTS includes)
            string(REGEX REPLACE "^[^\"<]*[\"<]([^\">]*)[\">].*$" "\\1" header "${include}")
            if(header MATCHES "^([a-z]+)/")
                set(target ${CMAKE_MATCH_1})
                if(target IN_LIST rooms AND NOT target IN_LIST may_${room})
                    violation(${shown} ${header} "'${room}' may not include '${target}'")
                endif()
            endif()
            foreach(owner IN LISTS owners)
                string(REGEX REPLACE "=.*$" "" pattern ${owner})
                string(REGEX REPLACE "^.*=" "" owning ${owner})
                if(header MATCHES "${pattern}" AND NOT room STREQUAL owning)
                    violation(${shown} ${header} "only '${owning}' includes this library")
                endif()
            endforeach()
            if(header MATCHES "${posix}" AND NOT inner MATCHES "${posix_allowed}")
                violation(${shown} ${header} "system calls belong to base/platform")
            endif()
        endforeach()
    endforeach()
endforeach()

# No folder that says nothing, and no file without a licence.
file(GLOB_RECURSE sources ${ROOT}/src/*.h ${ROOT}/src/*.cpp ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp ${ROOT}/tests/*.h
     ${ROOT}/tests/*.cpp)
foreach(file IN LISTS sources)
    file(READ ${file} head LIMIT 200)
    file(RELATIVE_PATH shown ${ROOT} ${file})
    if(NOT head MATCHES "SPDX-License-Identifier: GPL-3.0-or-later")
        violation(${shown} 1 "no SPDX line")
    endif()
    if(shown MATCHES "/(util|utils|common|helpers|helper|misc)/")
        violation(${shown} 1 "a folder must say what is in it")
    endif()
endforeach()

if(violations GREATER 0)
    message(FATAL_ERROR "${violations} violations of the layer rule (docs/ARCHITECTURE.md)")
endif()
