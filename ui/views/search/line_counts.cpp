// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/line_counts.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/folding_row.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/search/word_lists.h"
#include "ui/views/search/word_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

constexpr std::array windows{1, 2, 3, 4, 5, 8, 10};
constexpr int usualWindow = 4;

} // namespace

LineCounts::LineCounts(QWidget* parent)
    : QWidget(parent)
    , m_key(new QComboBox(this))
    , m_title(new SectionHeader({}, {}, this))
    , m_besideTitle(new SectionHeader({}, {}, this))
    , m_without(new QCheckBox(this))
    , m_window(new QComboBox(this))
    , m_frequencies(new QStandardItemModel(this))
    , m_collocates(new QStandardItemModel(this))
    , m_frequencyTable(makeWordTable(m_frequencies, this))
    , m_collocateTable(makeWordTable(m_collocates, this)) {
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
    column(m_title, m_key, m_frequencyTable, 4);
    row->addWidget(new Line(Qt::Vertical, this));
    auto* beside = new FoldingRow(m_without, m_window, this);
    column(m_besideTitle, beside, m_collocateTable, 5);
    connect(m_window, &QComboBox::activated, this, [this] { Q_EMIT windowChanged(); });
    connect(m_without, &QCheckBox::toggled, this, [this] { fillCollocates(); });
    connect(m_key, &QComboBox::activated, this, [this] { Q_EMIT keyChanged(); });
    connect(m_frequencyTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT valueChosen(QString::fromStdString(key()),
                           index.siblingAtColumn(0).data(wordValueRole).toString());
    });
    connect(m_collocateTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT collocateChosen(index.siblingAtColumn(0).data(wordValueRole).toString());
    });
    retranslate();
}

void LineCounts::setKeys(const std::vector<LineKeyName>& keys) {
    const std::string before = key();
    m_keys = keys;
    m_key->clear();
    int chosen = 0;
    for (const LineKeyName& each : keys) {
        if (each.key == before)
            chosen = m_key->count();
        m_key->addItem(each.name);
    }
    m_key->setCurrentIndex(chosen);
}

std::string LineCounts::key() const {
    const auto at = std::size_t(std::max(0, m_key->currentIndex()));
    return at < m_keys.size() ? m_keys[at].key : std::string("match");
}

QString LineCounts::shownValue(const std::string& value) const {
    if (value.empty())
        return tr("(nothing)");
    if (key() == "coded")
        return value == "yes" ? tr("coded") : tr("not coded");
    return toQt(value);
}

int LineCounts::window() const {
    return m_window->currentData().toInt();
}

void LineCounts::setFrequencies(const std::vector<service::LineFrequency>& rows, std::int64_t lines) {
    m_frequencies->removeRows(0, m_frequencies->rowCount());
    const std::int64_t all = lines;
    for (std::size_t at = 0; at < std::min(mostWordRows, rows.size()); ++at) {
        const service::LineFrequency& row = rows[at];
        m_frequencies->appendRow({wordItem(shownValue(row.value), toQt(row.value)),
                                  figureItem(countText(row.lines)), figureItem(countText(row.units)),
                                  figureItem(percentText(all > 0 ? double(row.lines) / double(all) : 0, 1) +
                                             QStringLiteral(" %"))});
    }
    m_frequencyTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    const bool isSeveral = key() == "code" || key() == "rater";
    m_title->setCaption(isSeveral ? tr("a line counts under each")
                                  : counted(std::int64_t(rows.size()), tr("1 value"), tr("%1 values")));
}

int LineCounts::frequencyCount() const {
    return m_frequencies->rowCount();
}

void LineCounts::setCollocates(const std::vector<service::CollocateRow>& rows) {
    m_besideRows = rows;
    fillCollocates();
}

void LineCounts::fillCollocates() {
    m_collocates->removeRows(0, m_collocates->rowCount());
    int left = 0;
    for (const service::CollocateRow& row : m_besideRows) {
        if (std::size_t(m_collocates->rowCount()) == mostWordRows)
            break;
        if (m_without->isChecked() && isStopWord(row.form)) {
            ++left;
            continue;
        }
        m_collocates->appendRow(
            {wordItem(toQt(row.form), toQt(row.form)), figureItem(countText(row.together)),
             figureItem(countText(row.overall)), figureItem(decimalText(row.logDice)),
             figureItem(decimalText(row.logLikelihood)), figureItem(decimalText(row.mutualInformation))});
    }
    m_collocateTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_besideTitle->setCaption(left == 0 ? QString() : tr("without %1").arg(countText(left)));
}

