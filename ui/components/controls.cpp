// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/controls.h"

#include "ui/app/icons.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

/// With the keyboard on a button Enter presses it, as Space does. A key held down presses once: what follows
/// may have a button at the same place.
class EnterPresses : public QObject {
public:
    explicit EnterPresses(QAbstractButton* button)
        : QObject(button) {
        button->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
        if (key == nullptr || (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) ||
            (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
            return QObject::eventFilter(watched, event);
        if (!key->isAutoRepeat())
            static_cast<QAbstractButton*>(watched)->click();
        return true;
    }
};

} // namespace

KeyButton::KeyButton(const QString& text, ButtonKind kind, QWidget* parent)
    : QAbstractButton(parent)
    , m_kind(kind) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    new EnterPresses(this);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

void KeyButton::setKey(const QString& key) {
    m_key = key;
    setToolTip(key.isEmpty() ? QString() : QStringLiteral("%1 (%2)").arg(text(), key));
    updateGeometry();
    update();
}

void KeyButton::setIconName(const QString& name) {
    m_icon = name;
    updateGeometry();
    update();
}

void KeyButton::setKind(ButtonKind kind) {
    m_kind = kind;
    update();
}

void KeyButton::setSmall(bool isSmall) {
    m_isSmall = isSmall;
    updateGeometry();
}

void KeyButton::setPlain() {
    m_isPlain = true;
    m_ink = Token::Text2;
    updateGeometry();
}

void KeyButton::setInk(Token token) {
    m_ink = token;
    update();
}

void KeyButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::EnabledChange)
        update();
    QAbstractButton::changeEvent(event);
}

QSize KeyButton::sizeHint() const {
    const Theme& look = theme();
    int width = look.px(m_kind == ButtonKind::Quiet ? 16 : 24);
    if (!text().isEmpty())
        width += textWidth(look.font(m_isPlain ? TypeRole::Small : TypeRole::BodyStrong), text());
    if (!m_icon.isEmpty())
        width += look.px(18) + (text().isEmpty() ? 0 : look.px(6));
    if (!m_key.isEmpty())
        width += keyCapSize(m_key).width() + look.px(8);
    return {width, look.px(m_isSmall ? 26 : 30)};
}

void KeyButton::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = Qt::transparent;
    QColor ink = look.color(m_ink);
    QPen border(Qt::NoPen);
    const bool isHot = isEnabled() && underMouse();
    switch (m_kind) {
    case ButtonKind::Primary:
        ground = look.color(Token::AccentFill);
        if (isDown() || isHot)
            ground = mixed(ground, Qt::black, isDown() ? 0.25 : 0.12);
        ink = look.color(Token::OnAccentFill);
        break;
    case ButtonKind::Secondary:
        ground = look.color(isDown() || isHot ? Token::AccentTint : Token::Surface);
        border = QPen(look.color(Token::LineStrong), 1);
        break;
    case ButtonKind::Quiet:
        if (isDown() || isHot)
            ground = look.color(Token::Sunken);
        break;
    }
    // Not by colour alone, as in the choices of Rate.
    const bool isChosen = isChecked() && m_kind == ButtonKind::Secondary;
    if (isChecked()) {
        ground = look.color(Token::AccentTint);
        ink = look.color(Token::Accent);
    }
    if (isChosen)
        border = QPen(look.color(Token::AccentFill), 2);
    if (!isEnabled()) {
        ink = look.color(Token::Text3);
        ground = m_kind == ButtonKind::Primary ? look.color(Token::Sunken) : QColor(Qt::transparent);
        border = m_kind == ButtonKind::Secondary ? QPen(look.color(Token::Line), 1) : QPen(Qt::NoPen);
    }
    painter.setPen(border);
    painter.setBrush(ground);
    painter.drawRoundedRect(isChosen ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, 6, 6);
    QRectF words = box.adjusted(look.px(m_kind == ButtonKind::Quiet ? 8 : 12), 0, 0, 0);
    if (!m_icon.isEmpty()) {
        const qreal side = look.px(18);
        const bool isAlone = text().isEmpty() && m_key.isEmpty();
        const qreal left = isAlone ? box.center().x() - side / 2 : words.left();
        paintIcon(painter, QRectF(left, words.center().y() - side / 2, side, side), m_icon, ink);
        words.setLeft(words.left() + side + (text().isEmpty() ? 0 : look.px(6)));
    }
    QFont font = look.font(m_isPlain ? TypeRole::Small : TypeRole::Body);
    if (!m_isPlain)
        font.setWeight(m_kind == ButtonKind::Primary || isChosen ? QFont::DemiBold : QFont::Medium);
    const QSize cap = m_key.isEmpty() ? QSize() : keyCapSize(m_key);
    const QRectF place(box.right() - cap.width() - look.px(m_kind == ButtonKind::Quiet ? 7 : 11),
                       box.center().y() - cap.height() / 2.0, cap.width(), cap.height());
    // Where a bar is narrower than its buttons would be, the key goes before the words do.
    const bool hasRoom =
        text().isEmpty() || words.left() + textWidth(font, text()) + look.px(4) <= place.left();
    if (!hasRoom)
        words.setRight(box.right() - look.px(6));
    paintText(painter, words, text(), font, ink);
    if (!m_key.isEmpty() && hasRoom) {
        if (m_kind == ButtonKind::Primary && isEnabled())
            paintKeyCapOn(painter, place, m_key, ink);
        else
            paintKeyCap(painter, place, m_key);
    }
    if (hasFocus()) {
        if (m_kind == ButtonKind::Primary) {
            painter.setPen(QPen(look.color(Token::OnAccentFill), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 4, 4);
        }
        paintFocusRing(painter, rect());
    }
}

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent) {
    installPartsAccessibility();
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

void SegmentedControl::setItems(const QStringList& items, const QStringList& icons) {
    m_items = items;
    m_icons = icons;
    m_current = std::clamp(m_current, 0, std::max(0, int(items.size()) - 1));
    rename();
    updateGeometry();
    update();
}

void SegmentedControl::setCurrent(int index) {
    // May be set before the items are.
    m_current = m_items.isEmpty() ? std::max(0, index) : std::clamp(index, 0, int(m_items.size()) - 1);
    rename();
    update();
}

void SegmentedControl::setShort(bool isShort) {
    m_isShort = isShort;
    updateGeometry();
    update();
}

void SegmentedControl::setFolded(bool isFolded) {
    m_isFolded = isFolded;
    updateGeometry();
    update();
}

bool SegmentedControl::isShort(int index) const {
    return m_isShort && !m_icons.value(index).isEmpty();
}

bool SegmentedControl::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_isShort) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < int(m_items.size()); ++i) {
            if (placeOf(i).contains(help->pos()))
                QToolTip::showText(help->globalPos(), m_items.at(i), this);
        }
        return true;
    }
    return QWidget::event(event);
}

