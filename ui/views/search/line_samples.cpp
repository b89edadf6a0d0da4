// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/line_samples.h"

#include "text/utf8.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/study_context.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/painting.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/models/agreement_words.h"
#include "ui/models/figures.h"
#include "ui/views/search/word_table.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

enum Page { FactsPage, DrawPage, JudgePage };
constexpr int mostCodes = 9; ///< one digit each

std::vector<std::string> tickedNames(const QListWidget& list) {
    std::vector<std::string> names;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked)
            names.push_back(toUtf8(list.item(row)->data(Qt::UserRole).toString()));
    }
    return names;
}

void addTick(QListWidget& list, const QString& shown, const QString& name, bool isTicked) {
    auto* item = new QListWidgetItem(shown, &list);
    item->setData(Qt::UserRole, name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
}

} // namespace

LineSamplesDialog::LineSamplesDialog(StudyContext& study, JobRunner& jobs, const QString& query,
                                     QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_jobs(jobs)
    , m_query(query)
    , m_isCoordinator(study.session().viewer().isCoordinator())
    , m_samples(new QStandardItemModel(this))
    , m_table(makeWordTable(m_samples, this))
    , m_pages(new QStackedWidget(this))
    , m_facts(new Words(TypeRole::Body, Token::Text, this))
    , m_note(new Words(TypeRole::Small, Token::Bad, this))
    , m_measures(new QStandardItemModel(this))
    , m_measureTable(makeWordTable(m_measures, this))
    , m_new(new KeyButton(tr("Draw a sample…"), ButtonKind::Secondary, this))
    , m_open(new KeyButton(tr("Open and measure"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Samples of lines"));
    openWithin(*this, 1040, 600);
    auto* column = new QVBoxLayout(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(16));
    auto* left = new QVBoxLayout;
    m_samples->setHorizontalHeaderLabels({tr("Sample"), tr("Judged")});
    m_samples->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("Samples of lines"));
    m_table->setFixedWidth(theme().px(300));
    left->addWidget(m_table, 1);
    m_new->setVisible(m_isCoordinator);
    left->addWidget(m_new);
    row->addLayout(left);

    auto* facts = new QWidget(m_pages);
    auto* factsColumn = new QVBoxLayout(facts);
    factsColumn->setContentsMargins(0, 0, 0, 0);
    m_facts->setWraps(true);
    factsColumn->addWidget(m_facts);
    m_measureTable->setAccessibleName(tr("Agreement on the lines"));
    factsColumn->addWidget(m_measureTable, 1);
    auto* factsFoot = new QHBoxLayout;
    factsFoot->addStretch(1);
    factsFoot->addWidget(m_open);
    factsColumn->addLayout(factsFoot);
    m_pages->addWidget(facts);
    auto* drawing = new QWidget(m_pages);
    buildDrawing(drawing);
    m_pages->addWidget(drawing);
    auto* judging = new QWidget(m_pages);
    buildJudging(judging);
    m_pages->addWidget(judging);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    m_note->setWraps(true);
    m_note->hide();
    column->addWidget(m_note);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showChosen(); });
    connect(m_new, &QAbstractButton::clicked, this, [this] { m_pages->setCurrentIndex(DrawPage); });
    connect(m_open, &QAbstractButton::clicked, this, [this] { openChosen(); });
    readSamples();
    if (m_rows.empty() && m_isCoordinator)
        m_pages->setCurrentIndex(DrawPage);
    else
        chooseSample(0);
}

