// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/registry.h"

#include "ui/dialogs/import_dialog.h"
#include "ui/views/agreement/agreement_view.h"
#include "ui/views/analysis/analysis_view.h"
#include "ui/views/consensus/consensus_view.h"
#include "ui/views/rate/answers_view.h"
#include "ui/views/rate/grid_view.h"
#include "ui/views/rate/transcript_view.h"
#include "ui/views/reports/reports_view.h"
#include "ui/views/search/search_view.h"
#include "ui/views/study/codebook_view.h"
#include "ui/views/study/overview_view.h"
#include "ui/views/study/sources_view.h"
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
        {"overview", QT_TRANSLATE_NOOP("Activities", "Overview"), "overview", RailGroup::Study,
         ActionContext::Overview, false, make<OverviewView>},
        {"sources", QT_TRANSLATE_NOOP("Activities", "Sources"), "sources", RailGroup::Study,
         ActionContext::Sources, false, make<SourcesView>},
        {"codebook", QT_TRANSLATE_NOOP("Activities", "Codebook"), "codebook", RailGroup::Study,
         ActionContext::Codebook, false, make<CodebookView>},
        {"rate-answers", QT_TRANSLATE_NOOP("Activities", "Rate"), "rate", RailGroup::Work,
         ActionContext::Rate, true, make<AnswersView>},
        {"rate-grid", QT_TRANSLATE_NOOP("Activities", "Rate"), "rate", RailGroup::Work, ActionContext::Rate,
         true, make<GridView>},
        {"rate-transcript", QT_TRANSLATE_NOOP("Activities", "Rate"), "rate", RailGroup::Work,
         ActionContext::Rate, true, make<TranscriptView>},
        {"search", QT_TRANSLATE_NOOP("Activities", "Search"), "search", RailGroup::Work,
         ActionContext::Search, false, make<SearchView>},
        {"consensus", QT_TRANSLATE_NOOP("Activities", "Consensus"), "consensus", RailGroup::Work,
         ActionContext::Consensus, false, make<ConsensusView>},
        {"agreement", QT_TRANSLATE_NOOP("Activities", "Agreement"), "agreement", RailGroup::Results,
         ActionContext::Agreement, false, make<AgreementView>},
        {"analysis", QT_TRANSLATE_NOOP("Activities", "Analysis"), "analysis", RailGroup::Results,
         ActionContext::Analysis, false, make<AnalysisView>},
        {"reports", QT_TRANSLATE_NOOP("Activities", "Reports"), "reports", RailGroup::Results,
         ActionContext::Reports, false, make<ReportsView>},
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
    return openImport;
}

} // namespace rapport::ui
