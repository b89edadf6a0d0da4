// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/query_line.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/models/figures.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextCharFormat>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

namespace {

constexpr int listWidth = 300;
constexpr int mostRows = 9;

class SuggestionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {theme().px(100), theme().px(26)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(look.color(Token::AccentTint));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
        }
        QRectF place = QRectF(option.rect).adjusted(look.px(9), 0, -look.px(9), 0);
        QFont strong = look.font(TypeRole::Figures);
        strong.setWeight(QFont::DemiBold);
        const QString count = index.data(SuggestionModel::CountRole).toString();
        if (!count.isEmpty()) {
            paintText(*painter, place, count, look.font(TypeRole::Figures), look.color(Token::Text2),
                      Qt::AlignRight);
            place.setRight(place.right() - textWidth(look.font(TypeRole::Figures), count) - look.px(8));
        }
        const QString text = index.data().toString();
        paintText(*painter, place, text, strong, look.color(isChosen ? Token::Accent : Token::Text));
        place.setLeft(place.left() + textWidth(strong, text) + look.px(10));
        if (place.width() > look.px(20))
            paintText(*painter, place, index.data(SuggestionModel::ExplanationRole).toString(),
                      look.font(TypeRole::Small), look.color(Token::Text2));
        painter->restore();
    }
};

} // namespace

void SuggestionModel::setRows(std::vector<QuerySuggestion> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int SuggestionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SuggestionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const QuerySuggestion& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case ExplanationRole:
        return row.explanation;
    case CountRole:
        return row.count ? countText(*row.count) : QString();
    case Qt::AccessibleTextRole:
        return row.count ? QStringLiteral("%1, %2, %3").arg(row.text, row.explanation, countText(*row.count))
                         : QStringLiteral("%1, %2").arg(row.text, row.explanation);
    default:
        return {};
    }
}

QueryLine::QueryLine(QWidget* parent)
    : QLineEdit(parent)
    , m_list(new QListView(this)) {
    // A list of the window's own, so that the keyboard stays in the line.
    m_list->setWindowFlags(Qt::ToolTip);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFocusProxy(this);
    m_list->setModel(&m_suggestions);
    m_list->setItemDelegate(new SuggestionDelegate(m_list));
    m_list->setStyleSheet(QStringLiteral("QListView { border: 1px solid palette(dark); padding: 4px; }"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->hide();
    setMaxLength(65536);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { take(index); });
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_errorColumn = 0;
        colour();
    });
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (!m_isTaking)
            suggest(false);
    });
    connect(this, &QLineEdit::cursorPositionChanged, this, [this] {
        if (m_list->isVisible() && !m_isTaking)
            suggest(false);
    });
    connect(&theme(), &Theme::changed, this, [this] { resizeToTheme(); });
    resizeToTheme();
}

void QueryLine::resizeToTheme() {
    QFont font = theme().font(TypeRole::Figures);
    font.setPointSizeF(font.pointSizeF() * 1.125);
    setFont(font);
    updateGeometry();
    const int right = m_note.isEmpty() ? theme().px(8)
                                       : textWidth(theme().font(TypeRole::Figures), m_note) + theme().px(14);
    setTextMargins(theme().px(26), 0, right, 0);
    colour();
}

QSize QueryLine::sizeHint() const {
    return {theme().px(400), theme().px(36)};
}

void QueryLine::setFields(QStringList fields) {
    m_fields = std::move(fields);
    colour();
}

void QueryLine::setNote(const QString& note) {
    if (m_note == note)
        return;
    m_note = note;
    resizeToTheme();
    update();
}

void QueryLine::setErrorColumn(std::size_t column) {
    m_errorColumn = column;
    colour();
    update();
}

void QueryLine::colour() {
    if (m_isColouring)
        return;
    const QString query = text();
    QList<QInputMethodEvent::Attribute> attributes;
    const auto add = [&](qsizetype begin, qsizetype length, const QTextCharFormat& format) {
        // Positions count from the caret.
        attributes.append(QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat,
                                                       int(begin) - cursorPosition(), int(length), format));
    };
    for (const QueryToken& token : queryTokens(query)) {
        QTextCharFormat format;
        switch (token.part) {
        case QueryPart::Field: {
            const QString name = query.mid(token.begin, token.length - 1);
            const bool isKnown = m_fields.isEmpty() || m_fields.contains(name, Qt::CaseInsensitive) ||
                                 name.compare(QLatin1String("prompt"), Qt::CaseInsensitive) == 0;
            format.setForeground(theme().color(isKnown ? Token::Accent : Token::Bad));
            break;
        }
        case QueryPart::Operator:
        case QueryPart::Bracket:
            format.setForeground(theme().color(Token::Text3));
            break;
        case QueryPart::Phrase:
            format.setForeground(theme().color(Token::Ok));
            break;
        case QueryPart::Value:
        case QueryPart::Word:
            format.setForeground(theme().color(Token::Text));
            break;
        }
        add(token.begin, token.length, format);
    }
    m_isColouring = true;
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
    m_isColouring = false;
}

