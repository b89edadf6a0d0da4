// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the codebook view, how they are put together, and their words.
#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/padded_cells.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/components/splitter_state.h"
#include "ui/dialogs/version_dialog.h"
#include "ui/models/codebook_edit.h"
#include "ui/models/figures.h"
#include "ui/views/rate/code_keys.h"
#include "ui/views/study/code_form.h"
#include "ui/views/study/codebook_view.h"

#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

/// Tag, title and key of a code; a variable in strong letters.
class CodeRowDelegate final : public QStyledItemDelegate {
public:
    CodeRowDelegate(const model::Codebook& codebook, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_codebook(codebook) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {10, theme().px(28)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        QRectF row = option.rect;
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, look.color(Token::AccentTint));
        const bool isVariable = index.data(CodebookTree::IsVariableRole).toBool();
        if (index.column() == CodebookTree::Usage) {
            paintText(*painter, row.adjusted(0, 0, -look.px(8), 0), index.data().toString(),
                      look.font(TypeRole::Figures), look.color(isVariable ? Token::Text2 : Token::Text),
                      Qt::AlignRight);
            painter->restore();
            return;
        }
        const auto variable = std::size_t(index.data(CodebookTree::VariableRole).toInt());
        const int code = index.data(CodebookTree::CodeRole).toInt();
        qreal left = row.left() + look.px(4);
        if (!isVariable && index.flags().testFlag(Qt::ItemIsDragEnabled)) {
            const qreal side = look.px(14);
            paintIcon(*painter, QRectF(left, row.center().y() - side / 2, side, side), QStringLiteral("drag"),
                      look.color(Token::Text3));
            left += side + look.px(4);
        }
        qreal right = row.right() - look.px(4);
        if (!isVariable && variable < m_codebook.variables.size() &&
            std::size_t(code) < m_codebook.variables[variable].codes.size()) {
            const model::Code& shown = m_codebook.variables[variable].codes[std::size_t(code)];
            if (shown.isCodable) {
                const QSize tag = codeTagSize();
                paintCodeTag(*painter, QRectF(QPointF(left, row.center().y() - tag.height() / 2.0), tag),
                             lookOf(shown));
                left += tag.width() + look.px(8);
            }
            if (const QString key = index.data(CodebookTree::KeyRole).toString(); !key.isEmpty()) {
                const QSize cap = keyCapSize(key);
                right -= cap.width();
                paintKeyCap(*painter,
                            QRectF(right, row.center().y() - cap.height() / 2.0, cap.width(), cap.height()),
                            key);
                right -= look.px(6);
            }
        }
        const bool isHeading = isVariable || (index.model()->rowCount(index) > 0);
        paintText(*painter, QRectF(left, row.top(), right - left, row.height()), index.data().toString(),
                  look.font(isHeading ? TypeRole::BodyStrong : TypeRole::Body), look.color(Token::Text));
        if (option.state & QStyle::State_HasFocus)
            paintFocusRing(*painter, row);
        painter->restore();
    }

private:
    const model::Codebook& m_codebook;
};

} // namespace

