# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(rate
    views/rate/rate_actions.cpp
    views/rate/rate_actions.h)
