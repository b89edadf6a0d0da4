# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(study
    views/study/study_actions.cpp
    views/study/study_actions.h)