void SegmentedControl::rename() {
    setAccessibleDescription(m_items.value(m_current));
}

int SegmentedControl::widthOf(int index) const {
    const bool hasIcon = !m_icons.value(index).isEmpty();
    const int words =
        isShort(index) ? 0 : textWidth(theme().font(TypeRole::BodyStrong), m_items.value(index));
    return words + theme().px(24) + (hasIcon ? theme().px(isShort(index) ? 16 : 22) : 0);
}

QRect SegmentedControl::placeOf(int index) const {
    if (m_isFolded)
        return index == m_current ? rect() : QRect();
    int x = 0;
    for (int i = 0; i < int(m_items.size()); ++i) {
        const int width = widthOf(i);
        if (i == index)
            return {x, 0, width, height()};
        x += width;
    }
    return {x, 0, 0, height()};
}

QSize SegmentedControl::sizeHint() const {
    if (m_isFolded) {
        // As wide whichever is chosen.
        int widest = 0;
        for (int i = 0; i < int(m_items.size()); ++i)
            widest = std::max(widest, widthOf(i));
        return {widest + theme().px(18), theme().px(28)};
    }
    return {placeOf(int(m_items.size())).x() + 1, theme().px(28)};
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(look.color(Token::LineStrong), 1));
    painter.setBrush(look.color(Token::Surface));
    painter.drawRoundedRect(box, 6, 6);
    for (int i = 0; i < int(m_items.size()); ++i) {
        const QRect place = placeOf(i);
        const bool isChosen = i == m_current;
        if (m_isFolded && !isChosen)
            continue;
        if (isChosen && !m_isFolded) {
            QRectF inner = QRectF(place).intersected(box).adjusted(1, 1, -1, -1);
            painter.setPen(Qt::NoPen);
            painter.setBrush(look.color(Token::AccentTint));
            painter.drawRoundedRect(inner, 5, 5);
            painter.fillRect(QRectF(inner.left() + 3, inner.bottom() - 1, inner.width() - 6, 2),
                             look.color(Token::AccentFill));
        }
        if (i > 0 && !m_isFolded) {
            painter.setPen(QPen(look.color(Token::Line), 1));
            painter.drawLine(QPointF(place.left() + 0.5, 4), QPointF(place.left() + 0.5, height() - 4));
        }
        QRectF words = QRectF(place).adjusted(look.px(12), 0, -look.px(6), 0);
        const QColor ink = look.color(isChosen && !m_isFolded ? Token::Accent : Token::Text);
        if (m_isFolded) {
            const qreal side = look.px(14);
            words.setRight(words.right() - side);
            paintIcon(painter, QRectF(words.right(), words.center().y() - side / 2, side, side),
                      QStringLiteral("chevron-down"), look.color(Token::Text2));
        }
        if (!m_icons.value(i).isEmpty()) {
            const qreal side = look.px(16);
            paintIcon(painter, QRectF(words.left(), words.center().y() - side / 2, side, side), m_icons.at(i),
                      ink);
            words.setLeft(words.left() + look.px(22));
        }
        QFont font = look.font(TypeRole::Body);
        font.setWeight(isChosen ? QFont::DemiBold : QFont::Medium);
        if (!isShort(i))
            paintText(painter, words, m_items.at(i), font, ink);
    }
    if (hasFocus())
        paintFocusRing(painter, rect());
}

