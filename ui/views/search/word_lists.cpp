// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/word_lists.h"

#include "text/stop_words.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/folding_row.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/search/word_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

constexpr std::array<std::string_view, 2> languages{"nl", "en"};
constexpr int shortest = 2;
constexpr int longest = 5; ///< longer ones: rapport words STUDY ngrams

} // namespace

bool isStopWord(const std::string& form) {
    return text::isStopWord(form, languages);
}

QString stopWordsNote() {
    QStringList lines;
    for (const text::StopList& list : text::stopLists()) {
        QStringList words;
        for (const std::string_view word : list.words)
            words.append(toQt(std::string(word)));
        lines.append(QCoreApplication::translate("rapport::ui::WordLists", "%1: %2 words of %3, %4: %5")
                         .arg(toQt(std::string(list.language)), countText(std::int64_t(list.words.size())),
                              toQt(std::string(list.source)), toQt(std::string(list.licence)),
                              words.join(QLatin1Char(' '))));
    }
    return QStringLiteral("<p>") + lines.join(QStringLiteral("</p><p>")) + QStringLiteral("</p>");
}

WordLists::WordLists(QWidget* parent)
    : QWidget(parent)
    , m_without(new QCheckBox(this))
    , m_length(new QComboBox(this))
    , m_keywordTitle(new SectionHeader({}, {}, this))
    , m_sequenceTitle(new SectionHeader({}, {}, this))
    , m_keywords(new QStandardItemModel(this))
    , m_sequences(new QStandardItemModel(this))
    , m_keywordTable(makeWordTable(m_keywords, this))
    , m_sequenceTable(makeWordTable(m_sequences, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto column = [&](SectionHeader* title, QWidget* extra, QTableView* table, int stretch) {
        auto* part = new QVBoxLayout;
        part->setContentsMargins(theme().px(16), theme().px(8), theme().px(8), theme().px(8));
        part->setSpacing(theme().px(6));
        part->addWidget(new FoldingRow(title, extra, this));
        part->addWidget(table, 1);
        row->addLayout(part, stretch);
    };
    column(m_keywordTitle, m_without, m_keywordTable, 5);
    row->addWidget(new Line(Qt::Vertical, this));
    column(m_sequenceTitle, m_length, m_sequenceTable, 4);
    setFocusProxy(m_keywordTable);
    connect(m_without, &QCheckBox::toggled, this, [this] { fillKeywords(); });
    connect(m_length, &QComboBox::activated, this, [this] { Q_EMIT lengthChanged(); });
    connect(m_keywordTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT keywordChosen(index.siblingAtColumn(0).data(wordValueRole).toString());
    });
    connect(m_sequenceTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT sequenceChosen(index.siblingAtColumn(0).data(wordValueRole).toString());
    });
    retranslate();
}

int WordLists::length() const {
    return std::max(0, m_length->currentIndex()) + shortest;
}

void WordLists::setKeywords(std::vector<service::KeywordRow> rows) {
    m_rows = std::move(rows);
    fillKeywords();
}

void WordLists::fillKeywords() {
    m_keywords->removeRows(0, m_keywords->rowCount());
    std::int64_t left = 0;
    for (const service::KeywordRow& row : m_rows) {
        if (std::size_t(m_keywords->rowCount()) == mostWordRows)
            break;
        if (m_without->isChecked() && isStopWord(row.form)) {
            ++left;
            continue;
        }
        m_keywords->appendRow({wordItem(toQt(row.form), toQt(row.form)), figureItem(countText(row.here)),
                               figureItem(countText(row.there)), figureItem(decimalText(row.logLikelihood)),
                               figureItem(decimalText(row.logRatio))});
    }
    m_keywordTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_keywordTitle->setCaption(left == 0 ? tr("against all other texts")
                                         : tr("against all other texts, without %1").arg(countText(left)));
}

void WordLists::setSequences(const std::vector<service::NgramRow>& rows) {
    m_sequences->removeRows(0, m_sequences->rowCount());
    for (std::size_t at = 0; at < std::min(mostWordRows, rows.size()); ++at)
        m_sequences->appendRow({wordItem(toQt(rows[at].words), toQt(rows[at].words)),
                                figureItem(countText(rows[at].occurrences)),
                                figureItem(countText(rows[at].units))});
    m_sequenceTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_sequenceTitle->setCaption(counted(std::int64_t(rows.size()), tr("1 sequence"), tr("%1 sequences")));
}

void WordLists::retranslate() {
    m_keywordTitle->setTitle(tr("Words typical of these texts"));
    m_sequenceTitle->setTitle(tr("Sequences of words"));
    m_without->setText(tr("Leave out stop words"));
    m_without->setToolTip(stopWordsNote());
    const int chosen = std::max(0, m_length->currentIndex());
    m_length->clear();
    for (int words = shortest; words <= longest; ++words)
        m_length->addItem(tr("of %1 words").arg(words));
    m_length->setCurrentIndex(chosen);
    m_length->setAccessibleName(tr("Words in a sequence"));
    m_keywords->setHorizontalHeaderLabels(
        {tr("Word"), tr("Here"), tr("Elsewhere"), tr("LL"), tr("log-ratio")});
    m_keywords->horizontalHeaderItem(3)->setToolTip(tr("log-likelihood; below 0: rarer here"));
    m_keywords->horizontalHeaderItem(4)->setToolTip(tr("how many doublings more frequent here"));
    m_sequences->setHorizontalHeaderLabels({tr("Words"), tr("Times"), tr("Units")});
    for (QStandardItemModel* model : {m_keywords, m_sequences})
        model->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_keywordTable->setAccessibleName(tr("Words typical of these texts"));
    m_sequenceTable->setAccessibleName(tr("Sequences of words"));
    fillKeywords();
}

} // namespace rapport::ui
