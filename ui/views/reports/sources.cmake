# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(reports
    views/reports/reports_actions.cpp
    views/reports/reports_actions.h
    views/reports/reports_form.cpp
    views/reports/reports_view.cpp
    views/reports/reports_view.h)