int QueryLine::xOf(qsizetype position) const {
    const QString query = text();
    const QFontMetricsF metrics(font());
    const double before = metrics.horizontalAdvance(query.left(position));
    const double caret = metrics.horizontalAdvance(query.left(cursorPosition()));
    return int(std::lround(cursorRect().center().x() + before - caret));
}

std::optional<int> QueryLine::errorX() const {
    if (m_errorColumn == 0)
        return std::nullopt;
    // Code points to UTF-16.
    const QString query = text();
    qsizetype at = 0;
    for (std::size_t column = 1; column < m_errorColumn && at < query.size(); ++column)
        at += query.at(at).isHighSurrogate() && at + 1 < query.size() ? 2 : 1;
    return std::clamp(xOf(at), theme().px(20), width() - theme().px(12));
}

void QueryLine::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = theme().px(16);
    paintIcon(painter, QRectF(theme().px(11), (height() - side) / 2, side, side), QStringLiteral("search"),
              theme().color(hasFocus() ? Token::Text : Token::Text2));
    if (!m_note.isEmpty())
        paintText(painter, QRectF(0, 0, width() - theme().px(12), height()), m_note,
                  theme().font(TypeRole::Figures), theme().color(Token::Text2), Qt::AlignRight);
    if (const auto x = errorX()) {
        // A short wave under the place.
        painter.setPen(QPen(theme().color(Token::Bad), 1.5));
        const qreal y = height() - theme().px(7);
        const qreal step = theme().px(3);
        QPointF from(*x - step / 2, y);
        for (int i = 0; i < 4; ++i) {
            const QPointF to(from.x() + step, y + (i % 2 == 0 ? step : 0));
            painter.drawLine(from, to);
            from = to;
        }
    }
}

void QueryLine::suggest(bool always) {
    m_completion = completionAt(text(), cursorPosition());
    if (m_completion.kind == QueryCompletion::Kind::None && always) {
        m_completion.kind = QueryCompletion::Kind::Field;
        m_completion.begin = m_completion.end = cursorPosition();
    }
    std::vector<QuerySuggestion> rows;
    const bool isWorth =
        always || m_completion.kind == QueryCompletion::Kind::Value || m_completion.prefix.size() >= 2;
    if (m_source && m_completion.kind != QueryCompletion::Kind::None && isWorth)
        rows = m_source(m_completion);
    // What stands there already needs no list.
    if (rows.size() == 1 &&
        rows.front().text == text().mid(m_completion.begin, m_completion.end - m_completion.begin))
        rows.clear();
    m_suggestions.setRows(std::move(rows));
    if (m_suggestions.rowCount() == 0) {
        m_list->hide();
        return;
    }
    placeList();
    m_list->show();
    m_list->raise();
    m_list->setCurrentIndex(m_suggestions.index(0));
}

void QueryLine::placeList() {
    const int rows = std::min(mostRows, m_suggestions.rowCount());
    const int height = rows * theme().px(26) + theme().px(12);
    const int x =
        std::clamp(xOf(m_completion.begin) - theme().px(10), 0, std::max(0, width() - theme().px(listWidth)));
    const QPoint corner = mapToGlobal(QPoint(x, this->height() + theme().px(3)));
    m_list->setGeometry(corner.x(), corner.y(), theme().px(listWidth), height);
}

void QueryLine::take(const QModelIndex& index) {
    if (!index.isValid())
        return;
    m_isTaking = true;
    const QString chosen = m_suggestions.rows()[std::size_t(index.row())].text;
    QString query = text();
    query.replace(m_completion.begin, m_completion.end - m_completion.begin, chosen);
    const int caret = int(m_completion.begin + chosen.size());
    m_list->hide();
    // By selection, so that Ctrl+Z in the line takes it back.
    setSelection(int(m_completion.begin), int(m_completion.end - m_completion.begin));
    insert(chosen);
    setCursorPosition(caret);
    m_isTaking = false;
    Q_EMIT textEdited(text());
    if (chosen.endsWith(QLatin1Char(':')))
        suggest(true);
}

bool QueryLine::event(QEvent* event) {
    // Tab takes what is chosen; QWidget would move the focus before keyPressEvent.
    if (event->type() == QEvent::KeyPress && m_list->isVisible()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) {
            take(m_list->currentIndex());
            return true;
        }
    }
    return QLineEdit::event(event);
}

void QueryLine::keyPressEvent(QKeyEvent* event) {
    const auto move = [this](int step) {
        const int rows = m_suggestions.rowCount();
        const int row = std::clamp(m_list->currentIndex().row() + step, 0, rows - 1);
        m_list->setCurrentIndex(m_suggestions.index(row));
    };
    switch (event->key()) {
    case Qt::Key_Down:
        if (m_list->isVisible())
            move(1);
        else
            Q_EMIT movedDown();
        return;
    case Qt::Key_Up:
        if (m_list->isVisible())
            move(-1);
        return;
    case Qt::Key_Escape:
        if (m_list->isVisible()) {
            m_list->hide();
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_list->hide();
        Q_EMIT searchWanted();
        return;
    case Qt::Key_Space:
        if (event->modifiers() == Qt::ControlModifier) {
            suggest(true);
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void QueryLine::focusOutEvent(QFocusEvent* event) {
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace rapport::ui
