# SPDX-License-Identifier: GPL-3.0-or-later
# Third-party libraries as targets, each linked by the one room that owns it.

find_package(PkgConfig REQUIRED)
find_package(fmt CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(tl-expected CONFIG REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(hunspell REQUIRED IMPORTED_TARGET hunspell)
pkg_check_modules(pcre2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(expat REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(poppler REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(rsvg REQUIRED IMPORTED_TARGET librsvg-2.0)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
find_package(CLI11 CONFIG REQUIRED)
find_package(Boost REQUIRED)

# Xapian's package gives variables only.
find_package(Xapian REQUIRED)
if(NOT TARGET Xapian::Xapian)
    add_library(Xapian::Xapian INTERFACE IMPORTED)
    target_link_libraries(Xapian::Xapian INTERFACE ${XAPIAN_LIBRARIES})
    target_include_directories(Xapian::Xapian INTERFACE ${XAPIAN_INCLUDE_DIR})
endif()

# ReadStat ships neither a CMake package nor a .pc file in Debian.
find_library(READSTAT_LIBRARY readstat REQUIRED)
find_path(READSTAT_INCLUDE readstat.h REQUIRED)
if(NOT TARGET ReadStat::ReadStat)
    add_library(ReadStat::ReadStat INTERFACE IMPORTED)
    target_link_libraries(ReadStat::ReadStat INTERFACE ${READSTAT_LIBRARY})
    target_include_directories(ReadStat::ReadStat INTERFACE ${READSTAT_INCLUDE})
endif()
