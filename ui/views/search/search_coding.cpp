// SPDX-License-Identifier: GPL-3.0-or-later
// From line to coding in the search view, and lines that are hidden.
#include "service/rating.h"
#include "ui/app/settings.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/search/code_chooser.h"
#include "ui/views/search/digit_strip.h"
#include "ui/views/search/line_list.h"
#include "ui/views/search/search_view.h"

#include <QComboBox>
#include <QInputDialog>
#include <QStackedWidget>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int digits = 9;

/// Where this computer keeps the codes of the digits, for one study's codebook.
QString digitsKey(const model::Codebook& codebook) {
    return QStringLiteral("search/digits/%1")
        .arg(codebook.variables.empty() ? QString() : toQt(codebook.variables.front().guid.text()));
}

} // namespace

std::vector<model::CodeId> SearchView::digitCodes() const {
    std::vector<model::CodeId> codes;
    const auto codebook = study().codebook();
    for (const model::Variable& variable : codebook->variables) {
        if (variable.scale != model::Scale::Presence)
            continue;
        for (const model::Code& code : variable.codes) {
            if (code.isCodable && int(codes.size()) < digits)
                codes.push_back(code.id);
        }
    }
    // Those that were chosen, as far as they are still codes of this study.
    const QStringList chosen = remembered(digitsKey(*codebook)).toStringList();
    for (int at = 0; at < std::min(int(codes.size()), int(chosen.size())); ++at) {
        for (const model::Variable& variable : codebook->variables) {
            for (const model::Code& code : variable.codes) {
                if (variable.scale == model::Scale::Presence && code.isCodable &&
                    toQt(code.guid.text()) == chosen[at])
                    codes[std::size_t(at)] = code.id;
            }
        }
    }
    return codes;
}

void SearchView::setDigit(int digit, model::CodeId code) {
    std::vector<model::CodeId> codes = digitCodes();
    if (digit < 1 || digit > int(codes.size()))
        return;
    model::CodeId& wanted = codes[std::size_t(digit) - 1];
    if (const auto other = std::find(codes.begin(), codes.end(), code); other != codes.end())
        *other = wanted;
    wanted = code;
    const auto codebook = study().codebook();
    QStringList guids;
    for (const model::CodeId each : codes) {
        const auto known = codebook->code(each);
        guids.append(known.code == nullptr ? QString() : toQt(known.code->guid.text()));
    }
    remember(digitsKey(*codebook), guids);
    showDigits();
}

void SearchView::showDigits() {
    std::vector<CodeLook> looks;
    for (const model::CodeId code : digitCodes())
        looks.push_back(lookOf(*study().codebook(), code));
    m_digits->setCodes(std::move(looks));
}

void SearchView::askDigit(int digit, const QPoint& at) {
    auto* chooser = new CodeChooser(*study().codebook(), tr("Code of the digit %1").arg(digit), this);
    connect(chooser, &CodeChooser::chosen, this,
            [this, digit](model::CodeId code) { setDigit(digit, code); });
    chooser->open(QRect(at, QSize(1, 1)));
}

model::RaterId SearchView::coder() const {
    const service::Viewer& viewer = study().session().viewer();
    return viewer.isCoordinator() ? model::RaterId(m_coder->currentData().toLongLong()) : viewer.rater;
}

std::vector<service::ConcordanceLine> SearchView::linesFor(std::optional<int> row) const {
    if (!row)
        return m_lines.ticked();
    const service::ConcordanceLine* line = m_lines.line(*row);
    return line == nullptr ? std::vector<service::ConcordanceLine>()
                           : std::vector<service::ConcordanceLine>{*line};
}

void SearchView::writeCodings(const std::vector<service::ConcordanceLine>& lines, model::CodeId code) {
    const model::RaterId rater = coder();
    const auto coded =
        std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.hidden.isNull(); });
    if (lines.empty())
        return;
    if (coded == 0) {
        host().showToast(tr("A hidden line is not coded. Show it first."));
        return;
    }
    if (rater.isNone()) {
        host().showToast(tr("Add a rater first: codings are somebody's."));
        return;
    }
    const auto done = study().act(
        [&](service::Session& session) { return service::codeLines(session, lines, rater, {}, code); });
    if (!done)
        return;
    if (lines.size() == 1)
        m_unitsCoded.insert(lines.front().unit);
    const QString title = lookOf(*study().codebook(), code).title;
    host().showToast(coded == 1 ? tr("%1: line coded").arg(title)
                                : tr("%1: %2 lines coded").arg(title, countText(std::int64_t(coded))),
                     true);
}

