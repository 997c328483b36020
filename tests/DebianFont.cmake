# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# discover_tests_in_debian_font(TARGET FILTER LABEL): runs the tests of FILTER once more, with the one font that a bare
# Debian has, as "DejaVu.…": it is wider than most, so what it does not cut no font cuts.
find_path(RILLSCOPE_DEJAVU_FOLDER DejaVuSans.ttf
          PATHS /usr/share/fonts
          PATH_SUFFIXES truetype/dejavu TTF dejavu-sans-fonts)
if(RILLSCOPE_DEJAVU_FOLDER)
    configure_file(data/dejavu-only.conf.in ${CMAKE_BINARY_DIR}/dejavu-only.conf @ONLY)
else()
    message(WARNING "DejaVu Sans is not installed (Debian: fonts-dejavu-core), so no test runs with it")
endif()

function(discover_tests_in_debian_font target filter label)
    if(NOT RILLSCOPE_DEJAVU_FOLDER)
        return()
    endif()
    # The test programs choose the platform offscreen themselves; one variable is all that can be passed from here.
    gtest_discover_tests(
        ${target} DISCOVERY_TIMEOUT 60
        TEST_PREFIX DejaVu. TEST_FILTER "${filter}" TEST_LIST ${target}_in_debian_font
        PROPERTIES TIMEOUT 300 LABELS ${label} ENVIRONMENT FONTCONFIG_FILE=${CMAKE_BINARY_DIR}/dejavu-only.conf)
endfunction()