SpokenPart SegmentedControl::part(int place) const {
    return {m_items.value(place), placeOf(place), place == m_current, false};
}

void SegmentedControl::choose(int index) {
    if (index < 0 || index >= int(m_items.size()) || index == m_current)
        return;
    setCurrent(index);
    Q_EMIT currentChanged(index);
}

void SegmentedControl::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < int(m_items.size()); ++i) {
        QAction* action = menu->addAction(m_items.at(i));
        action->setCheckable(true);
        action->setChecked(i == m_current);
        connect(action, &QAction::triggered, this, [this, i] { choose(i); });
        if (i == m_current)
            menu->setActiveAction(action);
    }
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

void SegmentedControl::mousePressEvent(QMouseEvent* event) {
    if (m_isFolded) {
        openMenu();
        return;
    }
    for (int i = 0; i < int(m_items.size()); ++i) {
        if (placeOf(i).contains(event->position().toPoint()))
            choose(i);
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left)
        choose(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        choose(m_current + 1);
    else if (m_isFolded && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Down))
        openMenu();
    else
        QWidget::keyPressEvent(event);
}

SearchField::SearchField(const QString& icon, const QString& key, QWidget* parent)
    : QLineEdit(parent)
    , m_icon(icon)
    , m_key(key) {
    setMargins();
    connect(&theme(), &Theme::changed, this, [this] { setMargins(); });
    connect(this, &QLineEdit::textChanged, this, [this] { setMargins(); });
}

void SearchField::setKey(const QString& key) {
    m_key = key;
    setMargins();
    update();
}

void SearchField::setMargins() {
    const int right = text().isEmpty() && !m_key.isEmpty() ? keyCapSize(m_key).width() + theme().px(4) : 0;
    setTextMargins(theme().px(20), 0, right, 0);
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const qreal side = theme().px(16);
    paintIcon(painter, QRectF(theme().px(9), (height() - side) / 2, side, side), m_icon,
              theme().color(hasFocus() ? Token::Text : Token::Text2));
    if (text().isEmpty() && !m_key.isEmpty()) {
        const QSize cap = keyCapSize(m_key);
        paintKeyCap(painter,
                    QRectF(width() - cap.width() - theme().px(7), (height() - cap.height()) / 2.0,
                           cap.width(), cap.height()),
                    m_key);
    }
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down:
        Q_EMIT movedDown();
        return;
    case Qt::Key_Up:
        Q_EMIT movedUp();
        return;
    case Qt::Key_Escape:
        Q_EMIT dismissed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // The line emits returnPressed and passes the key on; whoever is behind it must not act on it, too.
        QLineEdit::keyPressEvent(event);
        event->accept();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_title(new Words(title, TypeRole::Title, Token::Text, this))
    , m_sentence(new Words(sentence, TypeRole::Body, Token::Text2, this))
    , m_button(new KeyButton({}, ButtonKind::Primary, this)) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme().px(8));
    column->addStretch(2);
    column->addSpacing(theme().px(56));
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWraps(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWraps(true);
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
    fit();
    column->addWidget(m_title);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(theme().px(8));
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_button->hide();
    connect(m_button, &QAbstractButton::clicked, this, &EmptyState::actionWanted);
}

void EmptyState::setWords(const QString& title, const QString& sentence) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    fit();
}

void EmptyState::fit() {
    // A centred widget's height is asked for the layout's width, not for its own: both are fixed here.
    m_sentence->setFixedWidth(theme().px(460));
    m_sentence->setFixedHeight(m_sentence->heightForWidth(theme().px(460)));
}

void EmptyState::setAction(const QString& text, const QString& key) {
    m_button->setText(text);
    m_button->setKey(key);
    m_button->setVisible(!text.isEmpty());
    setFocusProxy(m_button);
}

void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const qreal side = theme().px(36);
    paintIcon(painter, QRectF((width() - side) / 2.0, m_title->y() - side - theme().px(14), side, side),
              m_icon, theme().color(Token::Text3));
}

} // namespace rapport::ui
