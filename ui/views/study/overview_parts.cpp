// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/overview_parts.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const Theme& look = theme();
    const QRectF row = option.rect;
    painter->save();
    const QRectF cell = row.adjusted(index.column() == 0 ? look.px(2) : look.px(8), 0, -look.px(8), 0);
    painter->fillRect(QRectF(cell.left(), row.bottom(), cell.width(), 1), look.color(Token::Line));
    if (index.column() == 0) {
        const QString pace = index.data(ProgressTable::PaceRole).toString();
        const QRectF name =
            pace.isEmpty() ? cell : QRectF(cell.left(), row.top() + look.px(3), cell.width(), look.px(19));
        paintText(*painter, name, index.data().toString(), look.font(TypeRole::BodyStrong),
                  look.color(Token::Text));
        if (!pace.isEmpty())
            paintText(*painter, QRectF(cell.left(), row.top() + look.px(20), cell.width(), look.px(16)), pace,
                      look.font(TypeRole::Caption), look.color(Token::Text2));
    } else {
        const qlonglong assigned = index.data(ProgressTable::AssignedRole).toLongLong();
        const qlonglong completed = index.data(ProgressTable::CompletedRole).toLongLong();
        if (assigned == 0) {
            paintText(*painter, cell, index.data().toString(), look.font(TypeRole::Small),
                      look.color(Token::Text2));
        } else {
            const QRectF words(cell.left(), row.top() + look.px(5), cell.width(), look.px(18));
            const QString done = countText(completed);
            const QFont figures = look.font(TypeRole::Figures);
            paintText(*painter, words, done, figures, look.color(Token::Text));
            const QString of = ProgressTable::tr("of %1").arg(countText(assigned));
            const qreal left = words.left() + textWidth(figures, done) + look.px(5);
            paintText(*painter, QRectF(left, words.top(), words.right() - left, words.height()), of,
                      look.font(TypeRole::Small), look.color(Token::Text2));
            const qreal used = left + textWidth(look.font(TypeRole::Small), of) + look.px(6);
            const bool isDone = completed >= assigned;
            const QString share =
                isDone ? ProgressTable::tr("done")
                       : QStringLiteral("%1 %").arg(percentText(double(completed) / double(assigned)));
            const QFont font = look.font(isDone ? TypeRole::Small : TypeRole::Figures);
            const int wide = textWidth(font, share);
            // The tick stays where its word has no room.
            const bool hasWord = words.right() - wide - look.px(18) > used;
            const qreal tick = words.right() - (hasWord ? wide + look.px(18) : look.px(14));
            if (isDone && tick > used)
                paintIcon(*painter, QRectF(tick, words.center().y() - look.px(7), look.px(14), look.px(14)),
                          QStringLiteral("check"), look.color(Token::Ok));
            if (hasWord)
                paintText(*painter, words, share, font, look.color(isDone ? Token::Ok : Token::Text2),
                          Qt::AlignRight);
            paintBar(*painter, QRectF(cell.left(), row.bottom() - look.px(12), cell.width(), look.px(6)),
                     std::min(1.0, double(completed) / double(assigned)));
        }
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, row.adjusted(1, 1, -1, -1));
    painter->restore();
}

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {theme().px(120), theme().px(40)};
}

void TargetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const auto* table = qobject_cast<const TargetTable*>(index.model());
    const TargetRow* row = table != nullptr ? table->row(index.row()) : nullptr;
    if (row == nullptr)
        return;
    const Theme& look = theme();
    painter->save();
    const QRectF cell =
        QRectF(option.rect).adjusted(index.column() == 0 ? look.px(2) : look.px(8), 0, -look.px(8), 0);
    painter->fillRect(QRectF(cell.left(), option.rect.bottom(), cell.width(), 1), look.color(Token::Line));
    const service::TargetStanding& standing = row->standing;
    switch (index.column()) {
    case TargetTable::Code: {
        qreal left = cell.left();
        if (!standing.code.empty()) {
            const QSize tag = codeTagSize();
            paintCodeTag(*painter, QRectF(QPointF(left, cell.center().y() - tag.height() / 2.0), QSizeF(tag)),
                         row->look);
            left += tag.width() + look.px(7);
        }
        paintText(*painter, QRectF(left, cell.top(), cell.right() - left, cell.height()), row->title,
                  look.font(TypeRole::Body), look.color(Token::Text));
        break;
    }
    case TargetTable::Agreement: {
        const int words = look.px(40);
        paintText(*painter, QRectF(cell.left(), cell.top(), words, cell.height()),
                  coefficientText(standing.value), look.font(TypeRole::Figures), look.color(Token::Text),
                  Qt::AlignRight);
        if (standing.value) {
            IntervalFigure figure;
            figure.value = *standing.value;
            figure.lower = standing.low;
            figure.upper = standing.high;
            figure.target = table->target();
            figure.from = -0.2;
            paintInterval(*painter, cell.adjusted(words + look.px(10), look.px(6), 0, -look.px(6)), figure);
        }
        break;
    }
    case TargetTable::Drift:
        if (row->drift.size() > 1)
            paintSparkline(*painter, cell.adjusted(0, look.px(7), 0, -look.px(7)), row->drift,
                           table->target());
        break;
    default:
        paintText(
            *painter, cell, index.data().toString(),
            look.font(index.column() == TargetTable::Units ? TypeRole::Figures : TypeRole::Small),
            look.color(standing.isMet && index.column() == TargetTable::When ? Token::Ok : Token::Text2),
            index.column() == TargetTable::Units ? Qt::AlignRight : Qt::AlignLeft);
        break;
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, QRectF(option.rect).adjusted(1, 1, -1, -1));
    painter->restore();
}