void CodebookView::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    m_splitter = new QSplitter(Qt::Horizontal, m_pages);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);

    auto* left = new Panel(Token::Surface, {}, m_splitter);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new Panel(Token::Canvas, Qt::BottomEdge, left);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme().px(10), theme().px(8), theme().px(10), theme().px(8));
    m_filter = new SearchField(QStringLiteral("filter"), {}, bar);
    m_add = new KeyButton({}, ButtonKind::Secondary, bar);
    m_add->setIconName(QStringLiteral("plus"));
    connect(m_add, &QAbstractButton::clicked, this, [this] { addCode(); });
    row->addWidget(m_filter, 1);
    row->addWidget(m_add);
    column->addWidget(bar);
    m_treeView = new QTreeView(left);
    m_treeView->setModel(&m_tree);
    m_treeView->setItemDelegate(new CodeRowDelegate(m_draft, m_treeView));
    m_treeView->setFrameShape(QFrame::NoFrame);
    m_treeView->setUniformRowHeights(true);
    m_treeView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_treeView->setAllColumnsShowFocus(false);
    m_treeView->header()->setStretchLastSection(false);
    m_treeView->header()->setSectionResizeMode(CodebookTree::Title, QHeaderView::Stretch);
    m_treeView->header()->setSectionResizeMode(CodebookTree::Usage, QHeaderView::Fixed);
    m_treeView->header()->setMinimumSectionSize(theme().px(40));
    endWithFigures(*m_treeView->header());
    column->addWidget(m_treeView, 1);
    m_hints = new Panel(Token::Canvas, Qt::TopEdge, left);
    auto* hints = new QHBoxLayout(m_hints);
    hints->setContentsMargins(theme().px(10), theme().px(8), theme().px(10), theme().px(8));
    hints->setSpacing(theme().px(6));
    m_moveHint = new Words(TypeRole::Small, Token::Text2, m_hints);
    m_nestHint = new Words(TypeRole::Small, Token::Text2, m_hints);
    hints->addWidget(new KeyCap(QStringLiteral("Alt+↑"), m_hints));
    hints->addWidget(new KeyCap(QStringLiteral("Alt+↓"), m_hints));
    hints->addWidget(m_moveHint);
    hints->addWidget(new KeyCap(QStringLiteral("Alt+→"), m_hints));
    hints->addWidget(m_nestHint);
    hints->addStretch(1);
    column->addWidget(m_hints);
    m_splitter->addWidget(left);
    m_treePane = left;
    m_treeView->setDragDropMode(QAbstractItemView::InternalMove);
    m_treeView->setDefaultDropAction(Qt::MoveAction);
    m_treeView->setDropIndicatorShown(true);
    connect(&m_tree, &CodebookTree::dropped, this, &CodebookView::relocate, Qt::QueuedConnection);

    auto* middle = new Panel(Token::Canvas, {}, m_splitter);
    auto* middleColumn = new QVBoxLayout(middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->setSpacing(0);
    m_banner = new Panel(Token::AccentTint, Qt::BottomEdge, middle);
    auto* bannerRow = new QHBoxLayout(m_banner);
    bannerRow->setContentsMargins(theme().px(20), theme().px(8), theme().px(20), theme().px(8));
    m_bannerText = new Words(TypeRole::Small, Token::Text, m_banner);
    m_bannerText->setWraps(true);
    bannerRow->addWidget(m_bannerText, 1);
    m_banner->hide();
    middleColumn->addWidget(m_banner);
    auto* scroll = new QScrollArea(middle);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_form = new CodeForm(scroll);
    m_form->setAutoFillBackground(false);
    scroll->setWidget(m_form);
    scroll->viewport()->setAutoFillBackground(false);
    middleColumn->addWidget(scroll, 1);
    m_splitter->addWidget(middle);

    m_side = new Panel(Token::Canvas, Qt::LeftEdge, m_splitter);
    buildSide(m_side);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({theme().px(372), theme().px(600), theme().px(280)});
    keepState(*m_splitter, QStringLiteral("codebook"));
    m_pages->addWidget(m_splitter);
    m_empty = new EmptyState(QStringLiteral("codebook"), {}, {}, m_pages);
    connect(m_empty, &EmptyState::actionWanted, this, [this] { importBook(); });
    m_pages->addWidget(m_empty);

    m_tools = new QWidget(this);
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(theme().px(10));
    const auto button = [&](ButtonKind kind, const char* icon, const char* action) {
        auto* made = new KeyButton({}, kind, m_tools);
        if (qstrlen(icon) > 0)
            made->setIconName(QLatin1String(icon));
        connect(made, &QAbstractButton::clicked, this,
                [this, action] { host().actions().action(QLatin1String(action))->trigger(); });
        tools->addWidget(made);
        return made;
    };
    m_sideButton = new KeyButton({}, ButtonKind::Secondary, m_tools);
    m_sideButton->setIconName(QStringLiteral("history"));
    m_sideButton->setCheckable(true);
    connect(m_sideButton, &QAbstractButton::toggled, this, [this] { fit(); });
    tools->addWidget(m_sideButton);
    m_discard = button(ButtonKind::Quiet, "undo", "codebook.discard");
    m_export = button(ButtonKind::Secondary, "export", "codebook.export");
    m_freeze = button(ButtonKind::Secondary, "lock", "codebook.freeze");
    m_save = button(ButtonKind::Primary, "", "codebook.save");
    m_tools->hide();

    fit();
    connect(&theme(), &Theme::changed, this, [this] {
        fit();
        m_treeView->doItemsLayout();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        const auto before = chosen();
        m_tree.setFilter(words);
        m_treeView->expandAll();
        if (before) {
            const QModelIndex there = m_tree.indexOf(*before);
            if (there.isValid())
                m_treeView->setCurrentIndex(there);
        }
    });
    connect(m_filter, &SearchField::movedDown, this, [this] { m_treeView->setFocus(); });
    connect(m_filter, &SearchField::dismissed, this, [this] {
        m_filter->clear();
        m_treeView->setFocus();
    });
    connect(m_treeView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { showChosen(); });
    connect(m_form, &CodeForm::edited, this, [this] { formEdited(); });
}

