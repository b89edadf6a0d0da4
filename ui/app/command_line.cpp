// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/command_line.h"

#include "ui/components/painting.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QStyledItemDelegate>
#include <QTimer>
#include <algorithm>

namespace rapport::ui {

namespace {

class CommandDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {10, theme().px(30)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const bool isChosen = option.state & QStyle::State_Selected;
        const QRectF row = QRectF(option.rect).adjusted(4, 1, -4, -1);
        if (isChosen) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(look.color(Token::AccentTint));
            painter->drawRoundedRect(row, 5, 5);
            painter->restore();
        }
        QRectF words = row.adjusted(look.px(10), 0, -look.px(8), 0);
        const QString key = index.data(CommandModel::KeyRole).toString();
        if (!key.isEmpty()) {
            const QSize cap = keyCapSize(key);
            paintKeyCap(*painter,
                        QRectF(words.right() - cap.width(), words.center().y() - cap.height() / 2.0,
                               cap.width(), cap.height()),
                        key);
            words.setRight(words.right() - cap.width() - look.px(8));
        }
        const QString kind = index.data(CommandModel::KindRole).toString();
        const int wide = textWidth(look.font(TypeRole::Caption), kind);
        paintText(*painter, QRectF(words.right() - wide, words.top(), wide + 1, words.height()), kind,
                  look.font(TypeRole::Caption), look.color(Token::Text3));
        words.setRight(words.right() - wide - look.px(8));
        paintText(*painter, words, index.data(Qt::DisplayRole).toString(), look.font(TypeRole::Body),
                  look.color(isChosen ? Token::Accent : Token::Text));
    }
};

} // namespace

/// The commands that match, or a sentence that none does.
class CommandList : public QListView {
public:
    using QListView::QListView;
    void setNothing(const QString& sentence) {
        m_nothing = sentence;
        setAccessibleDescription(sentence);
        viewport()->update();
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QListView::paintEvent(event);
        if (m_nothing.isEmpty())
            return;
        QPainter painter(viewport());
        const Theme& look = theme();
        paintText(painter, QRectF(viewport()->rect()).adjusted(look.px(14), 0, -look.px(12), 0), m_nothing,
                  look.font(TypeRole::Body), look.color(Token::Text2));
    }

private:
    QString m_nothing;
};

int matchQuality(const QString& typed, const QString& text) {
    int quality = 1;
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return 0;
        const bool startsWord = at == 0 || !text.at(at - 1).isLetterOrNumber();
        quality += at == 0 ? 4 : startsWord ? 3 : 1;
    }
    return quality;
}

void CommandModel::setCommands(std::vector<Command> commands) {
    m_all = std::move(commands);
    filter({});
}

void CommandModel::filter(const QString& typed, std::vector<Command> more) {
    constexpr std::size_t most = 200;
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (const int quality = matchQuality(typed, m_all[i].text); quality > 0)
            found.emplace_back(-quality, i);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    beginResetModel();
    m_more = std::move(more);
    m_shown.clear();
    for (const auto& [quality, place] : found) {
        if (m_shown.size() < most)
            m_shown.push_back(place);
    }
    endResetModel();
}

const Command* CommandModel::at(int row) const {
    if (row < 0 || row >= rowCount())
        return nullptr;
    const auto place = std::size_t(row);
    return place < m_shown.size() ? &m_all[m_shown[place]] : &m_more[place - m_shown.size()];
}

int CommandModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size() + m_more.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const {
    const Command* command = at(index.row());
    if (command == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return command->text;
    case KindRole:
        return command->kind;
    case KeyRole:
        return command->key;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2 %3").arg(command->text, command->kind, command->key);
    default:
        return {};
    }
}

CommandLine::CommandLine(QWidget* parent)
    : SearchField(QStringLiteral("search"), QStringLiteral("Ctrl+K"), parent) {
    setFocusPolicy(Qt::ClickFocus);
    connect(this, &QLineEdit::textEdited, this, [this] { refresh(); });
    connect(this, &SearchField::movedDown, this, [this] { move(1); });
    connect(this, &SearchField::movedUp, this, [this] { move(-1); });
    connect(this, &SearchField::dismissed, this, [this] { close(); });
    connect(this, &QLineEdit::returnPressed, this, [this] { run(); });
    // Where the keyboard came from it goes back to, and what is run there returns to the same place.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (now == this && before != nullptr && before->window() == window())
            m_before = before;
    });
}

void CommandLine::open() {
    setFocus(Qt::ShortcutFocusReason);
}

void CommandLine::focusInEvent(QFocusEvent* event) {
    SearchField::focusInEvent(event);
    if (m_list == nullptr) {
        m_list = new CommandList(window());
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setModel(&m_model);
        m_list->setItemDelegate(new CommandDelegate(m_list));
        m_list->setObjectName(QStringLiteral("commandList"));
        m_list->setStyleSheet(
            QStringLiteral("#commandList { border: 1px solid palette(dark); border-radius: 8px; "
                           "padding: 4px; }"));
        connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
            m_list->setCurrentIndex(index);
            run();
        });
        window()->installEventFilter(this);
    }
    selectAll();
    m_model.setCommands(m_source ? m_source() : std::vector<Command>());
    refresh();
}

void CommandLine::refresh() {
    m_model.filter(text(), m_finder ? m_finder(text()) : std::vector<Command>());
    if (m_list == nullptr)
        return;
    const int width = std::max(this->width(), theme().px(440));
    const QPoint corner = mapTo(window(), QPoint(this->width() - width, height() + 4));
    const bool isNothing = m_model.rowCount() == 0 && !text().trimmed().isEmpty();
    const QString nothing = isNothing ? tr("Nothing is called “%1”").arg(text().trimmed()) : QString();
    m_list->setNothing(nothing);
    if (nothing != accessibleDescription()) {
        setAccessibleDescription(nothing);
        QAccessibleEvent told(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&told);
    }
    const int rows = isNothing ? 1 : std::min(m_model.rowCount(), 12);
    m_list->setGeometry(corner.x(), corner.y(), width, rows * theme().px(30) + theme().px(12));
    m_list->setVisible(rows > 0);
    m_list->raise();
    m_list->setCurrentIndex(m_model.index(0));
}

void CommandLine::move(int step) {
    const int rows = m_model.rowCount();
    if (rows > 0 && m_list != nullptr)
        m_list->setCurrentIndex(m_model.index((m_list->currentIndex().row() + step + rows) % rows));
}

void CommandLine::run() {
    if (m_model.rowCount() == 0 && !text().trimmed().isEmpty())
        return; // what was typed stays, to be mended
    const Command* chosen = m_list != nullptr ? m_model.at(m_list->currentIndex().row()) : nullptr;
    const std::function<void()> work = chosen != nullptr ? chosen->run : nullptr;
    close();
    if (work)
        work();
}

void CommandLine::close() {
    clear();
    if (m_list != nullptr)
        m_list->hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else
        clearFocus();
}

void CommandLine::focusOutEvent(QFocusEvent* event) {
    SearchField::focusOutEvent(event);
    if (m_list != nullptr && event->reason() != Qt::PopupFocusReason) {
        // A click on the list comes after this.
        QTimer::singleShot(150, this, [this] {
            if (!hasFocus() && m_list != nullptr) {
                m_list->hide();
                clear();
            }
        });
    }
}

bool CommandLine::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && m_list != nullptr && m_list->isVisible())
        refresh();
    return SearchField::eventFilter(watched, event);
}

} // namespace rapport::ui