ProgressHeader::ProgressHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent) {
    setHighlightSections(false);
    setSectionsClickable(false);
}

QSize ProgressHeader::sizeHint() const {
    return {theme().px(100), theme().px(34)};
}

QSize ProgressHeader::sectionSizeFromContents(int /*section*/) const {
    return sizeHint();
}

void ProgressHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Theme& look = theme();
    painter->save();
    painter->fillRect(rect, look.color(Token::Surface));
    const QRectF cell = QRectF(rect).adjusted(section == 0 ? look.px(2) : look.px(8), 0, -look.px(8), 0);
    painter->fillRect(QRectF(cell.left(), rect.bottom(), cell.width(), 1), look.color(Token::Line));
    const QString name = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const QFont font = look.font(TypeRole::SmallStrong);
    paintText(*painter, cell, name, font, look.color(Token::Text));
    const QString kind = model()->headerData(section, Qt::Horizontal, ProgressTable::KindRole).toString();
    const bool isOpen = model()->headerData(section, Qt::Horizontal, ProgressTable::IsOpenRole).toBool();
    const QString chip = isOpen ? ProgressTable::tr("opened") : kind == name ? QString() : kind;
    const qreal left = cell.left() + textWidth(font, name) + look.px(8);
    const qreal wide = textWidth(look.font(TypeRole::Caption), chip) + look.px(12);
    if (!chip.isEmpty() && left + wide <= cell.right()) {
        const QRectF place(left, cell.center().y() - look.px(9), wide, look.px(18));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(look.color(isOpen ? Token::AccentTint : Token::Sunken));
        painter->drawRoundedRect(place, 4, 4);
        paintText(*painter, place, chip, look.font(TypeRole::Caption),
                  look.color(isOpen ? Token::Accent : Token::Text2), Qt::AlignHCenter);
    }
    painter->restore();
}

constexpr int stripRow = 44;