void LineSamplesDialog::buildDrawing(QWidget* page) {
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_name = new QLineEdit(page);
    m_drawQuery = new QLineEdit(m_query, page);
    m_count = new QSpinBox(page);
    m_count->setRange(2, 10'000);
    m_count->setValue(50);
    m_seed = new QSpinBox(page);
    m_seed->setRange(1, 1'000'000);
    m_codes = new QListWidget(page);
    m_raters = new QListWidget(page);
    if (const auto codebook = m_study.codebook()) {
        for (const model::Variable& variable : codebook->variables) {
            for (const model::Code& code : variable.codes) {
                if (code.isCodable && variable.scale == model::Scale::Presence)
                    addTick(*m_codes, localText(code.title), toQt(code.name), false);
            }
        }
    }
    if (const auto raters = m_study.session().raters(); raters && m_isCoordinator) {
        for (const model::Rater& rater : *raters) {
            if (rater.kind == model::RaterKind::Human)
                addTick(*m_raters, toQt(rater.name), toQt(rater.name), true);
        }
    }
    m_draw = new KeyButton(tr("Draw"), ButtonKind::Primary, page);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Lines of"), m_drawQuery);
    form->addRow(tr("How many"), m_count);
    form->addRow(tr("Seed"), m_seed);
    form->addRow(tr("Codes to choose among"), m_codes);
    form->addRow(tr("Raters"), m_raters);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_draw);
    form->addRow(foot);
    connect(m_draw, &QAbstractButton::clicked, this, [this] { draw(request()); });
}

void LineSamplesDialog::buildJudging(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_progress = new Words(TypeRole::SmallStrong, Token::Text, page);
    m_before = new Words(TypeRole::Small, Token::Text2, page);
    m_line = new ReadingView(ReadingStyle::Answer, page);
    m_line->setAccessibleName(tr("The line to judge"));
    m_line->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_progress);
    column->addWidget(m_line, 1);
    column->addWidget(m_before);
    m_choices = new QWidget(page);
    new QVBoxLayout(m_choices);
    m_choices->layout()->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_choices);
}

const service::LineSampleRow* LineSamplesDialog::chosen() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr;
}

void LineSamplesDialog::say(const base::Error& error) {
    m_note->setText(errorSentence(error));
    m_note->show();
}

void LineSamplesDialog::readSamples() {
    const int before = m_table->currentIndex().row();
    auto rows = m_study.read([](service::Session& session) { return service::lineSamples(session); });
    if (!rows)
        return;
    m_rows = std::move(*rows);
    const QSignalBlocker quiet(m_table->selectionModel());
    m_samples->removeRows(0, m_samples->rowCount());
    for (const service::LineSampleRow& row : m_rows) {
        std::int64_t least = row.lines;
        for (const auto& [rater, judged] : row.judged)
            least = std::min(least, judged);
        m_samples->appendRow(
            {wordItem(toQt(row.name), toQt(row.name)),
             figureItem(row.isOpen ? tr("open")
                                   : tr("%1 of %2").arg(countText(least), countText(row.lines)))});
    }
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    if (before >= 0 && before < m_samples->rowCount())
        m_table->selectRow(before);
}

void LineSamplesDialog::chooseSample(int row) {
    if (row >= 0 && row < m_samples->rowCount())
        m_table->selectRow(row);
    showChosen();
}

