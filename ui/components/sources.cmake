# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(components
    components/controls.cpp
    components/controls.h
    components/fitted_columns.cpp
    components/fitted_columns.h
    components/painting.cpp
    components/painting.h
    components/reading_accessible.cpp
    components/reading_accessible.h
    components/reading_view.cpp
    components/reading_view.h
    components/reading_view_input.cpp
    components/small_parts.cpp
    components/small_parts.h
    components/toast.cpp
    components/toast.h)
