// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/history_dialog.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/padded_cells.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

/// More rows than this are found by narrowing.
constexpr std::size_t mostRows = 20000;

struct Word {
    const char* act;
    const char* text;
};

constexpr std::array words{
    Word{"create", QT_TRANSLATE_NOOP("History", "made the study")},
    Word{"instrument", QT_TRANSLATE_NOOP("History", "changed the questions")},
    Word{"import", QT_TRANSLATE_NOOP("History", "imported")},
    Word{"attributes", QT_TRANSLATE_NOOP("History", "changed attributes")},
    Word{"codebook", QT_TRANSLATE_NOOP("History", "changed the codebook")},
    Word{"freeze", QT_TRANSLATE_NOOP("History", "froze the codebook")},
    Word{"add-rater", QT_TRANSLATE_NOOP("History", "added a rater")},
    Word{"assign", QT_TRANSLATE_NOOP("History", "assigned")},
    Word{"open-round", QT_TRANSLATE_NOOP("History", "opened the round")},
    Word{"code", QT_TRANSLATE_NOOP("History", "coded")},
    Word{"withdraw", QT_TRANSLATE_NOOP("History", "withdrew")},
    Word{"complete", QT_TRANSLATE_NOOP("History", "completed")},
    Word{"reopen", QT_TRANSLATE_NOOP("History", "opened again")},
    Word{"memo", QT_TRANSLATE_NOOP("History", "wrote a memo")},
    Word{"flag", QT_TRANSLATE_NOOP("History", "flagged")},
    Word{"unflag", QT_TRANSLATE_NOOP("History", "took the flag away")},
    Word{"settings", QT_TRANSLATE_NOOP("History", "changed the study")},
    Word{"pack", QT_TRANSLATE_NOOP("History", "made a coding pack")},
    Word{"merge", QT_TRANSLATE_NOOP("History", "merged a copy")},
    Word{"reassign", QT_TRANSLATE_NOOP("History", "reassigned")},
    Word{"adjudicate", QT_TRANSLATE_NOOP("History", "settled")},
    Word{"unsettle", QT_TRANSLATE_NOOP("History", "took a settlement back")},
    Word{"note", QT_TRANSLATE_NOOP("History", "remarked")},
    Word{"unnote", QT_TRANSLATE_NOOP("History", "took a remark back")},
    Word{"redact", QT_TRANSLATE_NOOP("History", "blotted out words")},
    Word{"forget", QT_TRANSLATE_NOOP("History", "forgot a participant")},
};

} // namespace

QString historyAct(const std::string& act) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&act](const Word& word) { return act == word.act; });
    return found == words.end() ? toQt(act) : QCoreApplication::translate("History", found->text);
}

void HistoryModel::set(std::vector<service::HistoryRow> rows,
                       std::shared_ptr<const model::Codebook> codebook) {
    beginResetModel();
    m_rows = std::move(rows);
    std::reverse(m_rows.begin(), m_rows.end());
    m_codebook = std::move(codebook);
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const service::HistoryRow* HistoryModel::row(int place) const {
    return place >= 0 && place < int(m_rows.size()) ? &m_rows[std::size_t(place)] : nullptr;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    const service::HistoryRow* row = this->row(index.row());
    if (row == nullptr || role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(row->time.time_since_epoch().count()),
                                  QLocale::ShortFormat);
    case Who:
        return row->rater.empty() ? tr("Coordinator") : toQt(row->rater);
    case Act:
        return historyAct(row->act);
    case Code: {
        if (m_codebook && !row->code.empty()) {
            if (const auto found = m_codebook->code(row->code); found.code != nullptr)
                return lookOf(*found.code).title;
        }
        return toQt(row->code.empty() ? row->variable : row->code);
    }
    case Unit:
        return toQt(row->unit.empty() ? row->round : row->unit);
    case Details: {
        QStringList parts;
        if (row->value)
            parts.append(QString::number(*row->value));
        if (row->version > 0 && row->unit.empty())
            parts.append(tr("version %1").arg(row->version));
        if (!row->words.empty())
            parts.append(toQt(row->words));
        return parts.join(QStringLiteral(" · "));
    }
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("When"), tr("Who"),           tr("Did"),
                             tr("Code"), tr("Unit or round"), tr("Details")};
    return titles.value(section);
}

