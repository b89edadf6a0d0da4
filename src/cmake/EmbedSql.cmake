# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the numbered migrations of the study file into the program, made anew when one of them changes.
#
# rapport_embed_sql(OUTPUT file.cpp FOLDER folder)   every NNNN_name.sql of the folder, in order of number

if(CMAKE_SCRIPT_MODE_FILE)
    # Run at build: cmake -DOUTPUT=... -DFOLDER=... -P EmbedSql.cmake
    file(GLOB files "${FOLDER}/*.sql")
    list(SORT files)
    set(code "// Made from src/store/migrations; do not edit.\n#include \"store/migrations.h\"\n\n")
    string(APPEND code "namespace rapport::store {\n\nconst std::vector<Migration>& studyMigrations() {\n")
    string(APPEND code "    static const std::vector<Migration> migrations{\n")
    set(expected 0)
    foreach(path IN LISTS files)
        get_filename_component(name "${path}" NAME_WE)
        math(EXPR expected "${expected} + 1")
        if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_[a-z0-9_]+$")
            message(FATAL_ERROR "${path}: a migration is named NNNN_what.sql")
        endif()
        string(REGEX REPLACE "^0+" "" number "${CMAKE_MATCH_1}")
        if(NOT number EQUAL expected)
            message(FATAL_ERROR "${path}: migration ${expected} is missing")
        endif()
        file(READ "${path}" sql)
        string(APPEND code "        {${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
    endforeach()
    string(APPEND code "    };\n    return migrations;\n}\n\n} // namespace rapport::store\n")
    file(WRITE "${OUTPUT}" "${code}")
    return()
endif()

set(rapport_embed_sql_script ${CMAKE_CURRENT_LIST_FILE})
function(rapport_embed_sql)
    cmake_parse_arguments(EMBED "" "OUTPUT;FOLDER" "" ${ARGN})
    file(GLOB files CONFIGURE_DEPENDS "${EMBED_FOLDER}/*.sql")
    add_custom_command(
        OUTPUT ${EMBED_OUTPUT}
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${EMBED_OUTPUT} -DFOLDER=${EMBED_FOLDER} -P ${rapport_embed_sql_script}
        DEPENDS ${files} ${rapport_embed_sql_script}
        VERBATIM
        COMMENT "Embedding the study file's migrations")
endfunction()