void LineCounts::retranslate() {
    m_title->setTitle(tr("Lines by"));
    m_besideTitle->setTitle(tr("Words beside the match"));
    const int chosen = m_window->count() == 0 ? usualWindow : window();
    m_window->clear();
    for (const int words : windows)
        m_window->addItem(words == 1 ? tr("within 1 word") : tr("within %1 words").arg(words), words);
    m_window->setCurrentIndex(std::max(0, m_window->findData(chosen)));
    m_window->setAccessibleName(tr("How far beside the match"));
    m_without->setText(tr("Leave out stop words"));
    m_without->setToolTip(stopWordsNote());
    m_key->setAccessibleName(tr("Lines by"));
    m_frequencies->setHorizontalHeaderLabels({tr("Value"), tr("Lines"), tr("Units"), tr("Share")});
    m_collocates->setHorizontalHeaderLabels(
        {tr("Word"), tr("Beside"), tr("In all"), tr("log-dice"), tr("LL"), tr("MI")});
    m_collocates->horizontalHeaderItem(4)->setToolTip(tr("log-likelihood"));
    m_collocates->horizontalHeaderItem(5)->setToolTip(tr("mutual information"));
    for (QStandardItemModel* model : {m_frequencies, m_collocates})
        model->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_frequencyTable->setAccessibleName(tr("Lines by"));
    m_collocateTable->setAccessibleName(tr("Words beside the match"));
    fillCollocates();
}

// ------------------------------------------------------------------------------------------ spread

LineSpread::LineSpread(QWidget* parent)
    : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&theme(), &Theme::changed, this, [this] {
        fit();
        viewport()->update();
    });
}

int LineSpread::rowHeight() {
    return theme().px(34);
}

void LineSpread::setReport(service::DispersionReport report) {
    m_report = std::move(report);
    // Those with the most lines first: what is worth looking at.
    std::stable_sort(m_report.byPart.begin(), m_report.byPart.end(),
                     [](const auto& a, const auto& b) { return a.lines > b.lines; });
    m_current = 0;
    verticalScrollBar()->setValue(0);
    fit();
    viewport()->update();
}

void LineSpread::fit() {
    const int all = int(m_report.byPart.size()) * rowHeight();
    verticalScrollBar()->setRange(0, std::max(0, all - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
}

void LineSpread::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    fit();
}

void LineSpread::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), look.color(Token::Surface));
    const int top = verticalScrollBar()->value();
    const int first = top / rowHeight();
    const int last = std::min(int(m_report.byPart.size()) - 1, (top + viewport()->height()) / rowHeight());
    const qreal nameWidth = std::min<qreal>(look.px(220), viewport()->width() * 0.3);
    const qreal figureWidth = look.px(136);
    for (int row = first; row <= last; ++row) {
        const service::DispersionPart& part = m_report.byPart[std::size_t(row)];
        const QRectF place(0, row * rowHeight() - top, viewport()->width(), rowHeight());
        if (row == m_current && hasFocus())
            painter.fillRect(place, look.color(Token::AccentTint));
        painter.fillRect(QRectF(0, place.bottom() - 1, place.width(), 1), look.color(Token::Line));
        QRectF inside = place.adjusted(look.px(16), 0, -look.px(16), 0);
        paintText(painter, QRectF(inside.left(), inside.top(), nameWidth, inside.height()),
                  part.name.empty() ? tr("(nothing)") : toQt(part.name), look.font(TypeRole::Body),
                  look.color(Token::Text));
        const double rate = part.words > 0 ? 1000.0 * double(part.lines) / double(part.words) : 0;
        const QRectF lines(inside.left() + nameWidth, inside.top(), look.px(52), inside.height());
        paintText(painter, lines, countText(part.lines), look.font(TypeRole::Figures),
                  look.color(Token::Text), Qt::AlignRight);
        paintText(painter, QRectF(lines.right(), lines.top(), figureWidth - lines.width(), lines.height()),
                  tr("%1 ‰").arg(QLocale().toString(rate, 'f', 1)), look.font(TypeRole::Figures),
                  look.color(Token::Text2), Qt::AlignRight);
        const QRectF bar = inside.adjusted(nameWidth + figureWidth + look.px(16), look.px(7), 0, -look.px(8));
        painter.fillRect(bar, look.color(Token::Sunken));
        painter.setPen(QPen(look.color(Token::Accent), std::max(1.0, look.px(1.4) * 1.0)));
        for (const std::int64_t word : part.places) {
            const qreal x = bar.left() + bar.width() * (double(word) + 0.5) /
                                             double(std::max<std::int64_t>(part.words, 1));
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
        }
    }
}

void LineSpread::mouseDoubleClickEvent(QMouseEvent* event) {
    const int row = (event->pos().y() + verticalScrollBar()->value()) / rowHeight();
    if (row >= 0 && row < int(m_report.byPart.size()))
        Q_EMIT partChosen(toQt(m_report.byPart[std::size_t(row)].name));
}

void LineSpread::keyPressEvent(QKeyEvent* event) {
    const int most = int(m_report.byPart.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        m_current = std::min(most, m_current + 1);
        break;
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current <= most && most >= 0)
            Q_EMIT partChosen(toQt(m_report.byPart[std::size_t(m_current)].name));
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int top = m_current * rowHeight();
    if (top < verticalScrollBar()->value())
        verticalScrollBar()->setValue(top);
    else if (top + rowHeight() > verticalScrollBar()->value() + viewport()->height())
        verticalScrollBar()->setValue(top + rowHeight() - viewport()->height());
    viewport()->update();
}

} // namespace rapport::ui