void CodebookView::buildSide(QWidget* side) {
    auto* column = new QVBoxLayout(side);
    const int pad = theme().px(14);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(6));
    const auto words = [&](Token token) {
        auto* made = new Words(TypeRole::Small, token, side);
        made->setWraps(true);
        return made;
    };
    m_useHead = new SectionHeader({}, {}, side);
    m_useText = words(Token::Text2);
    column->addWidget(m_useHead);
    column->addWidget(m_useText);
    column->addSpacing(theme().px(10));
    m_versionHead = new SectionHeader({}, {}, side);
    column->addWidget(m_versionHead);
    m_versionColumn = new QVBoxLayout;
    m_versionColumn->setSpacing(theme().px(4));
    column->addLayout(m_versionColumn);
    column->addSpacing(theme().px(10));
    auto* card = new Card(side);
    auto* cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(theme().px(12), theme().px(10), theme().px(12), theme().px(12));
    cardColumn->setSpacing(theme().px(4));
    m_freezeHead = new SectionHeader({}, {}, card);
    m_freezeText = new Words(TypeRole::Small, Token::Text2, card);
    m_freezeText->setWraps(true);
    cardColumn->addWidget(m_freezeHead);
    cardColumn->addWidget(m_freezeText);
    column->addWidget(card);
    column->addStretch(1);
    side->setMinimumWidth(theme().px(220));
}

void CodebookView::retranslate() {
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter codes by name or key"));
    m_add->setText(tr("Code"));
    m_add->setKey(host().actions().keyText(QStringLiteral("codebook.add")));
    m_add->setAccessibleName(tr("Add a code"));
    m_treeView->setAccessibleName(tr("Variables and codes"));
    m_moveHint->setText(tr("move"));
    m_nestHint->setText(tr("nest"));
    m_discard->setText(tr("Discard"));
    m_export->setText(tr("Export"));
    m_save->setKey(host().actions().keyText(QStringLiteral("codebook.save")));
    m_sideButton->setText(tr("Use and versions"));
    m_form->setLanguage(std::string(uiLanguage()));
    m_useHead->setTitle(tr("Use"));
    m_versionHead->setTitle(tr("Versions"));
    m_freezeHead->setTitle(tr("What freezing does"));
    m_freezeText->setText(
        tr("A frozen version never changes again: the next change makes a new one. A version is frozen by "
           "the first rating with it, by a coding pack, by hand, or by the version that follows it. Ratings "
           "keep the version they were made under; rounds under way go on under the new one."));
    m_empty->setWords(
        tr("No codebook yet"),
        tr("A codebook says what raters judge: variables with codes, each with a definition, when to use it "
           "and when not. Import one (a file of Rapport or of another program, a table, a list), or begin a "
           "study from a template."));
    m_empty->setAction(tr("Import a codebook"), {});
    m_tree.refreshAll();
    fit();
    setDirty(m_isDirty);
    showVersions();
    if (chosen())
        showChosen();
}

} // namespace rapport::ui
