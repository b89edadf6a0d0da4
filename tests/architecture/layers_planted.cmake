# SPDX-License-Identifier: GPL-3.0-or-later
cmake_minimum_required(VERSION 3.25)
# Plants violations in a small tree and expects layers.cmake to catch each, and to pass the tree without them.
# Usage: cmake -DSCRIPT=<layers.cmake> -DSCRATCH=<folder> -P layers_planted.cmake

function(check_tree expect_failure description)
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -P ${SCRIPT} RESULT_VARIABLE result OUTPUT_QUIET
                    ERROR_QUIET)
    if(expect_failure AND result EQUAL 0)
        message(FATAL_ERROR "not caught: ${description}")
    elseif(NOT expect_failure AND NOT result EQUAL 0)
        message(FATAL_ERROR "wrongly refused: ${description}")
    endif()
endfunction()

set(licence "// SPDX-License-Identifier: GPL-3.0-or-later\n")
function(plant path line description)
    file(REMOVE_RECURSE ${SCRATCH})
    file(WRITE ${SCRATCH}/src/base/clock.h "${licence}")
    file(WRITE ${SCRATCH}/${path} "${licence}${line}\n")
    check_tree(TRUE "${description}")
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(WRITE ${SCRATCH}/src/base/clock.h "${licence}")
file(WRITE ${SCRATCH}/src/store/study.cpp "${licence}#include \"model/codebook.h\"\n#include <sqlite3.h>\n")
file(WRITE ${SCRATCH}/ui/app/main.cpp "${licence}#include \"service/session.h\"\n#include <QWidget>\n")
check_tree(FALSE "a tree that keeps the rule")

plant(src/search/index.cpp "#include \"store/study_file.h\"" "a sibling")
plant(src/agreement/kappa.cpp "#include \"model/codebook.h\"" "agreement knowing the model")
plant(src/service/rating.cpp "#include <QString>" "Qt outside ui")
plant(src/service/rating.cpp "#  include <sqlite3.h>" "SQL outside store")
plant(src/report/html.cpp "#include <nlohmann/json.hpp>" "JSON past base")
plant(src/exchange/csv.cpp "#include <unistd.h>" "a system call outside base/platform")
plant(ui/views/rate.cpp "#include \"store/codings.h\"" "the desktop on the store")
plant(src/cli/util/text.h "#pragma once" "a folder named util")
file(REMOVE_RECURSE ${SCRATCH})
file(WRITE ${SCRATCH}/src/base/clock.h "#pragma once\n")
check_tree(TRUE "a file without a licence")
file(REMOVE_RECURSE ${SCRATCH})