AgreementStrip::AgreementStrip(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AgreementStrip::setRounds(std::vector<RoundAgreement> rounds, double target) {
    m_rounds = std::move(rounds);
    m_target = target;
    QStringList said;
    for (const RoundAgreement& round : m_rounds) {
        QString text = tr("%1: mean %2").arg(toQt(round.round), coefficientText(round.value));
        text += QStringLiteral(", ") + underText(round);
        if (round.lower && round.upper)
            text += QStringLiteral(", ") + tr("intervals of codes are on average as wide as %1")
                                               .arg(intervalText(*round.lower, *round.upper));
        said.append(text);
    }
    said.append(tr("target %1").arg(coefficientText(m_target)));
    setAccessibleName(tr("Agreement so far"));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QString AgreementStrip::underText(const RoundAgreement& round) {
    const QString codes = counted(round.codes, tr("one code"), tr("%1 codes"));
    return round.lower ? codes : tr("%1; no band: too few participants or transcripts").arg(codes);
}

QSize AgreementStrip::sizeHint() const {
    return {theme().px(240), theme().px(stripRow) * int(m_rounds.size()) + theme().px(28)};
}

void AgreementStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& look = theme();
    double from = 0.2;
    for (const RoundAgreement& round : m_rounds)
        from = std::min({from, round.value.value_or(from), round.lower.value_or(from)});
    from = std::floor(std::max(from, -1.0) * 5 + 1e-9) / 5;
    const int rowHeight = look.px(stripRow);
    const int lineHeight = look.px(26);
    const int nameWidth = look.px(110);
    const int valueWidth = look.px(44);
    const QRectF scale(nameWidth + valueWidth + look.px(10), 0,
                       width() - nameWidth - valueWidth - look.px(24), rowHeight * double(m_rounds.size()));
    const auto x = [&](double value) { return scale.left() + (value - from) / (1 - from) * scale.width(); };
    painter.setPen(QPen(look.color(Token::Line), 1));
    const QFont caption = look.font(TypeRole::Caption);
    const QString target = tr("target %1").arg(coefficientText(m_target));
    QFont strong = caption;
    strong.setWeight(QFont::DemiBold);
    const int wide = textWidth(strong, target) + 4;
    const qreal targetLeft = std::min(x(m_target) - wide / 2.0, double(width() - wide));
    // Figures stand clear of one another and of the target, whatever the scale reaches down to.
    const QFont figures = look.font(TypeRole::Figures);
    const double figureWidth = textWidth(figures, coefficientText(-0.2, 1)) + look.px(8);
    const double perFifth = scale.width() * 0.2 / (1 - from);
    const int fifths = perFifth >= figureWidth ? 1 : 2 * perFifth >= figureWidth ? 2 : 5;
    for (int fifth = int(std::lround(from * 5)); fifth <= 5; ++fifth) {
        const double at = x(fifth / 5.0);
        painter.setPen(QPen(look.color(Token::Line), 1));
        painter.drawLine(QPointF(at, 0), QPointF(at, scale.bottom()));
        const bool isClear = at + figureWidth / 2 < targetLeft || at - figureWidth / 2 > targetLeft + wide;
        if (fifth % fifths == 0 && isClear)
            paintText(painter,
                      QRectF(at - look.px(24), scale.bottom() + look.px(4), look.px(48), look.px(18)),
                      coefficientText(fifth / 5.0, 1), figures, look.color(Token::Text2), Qt::AlignHCenter);
    }
    paintText(painter, QRectF(targetLeft, scale.bottom() + look.px(4), wide, look.px(18)), target, strong,
              look.color(Token::Text), Qt::AlignHCenter);
    for (std::size_t i = 0; i < m_rounds.size(); ++i) {
        const RoundAgreement& round = m_rounds[i];
        const QRectF row(0, double(i) * rowHeight, width(), rowHeight);
        paintText(painter, QRectF(0, row.top(), nameWidth, lineHeight), toQt(round.round),
                  look.font(TypeRole::Body), look.color(Token::Text));
        paintText(painter, QRectF(nameWidth, row.top(), valueWidth, lineHeight), coefficientText(round.value),
                  look.font(TypeRole::Figures), look.color(Token::Text), Qt::AlignRight);
        // What it rests on, clear of the lines of the scale.
        const QString under = underText(round);
        const QRectF underPlace(0, row.top() + lineHeight, width(), rowHeight - lineHeight);
        painter.fillRect(QRectF(underPlace.left(), underPlace.top(), textWidth(caption, under) + look.px(6),
                                underPlace.height()),
                         look.color(Token::Surface));
        paintText(painter, underPlace, under, caption, look.color(Token::Text2));
        if (!round.value)
            continue;
        const qreal middle = row.top() + lineHeight / 2.0;
        const qreal half = look.px(7);
        const QColor fill = look.color(Token::AccentFill);
        if (round.lower && round.upper) {
            QColor band = fill;
            band.setAlphaF(look.isDark() ? 0.5F : 0.35F);
            painter.fillRect(QRectF(QPointF(x(*round.lower), middle - half / 2),
                                    QPointF(x(*round.upper), middle + half / 2)),
                             band);
            painter.setPen(QPen(look.color(Token::Accent), 1.5));
            for (const double end : {*round.lower, *round.upper})
                painter.drawLine(QPointF(x(end), middle - half), QPointF(x(end), middle + half));
        }
        painter.fillRect(QRectF(x(*round.value) - look.px(5) / 2.0, middle - half, look.px(5), 2 * half),
                         look.isDark() ? look.color(Token::Accent) : fill);
    }
    // The target crosses the bands, and none of the words under them.
    painter.setPen(QPen(look.color(Token::Text2), 1.5, Qt::DotLine));
    for (std::size_t i = 0; i < m_rounds.size(); ++i) {
        const double top = double(i) * rowHeight;
        const bool hasWords = textWidth(caption, underText(m_rounds[i])) + look.px(6) > x(m_target);
        painter.drawLine(QPointF(x(m_target), top),
                         QPointF(x(m_target), top + (hasWords ? lineHeight : rowHeight)));
    }
}

StepRow::StepRow(NextStep step, QWidget* parent)
    : QWidget(parent)
    , m_step(std::move(step))
    , m_button(new KeyButton(m_step.button, ButtonKind::Secondary, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(32), theme().px(10), 0, theme().px(10));
    row->setSpacing(theme().px(12));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new ::rapport::ui::Words(m_step.title, TypeRole::BodyStrong, Token::Text, this);
    title->setWraps(true);
    auto* text = new ::rapport::ui::Words(m_step.text, TypeRole::Small, Token::Text2, this);
    text->setWraps(true);
    words->addWidget(title);
    words->addWidget(text);
    row->addLayout(words, 1);
    m_button->setSmall(true);
    m_button->setAccessibleName(QStringLiteral("%1: %2").arg(m_step.button, m_step.title));
    m_button->setAccessibleDescription(m_step.text);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QAbstractButton::clicked, this, &StepRow::wanted);
}

void StepRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& look = theme();
    painter.fillRect(0, 0, width(), 1, look.color(Token::Line));
    paintIcon(painter, QRectF(0, look.px(11), look.px(20), look.px(20)), m_step.icon,
              look.color(Token::Text));
}

CountBlock::CountBlock(bool hasLine, QWidget* parent)
    : QWidget(parent)
    , m_figure(new Words(TypeRole::Title, Token::Text, this))
    , m_text(new Words(TypeRole::Small, Token::Text2, this))
    , m_hasLine(hasLine) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(16), theme().px(12), theme().px(12), theme().px(12));
    column->setSpacing(0);
    m_figure->setWraps(true);
    m_text->setWraps(true);
    column->addWidget(m_figure);
    column->addWidget(m_text);
    column->addStretch(1);
}

void CountBlock::setWords(const QString& figure, const QString& text) {
    m_figure->setText(figure);
    m_text->setText(text);
    // No word of the figure is broken.
    int widest = 0;
    for (const QString& word : figure.split(QLatin1Char(' ')))
        widest = std::max(widest, textWidth(theme().font(TypeRole::Title), word));
    m_figure->setMinimumWidth(std::min(widest, theme().px(130)));
}

void CountBlock::paintEvent(QPaintEvent*) {
    if (m_hasLine)
        QPainter(this).fillRect(0, 1, 1, height() - 2, theme().color(Token::Line));
}

OpenRoundBar::OpenRoundBar(QWidget* parent)
    : QWidget(parent)
    , m_rounds(new QComboBox(this))
    , m_text(new Words(TypeRole::Body, Token::Text, this))
    , m_yes(new KeyButton({}, ButtonKind::Primary, this))
    , m_no(new KeyButton({}, ButtonKind::Quiet, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(16), theme().px(10), theme().px(12), theme().px(10));
    row->setSpacing(theme().px(12));
    m_text->setWraps(true);
    row->addWidget(m_rounds);
    row->addWidget(m_text, 1);
    row->addWidget(m_no);
    row->addWidget(m_yes);
    setTabOrder(m_no, m_yes);
    connect(m_rounds, &QComboBox::currentIndexChanged, this, [this] { say(); });
    connect(m_yes, &QAbstractButton::clicked, this, [this] { Q_EMIT agreed(m_rounds->currentText()); });
    connect(m_no, &QAbstractButton::clicked, this, &OpenRoundBar::dismissed);
    retranslate();
    hide();
}

void OpenRoundBar::ask(const StudyState& state, const std::string& first) {
    m_state = state;
    const QSignalBlocker blocker(m_rounds);
    m_rounds->clear();
    for (const model::Round& round : state.rounds) {
        if (round.openedAt == 0)
            m_rounds->addItem(toQt(round.name));
    }
    if (m_rounds->count() == 0)
        return;
    m_rounds->setCurrentIndex(std::max(0, m_rounds->findText(toQt(first))));
    say();
    show();
    m_no->setFocus(); // a second Enter opens nothing for ever
}

void OpenRoundBar::say() {
    const std::string name = toUtf8(m_rounds->currentText());
    std::int64_t open = 0;
    for (const service::Progress& each : m_state.progress) {
        if (each.round.name == name)
            open += std::max<std::int64_t>(0, each.assigned - each.completed);
    }
    QString text =
        tr("Opening freezes the round's agreement as it is now and lets raters see each other's work. What "
           "they change afterwards is counted apart. It cannot be taken back.");
    if (open > 0)
        text = counted(open, tr("One judgement is still open."), tr("%1 judgements are still open.")) +
               QLatin1Char(' ') + text;
    m_text->setText(text);
    m_yes->setText(tr("Open %1").arg(m_rounds->currentText()));
    m_yes->setAccessibleDescription(text);
    m_yes->updateGeometry();
}

void OpenRoundBar::retranslate() {
    m_rounds->setAccessibleName(tr("Round to open"));
    m_no->setText(tr("Not now"));
    m_no->setKey(tr("Esc"));
    say();
}

void OpenRoundBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else
        QWidget::keyPressEvent(event);
}

void OpenRoundBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(Token::LineStrong), 1));
    painter.setBrush(theme().color(Token::AccentTint));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace rapport::ui
