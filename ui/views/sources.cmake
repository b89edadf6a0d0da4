# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(views
    views/registry.cpp
    views/registry.h
    views/view.h)
