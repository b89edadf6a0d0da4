# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(consensus
    models/consensus_queue.cpp
    models/consensus_queue.h
    views/consensus/consensus_actions.cpp
    views/consensus/consensus_actions.h
    views/consensus/consensus_list.cpp
    views/consensus/consensus_list.h
    views/consensus/consensus_view.cpp
    views/consensus/consensus_view_build.cpp
    views/consensus/consensus_view.h
    views/consensus/decision_form.cpp
    views/consensus/decision_form.h
    views/consensus/rater_sides.cpp
    views/consensus/rater_sides.h)