HistoryDialog::HistoryDialog(StudyContext& study, JobRunner& jobs, const service::HistoryRequest& start,
                             QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_jobs(jobs)
    , m_unit(new SearchField(QStringLiteral("filter"), {}, this))
    , m_rater(new QComboBox(this))
    , m_code(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_note(new Words(TypeRole::Small, Token::Text2, this)) {
    setWindowTitle(tr("History"));
    openWithin(*this, 980, 640);
    build(start);
    ask();
}

void HistoryDialog::build(const service::HistoryRequest& start) {
    auto* column = new QVBoxLayout(this);
    const int pad = theme().px(16);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(10));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    m_unit->setPlaceholderText(tr("Unit, such as P77/Q2; Enter asks"));
    m_unit->setAccessibleName(tr("Unit"));
    m_unit->setText(toQt(start.unit));
    m_rater->setAccessibleName(tr("Rater"));
    m_rater->addItem(tr("Everybody"), QString());
    if (const auto raters = m_study.session().raters(); raters && !m_study.viewer()) {
        for (const model::Rater& rater : *raters)
            m_rater->addItem(toQt(rater.name), toQt(rater.name));
    }
    m_rater->setVisible(m_rater->count() > 1);
    m_rater->setCurrentIndex(std::max(0, m_rater->findData(toQt(start.rater))));
    m_code->setAccessibleName(tr("Code"));
    m_code->addItem(tr("All codes"), QString());
    const auto codebook = m_study.codebook();
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& code : variable.codes)
            m_code->addItem(lookOf(code).title, toQt(code.name));
    }
    m_code->setCurrentIndex(std::max(0, m_code->findData(toQt(start.code))));
    row->addWidget(m_unit, 1);
    row->addWidget(m_rater);
    row->addWidget(m_code);
    column->addLayout(row);
    m_table->setModel(&m_model);
    padCells(*m_table);
    m_table->setAccessibleName(tr("What happened"));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme().px(28));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const std::array widths{150, 110, 140, 190, 150};
    for (std::size_t place = 0; place < widths.size(); ++place)
        m_table->setColumnWidth(int(place), theme().px(widths.at(place)));
    column->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    auto* close = new KeyButton(tr("Close"), ButtonKind::Secondary, this);
    close->setKey(tr("Esc"));
    foot->addWidget(m_note, 1);
    foot->addWidget(close);
    column->addLayout(foot);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(m_unit, &QLineEdit::returnPressed, this, [this] { ask(); });
    connect(m_unit, &SearchField::dismissed, this, &QDialog::reject);
    connect(m_unit, &SearchField::movedDown, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_rater, &QComboBox::activated, this, [this] { ask(); });
    connect(m_code, &QComboBox::activated, this, [this] { ask(); });
    m_unit->setFocus();
}

QString HistoryDialog::note() const {
    return m_note->text();
}

void HistoryDialog::ask() {
    service::HistoryRequest request;
    request.unit = toUtf8(m_unit->text().trimmed());
    request.rater = toUtf8(m_rater->currentData().toString());
    request.code = toUtf8(m_code->currentData().toString());
    m_note->setToken(Token::Text2);
    m_note->setText(tr("Reading the journal…"));
    struct Read {
        std::vector<service::HistoryRow> rows;
        std::int64_t keptBack = 0;
    };
    m_jobs.start<Read>(
        QStringLiteral("history"), tr("Reading the journal"), this,
        [request](service::Session& session, const base::Task&) -> base::Result<Read> {
            Read read;
            RAPPORT_ASSIGN(read.rows, service::history(session, request));
            RAPPORT_ASSIGN(read.keptBack, service::historyKeptBack(session, request));
            return read;
        },
        [this](base::Result<Read> found) {
            if (!found) {
                m_model.set({}, nullptr);
                m_note->setToken(Token::Bad);
                m_note->setText(errorSentence(found.error()) + QLatin1Char(' ') +
                                errorDetails(found.error()));
                Q_EMIT read();
                return;
            }
            auto& rows = found->rows;
            const std::size_t all = rows.size();
            if (all > mostRows)
                rows.erase(rows.begin(), rows.end() - std::ptrdiff_t(mostRows));
            QString note = all > mostRows
                               ? tr("The last %1 of %2 acts. A unit, a rater or a code narrows them.")
                                     .arg(countText(std::int64_t(mostRows)), countText(std::int64_t(all)))
                               : counted(std::int64_t(all), tr("1 act"), tr("%1 acts"));
            if (found->keptBack > 0)
                note += QLatin1Char(' ') +
                        counted(found->keptBack,
                                tr("(1 act of your own is kept back until its text is completed)"),
                                tr("(%1 acts of your own are kept back until their texts are completed)"));
            m_note->setText(note);
            m_model.set(std::move(rows), m_study.codebook());
            Q_EMIT read();
        });
}

} // namespace rapport::ui
