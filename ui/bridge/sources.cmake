# SPDX-License-Identifier: GPL-3.0-or-later
rapport_area(bridge
    bridge/act_text.cpp
    bridge/act_text.h
    bridge/code_look.cpp
    bridge/code_look.h
    bridge/error_text.cpp
    bridge/error_text.h
    bridge/job_runner.cpp
    bridge/job_runner.h
    bridge/phrase_text.cpp
    bridge/phrase_text.h
    bridge/report_pdf.cpp
    bridge/report_pdf.h
    bridge/study_context.cpp
    bridge/study_context.h
    bridge/text.cpp
    bridge/text.h)
