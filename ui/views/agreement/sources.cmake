# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(agreement
    views/agreement/agreement_actions.cpp
    views/agreement/agreement_actions.h)
