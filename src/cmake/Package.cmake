# SPDX-License-Identifier: GPL-3.0-or-later
# `cpack` makes a Debian package of what is installed; libraries it needs are found from the programs themselves.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rapport)
set(CPACK_PACKAGE_VENDOR "The Rapport authors")
set(CPACK_PACKAGE_CONTACT "The Rapport authors <authors@rapport.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for qualitative coding and agreement")
set(CPACK_PACKAGE_DESCRIPTION "Rapport imports open answers and transcripts, lets several raters code them alone and
blind against a codebook, searches them, and measures the agreement of the raters
with intervals. Studies are files on the user's machine.")
set(CPACK_PACKAGE_FILE_NAME "rapport_${PROJECT_VERSION}_${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Icons are SVG drawn by a plugin, which no program is linked to; without any font nothing can be read; the words of
# dialogs that Qt draws are in a package of their own.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, qt6-translations-l10n, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-jetbrains-mono, fonts-sil-charis, hunspell-nl, hunspell-en-us")
include(CPack)
