# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(analysis
    models/analysis_table.cpp
    models/analysis_table.h
    models/analysis_words.cpp
    models/analysis_words.h
    views/analysis/analysed_units.cpp
    views/analysis/analysed_units.h
    views/analysis/analysis_actions.cpp
    views/analysis/analysis_actions.h
    views/analysis/analysis_list.cpp
    views/analysis/analysis_list.h
    views/analysis/analysis_saving.cpp
    views/analysis/analysis_view.cpp
    views/analysis/analysis_view.h
    views/analysis/figure_page.cpp
    views/analysis/figure_page.h)