void LineSamplesDialog::showChosen() {
    m_note->hide();
    const service::LineSampleRow* row = chosen();
    m_measures->clear();
    m_measureTable->hide();
    m_open->setVisible(false);
    if (row == nullptr) {
        m_facts->setText(m_isCoordinator ? tr("No sample was drawn yet.")
                                         : tr("No sample of lines was given to you yet."));
        m_pages->setCurrentIndex(FactsPage);
        return;
    }
    if (!m_isCoordinator && !row->isOpen) {
        auto lines = m_study.read(
            [&](service::Session& session) { return service::sampledLines(session, row->name); });
        if (!lines)
            return;
        m_lines = std::move(*lines);
        const auto next = std::find_if(m_lines.begin(), m_lines.end(),
                                       [](const auto& line) { return line.judgement.empty(); });
        m_at = next == m_lines.end() ? 0 : std::size_t(next - m_lines.begin());
        qDeleteAll(m_buttons);
        m_buttons.clear();
        const auto codebook = m_study.codebook();
        const auto add = [this](const QString& title, int digit) {
            auto* button = new KeyButton(title, ButtonKind::Secondary, m_choices);
            button->setKey(QString::number(digit));
            connect(button, &QAbstractButton::clicked, this, [this, digit] { judge(digit); });
            m_choices->layout()->addWidget(button);
            m_buttons.push_back(button);
        };
        for (std::size_t at = 0; at < std::min<std::size_t>(mostCodes, row->codes.size()); ++at) {
            const auto found = codebook->code(row->codes[at]);
            add(found.code != nullptr ? lookOf(*found.code).title : toQt(row->codes[at]), int(at) + 1);
        }
        add(tr("None of them"), 0);
        showLine();
        m_pages->setCurrentIndex(JudgePage);
        return;
    }
    QStringList facts{tr("%1 lines drawn from %2 of %3, seed %4.")
                          .arg(countText(row->lines), countText(row->found.value_or(0)), toQt(row->query),
                               QString::number(row->seed.value_or(0)))};
    for (const auto& [rater, judged] : row->judged)
        facts.append(tr("%1: %2 judged").arg(toQt(rater), countText(judged)));
    if (row->late > 0)
        facts.append(counted(row->late, tr("1 judgement came in after it was opened and does not count."),
                             tr("%1 judgements came in after it was opened and do not count.")));
    m_facts->setText(facts.join(QLatin1Char('\n')));
    m_open->setVisible(m_isCoordinator && !row->isOpen);
    m_pages->setCurrentIndex(FactsPage);
    if (row->isOpen && m_isCoordinator)
        measure();
}

QString LineSamplesDialog::lineText() const {
    if (m_at >= m_lines.size())
        return {};
    return toQt(m_lines[m_at].left + m_lines[m_at].match + m_lines[m_at].right);
}

void LineSamplesDialog::showLine() {
    if (m_at >= m_lines.size())
        return;
    const service::SampledLine& line = m_lines[m_at];
    m_line->setAnswer(line.left + line.match + line.right, {});
    const std::int64_t begin = text::countCodePoints(line.left);
    m_line->setHighlights({text::textRange(begin, begin + text::countCodePoints(line.match))});
    const auto judged = std::count_if(m_lines.begin(), m_lines.end(),
                                      [](const auto& each) { return !each.judgement.empty(); });
    m_progress->setText(tr("Line %1 of %2, %3 judged")
                            .arg(countText(std::int64_t(m_at) + 1), countText(std::int64_t(m_lines.size())),
                                 countText(std::int64_t(judged))));
    m_before->setText(line.judgement.empty() ? tr("Press a digit. Backspace: one line back.")
                      : line.judgement == service::noneOfTheCodes
                          ? tr("You said: none of them. A digit changes it.")
                          : tr("You said: %1. A digit changes it.").arg(toQt(line.judgement)));
}

void LineSamplesDialog::judge(int digit) {
    const service::LineSampleRow* row = chosen();
    const auto viewer = m_study.viewer();
    if (row == nullptr || m_at >= m_lines.size() || !viewer || digit > int(row->codes.size()))
        return;
    const std::string code = digit == 0 ? service::noneOfTheCodes : row->codes[std::size_t(digit) - 1];
    service::SampledLine& line = m_lines[m_at];
    const auto done = m_study.act([&](service::Session& session) {
        return service::judgeLine(session, row->name, line.number, viewer->name, code);
    });
    if (!done)
        return;
    line.judgement = code;
    const auto isOpenLine = [](const auto& each) { return each.judgement.empty(); };
    auto next = std::find_if(m_lines.begin() + std::ptrdiff_t(m_at), m_lines.end(), isOpenLine);
    if (next == m_lines.end())
        next = std::find_if(m_lines.begin(), m_lines.end(), isOpenLine);
    if (next != m_lines.end())
        m_at = std::size_t(next - m_lines.begin());
    readSamples();
    showLine();
    if (next == m_lines.end())
        m_before->setText(tr("Every line is judged. Thank you."));
}

void LineSamplesDialog::goBack() {
    m_at -= m_at > 0 ? 1 : 0;
    showLine();
}

