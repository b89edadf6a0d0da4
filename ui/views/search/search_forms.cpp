// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of the query's words and the words beside its lines: asked for after each search, and ticked into
// the query.
#include "ui/bridge/text.h"
#include "ui/models/query_text.h"
#include "ui/views/search/form_panel.h"
#include "ui/views/search/line_counts.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"

#include <algorithm>

namespace rapport::ui {

namespace {

constexpr std::size_t formsAtMost = 200; ///< of one word
constexpr std::size_t wordsAtMost = 24;

} // namespace

/// The word whose forms these are: what was ticked among the forms of a word that is shown is still about
/// that word, what was typed is about itself.
QString SearchView::wordOf(const QueryForms& forms, int number) const {
    if (m_shownQuery != m_tickedQuery)
        return forms.words.front();
    const FormRows& shown = m_panel->forms();
    const auto isChoiceOf = [&](int word) {
        return std::all_of(forms.words.begin(), forms.words.end(),
                           [&](const QString& each) { return shown.isFormOf(word, each); });
    };
    if (number < shown.wordCount() && isChoiceOf(number))
        return shown.word(number);
    for (int word = 0; word < shown.wordCount(); ++word) {
        if (isChoiceOf(word))
            return shown.word(word);
    }
    return forms.words.front();
}

void SearchView::askBeside() {
    std::vector<QueryForms> all = allFormsIn(m_shownQuery);
    if (all.size() > wordsAtMost)
        all.resize(wordsAtMost);
    std::vector<WordForms> words;
    words.reserve(all.size());
    for (const QueryForms& each : all)
        words.push_back({wordOf(each, int(words.size())), {}, each.words});
    service::CollocateRequest collocates;
    collocates.lines = service::LineSet(lineRequest(m_shownQuery));
    collocates.left = m_lineCounts->window();
    collocates.right = m_lineCounts->window();
    const bool hasLines = m_found.found > 0;
    host().jobs().start<BesideAnswer>(
        QStringLiteral("search-beside"), tr("Reading forms"), this,
        [words, collocates, hasLines](service::Session& session,
                                      const base::Task& task) -> base::Result<BesideAnswer> {
            BesideAnswer answer;
            for (const WordForms& asked : words) {
                if (task.isStopped())
                    return base::Task::cancelled();
                WordForms& word = answer.words.emplace_back(asked);
                // What is no single word has no forms to choose among.
                if (auto rows = service::wordForms(session, toUtf8(word.word), task))
                    word.forms = std::move(*rows);
                // A pattern stands for all its forms, unless some of them stand in its place.
                const bool isPattern =
                    std::any_of(word.forms.begin(), word.forms.end(),
                                [](const auto& form) { return form.why.front() == "pattern"; });
                if (isPattern && word.ticked == QStringList{word.word}) {
                    for (const service::FormRow& form : word.forms)
                        word.ticked.append(toQt(form.form));
                }
                if (word.forms.size() > formsAtMost)
                    word.forms.resize(formsAtMost);
            }
            if (hasLines) {
                RAPPORT_ASSIGN(answer.collocates, service::collocates(session, collocates, task));
            }
            return answer;
        },
        [this, generation = m_generation](base::Result<BesideAnswer> answer) {
            if (generation != m_generation)
                return;
            if (!answer) {
                // Those of another query would stand there as if they were this one's.
                if (answer.error().code != base::Errc::Cancelled) {
                    m_panel->setCollocates({});
                    m_lineCounts->setCollocates({});
                }
                return;
            }
            m_panel->setForms(std::move(answer->words));
            m_panel->setCollocates(answer->collocates);
            m_lineCounts->setCollocates(answer->collocates);
        });
}

void SearchView::chooseForms(int word, const QStringList& ticked) {
    const QString query = m_line->text().trimmed();
    const std::vector<QueryForms> all = allFormsIn(query);
    if (word < 0 || std::size_t(word) >= all.size() || ticked.isEmpty() || query != m_shownQuery)
        return;
    std::vector<std::string> chosen;
    for (const QString& form : ticked)
        chosen.push_back(toUtf8(form));
    const QueryForms& forms = all[std::size_t(word)];
    QString next = query;
    next.replace(forms.begin, forms.length, toQt(service::queryOfForms(chosen)));
    m_tickedQuery = next.trimmed();
    search(next);
}

} // namespace rapport::ui
