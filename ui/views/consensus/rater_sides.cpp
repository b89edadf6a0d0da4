// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consensus/rater_sides.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/small_parts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace rapport::ui {

namespace {

/// Words of a participant with a bar in the code's colour.
class QuoteLine final : public QWidget {
public:
    QuoteLine(const QString& words, const QColor& colour, QWidget* parent)
        : QWidget(parent)
        , m_colour(colour) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme().px(11), 0, 0, 0);
        auto* text = new Words(words, TypeRole::Quotation, Token::Text, this);
        text->setWraps(true);
        row->addWidget(text);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(0, 0, theme().px(3), height(), m_colour);
    }

private:
    QColor m_colour;
};

class IconSign final : public QWidget {
public:
    IconSign(QString icon, Token token, QWidget* parent)
        : QWidget(parent)
        , m_icon(std::move(icon))
        , m_token(token) {
        setFixedSize(theme().px(18), theme().px(18));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintIcon(painter, QRectF(rect()), m_icon, theme().color(m_token));
    }

private:
    QString m_icon;
    Token m_token;
};

Words* wrapped(const QString& text, QWidget* parent) {
    auto* made = new Words(text, TypeRole::Small, Token::Text2, parent);
    made->setWraps(true);
    return made;
}

/// A small icon with words.
QWidget* iconLine(const QString& icon, const QString& words, QWidget* parent) {
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    auto* sign = new IconSign(icon, Token::Text2, line);
    row->addWidget(sign, 0, Qt::AlignTop);
    auto* text = new Words(words, TypeRole::Small, Token::Text2, line);
    text->setWraps(true);
    row->addWidget(text, 1);
    return line;
}

} // namespace

RaterSides::RaterSides(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    setAccessibleName(tr("Raters side by side"));
}

void RaterSides::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Token::Surface));
    painter.fillRect(0, height() - 1, width(), 1, theme().color(Token::Line));
    for (const QWidget* column : m_columns) {
        if (column->x() > 0)
            painter.fillRect(column->x(), column->y(), 1, column->height(), theme().color(Token::Line));
        if (column->y() > 0)
            painter.fillRect(column->x(), column->y(), column->width(), 1, theme().color(Token::Line));
    }
}

void RaterSides::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void RaterSides::arrange() {
    const int most = std::max(1, width() / theme().px(200));
    const int count = int(m_columns.size());
    // Five raters where four fit stand in rows of three and two.
    const int rows = std::max(1, (count + most - 1) / most);
    const int across = std::max(1, (count + rows - 1) / rows);
    if (across == m_across)
        return;
    for (int place = 0; place < m_across; ++place)
        m_grid->setColumnStretch(place, 0);
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    for (int place = 0; place < count; ++place)
        m_grid->addWidget(m_columns[std::size_t(place)], place / across, place % across);
    for (int place = 0; place < across; ++place)
        m_grid->setColumnStretch(place, 1);
    m_across = across;
}

void RaterSides::clear() {
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    for (QWidget* column : m_columns)
        delete column;
    m_columns.clear();
    for (int place = 0; place < m_across; ++place)
        m_grid->setColumnStretch(place, 0);
    m_across = 0;
}

void RaterSides::show(const service::Discussion& discussion, const ConsensusQueue& queue,
                      const service::Disagreement& row) {
    clear();
    std::map<std::string, std::optional<std::string>> values(row.ratings.begin(), row.ratings.end());
    for (const service::RaterSide& side : discussion.sides) {
        const auto value = values.find(side.name);
        m_columns.push_back(
            makeColumn(side, queue, row, value == values.end() ? std::nullopt : value->second));
    }
    arrange();
    update();
}

QWidget* RaterSides::makeColumn(const service::RaterSide& side, const ConsensusQueue& queue,
                                const service::Disagreement& row, const std::optional<std::string>& value) {
    auto* column = new QWidget(this);
    auto* lines = new QVBoxLayout(column);
    const int pad = theme().px(16);
    lines->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    lines->setSpacing(theme().px(6));
    lines->addWidget(new Words(toQt(side.name), TypeRole::BodyStrong, Token::Text, column));
    auto* said = new QHBoxLayout;
    said->setSpacing(theme().px(8));
    const bool isYes = value && !row.code.empty() && *value != "0";
    if (!row.code.empty() && value)
        said->addWidget(
            new IconSign(isYes ? QStringLiteral("check") : QStringLiteral("minus"), Token::Text, column));
    QString words = queue.valueText(row, value);
    words[0] = words.at(0).toUpper();
    said->addWidget(new Words(words, TypeRole::BodyStrong, value ? Token::Text : Token::Text3, column));
    said->addStretch(1);
    lines->addLayout(said);

    const model::Codebook* codebook = queue.codebook();
    const auto colourOf = [&](const std::string& code) {
        const auto found = codebook->code(code);
        return found.code == nullptr ? theme().color(Token::LineStrong)
                                     : lookOf(*codebook, found.code->id).color();
    };
    bool hasQuote = false;
    for (const service::Quote& quote : side.quotes) {
        if (quote.code != row.code || row.code.empty() || !quote.range)
            continue;
        lines->addWidget(new QuoteLine(toQt(quote.words), colourOf(quote.code), column));
        hasQuote = true;
    }
    if (isYes && !hasQuote)
        lines->addWidget(wrapped(tr("The whole text, no words marked."), column));
    if (value && !isYes && !row.code.empty() && side.isComplete)
        lines->addWidget(wrapped(tr("Completed without this code."), column));
    if (!value)
        lines->addWidget(wrapped(tr("Has not judged this; it counts as missing."), column));

    // What the rater saw in the text instead.
    QStringList others;
    for (const service::Quote& quote : side.quotes) {
        if (quote.code.empty() || quote.code == row.code || quote.variable != row.variable)
            continue;
        const auto found = codebook->code(quote.code);
        const QString title = found.code == nullptr ? toQt(quote.code) : localText(found.code->title);
        if (!others.contains(title))
            others.append(title);
    }
    if (!others.isEmpty() && !row.code.empty()) {
        auto* also = new Words(tr("Coded there otherwise: %1").arg(others.join(QStringLiteral(", "))),
                               TypeRole::Small, Token::Text2, column);
        also->setWraps(true);
        lines->addWidget(also);
    }
    if (!side.changedSince.empty())
        lines->addWidget(
            iconLine(QStringLiteral("history"), tr("Changed after the round was opened."), column));
    if (!side.memo.empty())
        lines->addWidget(iconLine(QStringLiteral("memo"), toQt(side.memo), column));
    if (side.isFlagged)
        lines->addWidget(iconLine(QStringLiteral("flag-set"), tr("Flagged for discussion"), column));
    lines->addStretch(1);
    return column;
}

} // namespace rapport::ui