service::LineSampleRequest LineSamplesDialog::request() const {
    service::LineSampleRequest request;
    request.name = toUtf8(m_name->text().trimmed());
    request.query = toUtf8(m_drawQuery->text().trimmed());
    request.lines = m_count->value();
    request.seed = std::uint64_t(m_seed->value());
    request.codes = tickedNames(*m_codes);
    request.raters = tickedNames(*m_raters);
    return request;
}

void LineSamplesDialog::draw(const service::LineSampleRequest& request) {
    m_note->hide();
    if (request.codes.size() > std::size_t(mostCodes)) {
        m_note->setText(tr("At most nine codes, one digit each."));
        m_note->show();
        return;
    }
    m_draw->setEnabled(false);
    m_jobs.start<service::LineSampleRow>(
        QStringLiteral("line-sample"), tr("Drawing lines"), this,
        [request](service::Session& session, const base::Task& task) {
            return service::drawLineSample(session, request, task);
        },
        [this](base::Result<service::LineSampleRow> row) {
            m_draw->setEnabled(true);
            if (!row) {
                say(row.error());
            } else {
                readSamples();
                const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                                [&row](const auto& each) { return each.name == row->name; });
                chooseSample(int(found - m_rows.begin()));
            }
            Q_EMIT drawn();
        },
        service::OpenMode::ReadWrite);
}

void LineSamplesDialog::openChosen() {
    const service::LineSampleRow* row = chosen();
    if (row == nullptr)
        return;
    const auto done = m_study.act(
        [name = row->name](service::Session& session) { return service::openLineSample(session, name); });
    if (!done)
        return;
    readSamples();
    showChosen();
}

void LineSamplesDialog::measure() {
    const service::LineSampleRow* row = chosen();
    if (row == nullptr)
        return;
    struct Measured {
        agreement::AgreementDocument document;
        std::int64_t leftOut = 0;
    };
    m_jobs.start<Measured>(
        QStringLiteral("line-agreement"), tr("Measuring agreement"), this,
        [name = row->name](service::Session& session, const base::Task& task) -> base::Result<Measured> {
            RAPPORT_ASSIGN(const auto judgements, service::lineJudgements(session, name));
            Measured measured;
            measured.leftOut = judgements.leftOut;
            RAPPORT_ASSIGN(measured.document,
                           agreement::measure(judgements.data, agreement::MeasureOptions{}, task));
            return measured;
        },
        [this](base::Result<Measured> answer) {
            if (!answer) {
                say(answer.error());
            } else {
                if (answer->leftOut > 0)
                    m_facts->setText(m_facts->text() + QLatin1Char('\n') +
                                     counted(answer->leftOut,
                                             tr("1 line of a participant who left is not counted."),
                                             tr("%1 lines of participants who left are not counted.")));
                m_measures->clear();
                m_measures->setHorizontalHeaderLabels({tr("Coefficient"), tr("Value"), tr("95 % interval")});
                m_measures->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
                for (const agreement::Estimate& estimate : answer->document.overall) {
                    const QString interval = estimate.ci ? tr("%1 to %2")
                                                               .arg(coefficientText(estimate.ci->low),
                                                                    coefficientText(estimate.ci->high))
                                                         : QString();
                    const QString name = estimateTitle(estimate);
                    m_measures->appendRow({wordItem(name, toQt(estimate.id)),
                                           figureItem(coefficientText(estimate.value)),
                                           figureItem(interval)});
                }
                m_measureTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
                m_measureTable->show();
            }
            Q_EMIT measured();
        });
}

void LineSamplesDialog::keyPressEvent(QKeyEvent* event) {
    if (m_pages->currentIndex() == JudgePage) {
        if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
            judge(event->key() - Qt::Key_0);
            return;
        }
        if (event->key() == Qt::Key_Backspace) {
            goBack();
            return;
        }
    }
    QDialog::keyPressEvent(event);
}

} // namespace rapport::ui
