// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/registry.h"

#include "ui/views/rate/answers_view.h"
#include "ui/views/rate/transcript_view.h"
#include "ui/views/view.h"

#include <vector>

namespace rapport::ui {

namespace {

/// A row's factory for a view class with the constructor (ViewHost&, QWidget*).
template<typename T>
View* make(ViewHost& host, QWidget* parent) {
    return new T(host, parent);
}

} // namespace

std::span<const ViewRow> viewRows() {
    static const std::vector<ViewRow> rows{
        {"rate-answers", QT_TRANSLATE_NOOP("Activities", "Rate"), "rate", RailGroup::Work, ActionContext::Rate, true,
         make<AnswersView>},
        {"rate-transcript", QT_TRANSLATE_NOOP("Activities", "Rate"), "rate", RailGroup::Work, ActionContext::Rate,
         true, make<TranscriptView>},
    };
    return rows;
}

const ViewRow* viewRow(const QString& name) {
    for (const ViewRow& row : viewRows()) {
        if (name == QLatin1String(row.name))
            return &row;
    }
    return nullptr;
}

ImportEntry importEntry() {
    return nullptr;
}

} // namespace rapport::ui
