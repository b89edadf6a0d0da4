# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(search
    views/search/search_actions.cpp
    views/search/search_actions.h)
