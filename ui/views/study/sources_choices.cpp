// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of sources shows and of which: reading it in jobs, its choices and its filter; and the memo.
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/models/figures.h"
#include "ui/views/study/source_memo.h"
#include "ui/views/study/source_words.h"
#include "ui/views/study/sources_view.h"

#include <QComboBox>
#include <QTableView>
#include <algorithm>

namespace rapport::ui {

void SourcesView::load() {
    m_isStale = false;
    m_isLoading = true;
    struct Listed {
        service::SourceRows rows;
        SourceWords words;
    };
    host().jobs().start<Listed>(
        QStringLiteral("sources"), tr("Reading the list of texts"), this,
        [](service::Session& session, const base::Task& task) -> base::Result<Listed> {
            Listed listed;
            RAPPORT_ASSIGN(listed.rows, service::sourceRows(session, task));
            listed.words = SourceList::folded(listed.rows);
            return listed;
        },
        [this](base::Result<Listed> sources) {
            m_isLoading = false;
            m_isRefused = false;
            const model::SourceId before = m_shown;
            if (sources) {
                m_list.setRows(std::move(sources->rows), std::move(sources->words));
                loadCodings();
            } else {
                m_list.setRows({}, {});
                m_isRefused = sources.error().code == base::Errc::Refused;
                if (!m_isRefused && sources.error().code != base::Errc::Cancelled)
                    host().showError(sources.error());
            }
            if (!m_wanted && !before.isNone())
                m_wanted = before;
            showList();
            Q_EMIT loaded();
        });
}

void SourcesView::loadCodings() {
    using Counts = std::vector<std::pair<model::SourceId, std::int64_t>>;
    host().jobs().start<Counts>(
        QStringLiteral("source-codings"), tr("Counting codings"), this,
        [](service::Session& session, const base::Task&) { return service::codingsPerSource(session); },
        [this](base::Result<Counts> counts) {
            if (counts)
                m_list.setCodings(*counts);
            else if (counts.error().code != base::Errc::Cancelled)
                host().showError(counts.error());
        });
}

void SourcesView::loadWords(const std::vector<model::SourceId>& sources, bool all) {
    using Counts = std::vector<std::int64_t>;
    host().jobs().start<Counts>(
        QStringLiteral("source-words"), tr("Counting words"), this,
        [sources](service::Session& session, const base::Task& task) {
            return service::wordsOf(session, sources, task);
        },
        [this, sources, all](base::Result<Counts> counts) {
            m_list.setWords(sources, counts ? *counts : Counts());
            // Of a few rows that are looked at, an error would come again and again.
            if (!counts && all && counts.error().code != base::Errc::Cancelled)
                host().showError(counts.error());
        });
}

void SourcesView::showChoices() {
    const QString chosen = m_prompt->currentData().toString();
    m_prompt->clear();
    m_prompt->addItem(tr("all questions"), QString());
    const QStringList prompts = m_list.prompts();
    for (const QString& prompt : prompts)
        m_prompt->addItem(prompt, prompt);
    m_prompt->setCurrentIndex(std::max(0, m_prompt->findData(chosen)));
    m_prompt->setVisible(prompts.size() > 1);

    // What nearly everybody has another value of (an age in days, a number) is for Search, not for a list.
    constexpr std::size_t mostValues = 40;
    const QStringList before = m_attribute->currentData().toStringList();
    m_attribute->clear();
    m_attribute->addItem(tr("all participants"), QStringList());
    for (const service::SourceAttribute& each : m_list.attributes()) {
        std::vector<bool> occurs(each.values.size());
        for (const std::uint32_t place : each.valueOf)
            occurs[place] = true;
        const auto given = std::count(occurs.begin() + 1, occurs.end(), true);
        if (given < 2 || std::size_t(given) > mostValues)
            continue;
        m_attribute->insertSeparator(m_attribute->count());
        for (std::size_t place = 1; place < each.values.size(); ++place) {
            if (occurs[place])
                m_attribute->addItem(
                    QStringLiteral("%1: %2").arg(localText(each.attribute.title),
                                                 shownValue(each.attribute, each.values[place])),
                    QStringList{toQt(each.attribute.name), toQt(each.values[place])});
        }
    }
    m_attribute->setCurrentIndex(std::max(0, m_attribute->findData(before)));
    m_attribute->setVisible(m_attribute->count() > 1);
}

void SourcesView::filter() {
    m_later.stop();
    SourceFilter filter;
    filter.words = m_filter->text();
    if (m_kind->current() == 1)
        filter.kind = model::SourceKind::Answer;
    else if (m_kind->current() == 2)
        filter.kind = model::SourceKind::Transcript;
    filter.prompt = toUtf8(m_prompt->currentData().toString());
    if (const QStringList chosen = m_attribute->currentData().toStringList(); chosen.size() == 2) {
        filter.attribute = toUtf8(chosen[0]);
        filter.value = toUtf8(chosen[1]);
    }
    m_list.setFilter(filter);
    updateCount();
    const int row = m_list.rowOf(m_shown);
    if (row >= 0)
        m_table->selectRow(row);
    else if (m_list.rowCount() == 0 && m_memo->close())
        clearText(); // what stands beside the list is in it
    else if (m_shown.isNone())
        m_table->selectRow(0);
}

void SourcesView::readMemo() {
    if (m_shown.isNone() || study().viewer())
        return;
    host().jobs().start<std::string>(
        QStringLiteral("source-memo"), tr("Reading a memo"), this,
        [source = m_shown](service::Session& session, const base::Task&) {
            return service::sourceMemo(session, source);
        },
        [this, source = m_shown](const base::Result<std::string>& memo) {
            if (memo && source == m_shown && !m_memo->isEditing())
                m_memo->setText(toQt(*memo));
        });
}

bool SourcesView::keepTyped() {
    return m_memo->close();
}

bool SourcesView::writeMemo(const QString& text) {
    const auto written =
        study().actAnyway([source = m_shown, words = toUtf8(text)](service::Session& session) {
            return service::setSourceMemo(session, source, words);
        });
    return written.has_value();
}

} // namespace rapport::ui
