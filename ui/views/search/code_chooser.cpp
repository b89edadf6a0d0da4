// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/code_chooser.h"

#include "ui/app/command_line.h"
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"

#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

enum Role { CodeRole = Qt::UserRole, TagRole, ColourRole, PlaceRole, VariableRole };

class CodeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {10, theme().px(28)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        if (isChosen)
            painter->fillRect(option.rect, look.color(Token::AccentTint));
        QRectF words = QRectF(option.rect).adjusted(look.px(8), 0, -look.px(8), 0);
        CodeLook code;
        code.tag = index.data(TagRole).toString();
        code.colour = index.data(ColourRole).toString();
        code.place = index.data(PlaceRole).toInt();
        const QSize tag = codeTagSize();
        paintCodeTag(*painter,
                     QRectF(words.left(), words.center().y() - tag.height() / 2.0, tag.width(), tag.height()),
                     code);
        words.setLeft(words.left() + tag.width() + look.px(8));
        const QString variable = index.data(VariableRole).toString();
        const int wide = textWidth(look.font(TypeRole::Caption), variable);
        // The title goes before the variable.
        if (textWidth(look.font(TypeRole::Body), index.data().toString()) + wide + look.px(8) <=
            words.width()) {
            paintText(*painter, words, variable, look.font(TypeRole::Caption), look.color(Token::Text3),
                      Qt::AlignRight);
            words.setRight(words.right() - wide - look.px(8));
        }
        paintText(*painter, words, index.data().toString(), look.font(TypeRole::Body),
                  look.color(isChosen ? Token::Accent : Token::Text));
    }
};

} // namespace

CodeChooser::CodeChooser(const model::Codebook& codebook, const QString& name, QWidget* parent)
    : QWidget(parent, Qt::Popup)
    , m_field(new SearchField(QStringLiteral("search"), {}, this))
    , m_list(new QListWidget(this))
    , m_nothing(new Words(TypeRole::Small, Token::Text2, this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(name);
    auto* column = new QVBoxLayout(this);
    const int pad = theme().px(8);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(6));
    m_field->setPlaceholderText(tr("Type to find a code"));
    m_field->setAccessibleName(name);
    m_field->setFixedHeight(theme().px(30));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Codes"));
    m_list->setItemDelegate(new CodeDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_nothing->setWraps(true);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    for (const model::Variable& variable : codebook.variables) {
        if (variable.scale != model::Scale::Presence)
            continue;
        for (std::size_t place = 0; place < variable.codes.size(); ++place) {
            const model::Code& code = variable.codes[place];
            if (code.isCodable)
                m_rows.push_back({code.id, lookOf(code, int(place)), localText(variable.title)});
        }
    }
    connect(m_field, &QLineEdit::textChanged, this, &CodeChooser::filter);
    connect(m_field, &SearchField::movedDown, this, [this] { move(1); });
    connect(m_field, &SearchField::movedUp, this, [this] { move(-1); });
    connect(m_field, &SearchField::dismissed, this, &QWidget::close);
    connect(m_field, &QLineEdit::returnPressed, this, &CodeChooser::choose);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(); });
    filter({});
}

void CodeChooser::open(const QRect& beside) {
    const Theme& look = theme();
    constexpr int mostShown = 14;
    const int rows = std::clamp(int(m_rows.size()), 3, mostShown);
    resize(look.px(380), look.px(30 + 6 + 2 * 8) + rows * look.px(28) + look.px(6));
    const QRect room = parentWidget()->screen()->availableGeometry();
    const int gap = look.px(2);
    QPoint place(beside.left(), beside.top() - gap - height());
    if (place.y() < room.top() && beside.bottom() + gap + height() <= room.bottom())
        place.setY(beside.bottom() + gap);
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    QWidget::move(place);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CodeChooser::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(QPen(theme().color(Token::LineStrong), 1));
    painter.setBrush(theme().color(Token::Canvas));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CodeChooser::filter(const QString& typed) {
    std::vector<std::pair<int, const Row*>> found;
    for (const Row& row : m_rows) {
        if (const int quality = matchQuality(typed, row.look.title); quality > 0)
            found.emplace_back(-quality, &row);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    m_list->clear();
    for (const auto& [quality, row] : found) {
        auto* item = new QListWidgetItem(row->look.title, m_list);
        item->setData(CodeRole, qlonglong(row->code.value));
        item->setData(TagRole, row->look.tag);
        item->setData(ColourRole, row->look.colour);
        item->setData(PlaceRole, row->look.place);
        item->setData(VariableRole, row->variable);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(row->look.title, row->variable));
    }
    m_list->setCurrentRow(0);
    m_nothing->setText(found.empty() ? tr("No code is called “%1”").arg(typed.trimmed()) : QString());
    m_nothing->setVisible(found.empty());
}

void CodeChooser::move(int by) {
    const int rows = m_list->count();
    if (rows > 0)
        m_list->setCurrentRow((m_list->currentRow() + by + rows) % rows);
}

void CodeChooser::choose() {
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    const model::CodeId code(item->data(CodeRole).toLongLong());
    // What is done with the code may ask something itself: the list is gone by then.
    close();
    Q_EMIT chosen(code);
}

} // namespace rapport::ui