bool SearchView::goToChange(const service::ChangeSet& change) {
    if (change.units.size() != 1 || !m_unitsCoded.contains(change.units.front()))
        return false;
    if (const int row = m_lines.rowOf(change.units.front()); row >= 0 && m_mode == SearchMode::Lines)
        m_lineList->setCurrentIndex(m_lines.index(row));
    return true;
}

void SearchView::codeLines(std::optional<int> row, model::CodeId code) {
    writeCodings(linesFor(row), code);
    if (!row)
        m_lines.clearTicks();
}

void SearchView::codeAllLines(model::CodeId code) {
    service::ConcordanceRequest request = lineRequest(m_shownQuery);
    request.limit.reset();
    request.width = 0;
    request.sort.clear();
    request.withHidden = false;
    host().jobs().start<service::ConcordanceResult>(
        QStringLiteral("search-code-all"), tr("Reading lines"), this,
        [request](service::Session& session, const base::Task& task) {
            return service::concordance(session, request, task);
        },
        [this, code, generation = m_generation](base::Result<service::ConcordanceResult> result) {
            if (!result)
                host().showError(result.error());
            else if (generation == m_generation)
                writeCodings(result->lines, code);
        });
}

void SearchView::askCode() {
    if (m_error || m_lines.rowCount() == 0 || m_middle->currentWidget() != m_lineList)
        return;
    auto* chooser = new CodeChooser(*study().codebook(), m_code->text(), this);
    // The list stays open while texts, codings and lines may change beneath it.
    connect(chooser, &CodeChooser::chosen, this,
            [this, ticked = m_lines.ticked(), generation = m_generation](model::CodeId code) {
                if (isOvertaken(generation))
                    return;
                if (ticked.empty()) {
                    codeAllLines(code);
                    return;
                }
                writeCodings(ticked, code);
                m_lines.clearTicks();
            });
    chooser->open(QRect(m_code->mapToGlobal(QPoint()), m_code->size()));
}

void SearchView::updateFoot() {
    if (m_foot == nullptr)
        return;
    const int ticked = m_lines.tickedCount();
    m_ticked->setText(ticked == 0 ? tr("No line ticked")
                                  : counted(ticked, tr("1 line ticked"), tr("%1 lines ticked")));
    m_tickHint->setText(tr("of %1").arg(countText(m_found.total)));
    m_code->setText(ticked > 0 ? tr("Code %1 as…").arg(countText(ticked))
                               : tr("Code all %1 as…").arg(countText(countedLines())));
}

// ------------------------------------------------------------------------------------------ hiding

void SearchView::hideLines(std::optional<int> row, const QString& reason) {
    hideThese(linesFor(row), reason, !row);
}

void SearchView::hideThese(const std::vector<service::ConcordanceLine>& lines, const QString& reason,
                           bool wereTicked) {
    if (lines.empty())
        return;
    const auto done = study().act([&](service::Session& session) {
        return service::hideLines(session, toUtf8(wholeQuery(m_shownQuery)), lines, toUtf8(reason));
    });
    if (!done)
        return;
    m_reasons.removeAll(reason);
    m_reasons.prepend(reason);
    if (wereTicked)
        m_lines.clearTicks();
    host().showToast(
        counted(std::int64_t(lines.size()), tr("1 line is hidden."), tr("%1 lines are hidden.")));
    start();
}

void SearchView::askReason(int row) {
    const service::ConcordanceLine* line = m_lines.line(row);
    if (line == nullptr)
        return;
    if (!line->hidden.isNull()) {
        const auto done = study().act(
            [guid = line->hidden](service::Session& session) { return service::showLine(session, guid); });
        if (done)
            start();
        return;
    }
    const int ticked = m_lines.tickedCount();
    // Rows may stand for other lines by the time that the reason is given.
    const std::vector<service::ConcordanceLine> lines =
        linesFor(ticked > 0 ? std::nullopt : std::optional(row));
    const quint64 generation = m_generation;
    bool isGiven = false;
    const QString reason = QInputDialog::getItem(
        this, ticked > 0 ? tr("Hide the ticked lines") : tr("Hide the line"),
        tr("Why does it not belong? Hidden lines stay out of every count of these words."), m_reasons, 0,
        true, &isGiven);
    if (isGiven && !reason.trimmed().isEmpty() && !isOvertaken(generation))
        hideThese(lines, reason.trimmed(), ticked > 0);
}

bool SearchView::isOvertaken(quint64 generation) {
    if (generation == m_generation)
        return false;
    host().showToast(tr("The lines have changed meanwhile, so nothing was done. Choose them again."));
    return true;
}

} // namespace rapport::ui
