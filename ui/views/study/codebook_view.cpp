// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/codebook_view.h"

#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/codebook_edit.h"
#include "ui/models/figures.h"
#include "ui/views/study/code_form.h"

#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QSaveFile>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

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
            if (const QString key = toQt(shown.key); !key.isEmpty()) {
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

QString dateText(base::Instant instant) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

} // namespace

CodebookView::CodebookView(ViewHost& host, QWidget* parent)
    : View(host, parent) {
    build();
    Actions& actions = host.actions();
    const auto on = [&](const char* id, void (CodebookView::*work)()) {
        actions.on(QLatin1String(id), this, [this, work] { (this->*work)(); });
    };
    on("codebook.add", &CodebookView::addCode);
    on("codebook.discard", &CodebookView::discard);
    on("codebook.freeze", &CodebookView::freeze);
    on("codebook.history", &CodebookView::showHistory);
    for (const auto& [id, change] :
         {std::pair("codebook.rename", CodeChange::Rename), std::pair("codebook.merge", CodeChange::Merge),
          std::pair("codebook.split", CodeChange::Split), std::pair("codebook.retire", CodeChange::Retire)})
        host.actions().on(QLatin1String(id), this, [this, change = change] { changeCode(change); });
    on("codebook.import", &CodebookView::importBook);
    on("codebook.export", &CodebookView::exportBook);
    actions.on(QStringLiteral("codebook.save"), this, [this] { save(); });
    actions.on(QStringLiteral("codebook.filter"), this,
               [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    actions.on(QStringLiteral("codebook.up"), this, [this] {
        moveChosen([](model::Variable& variable, int code) { return moveCode(variable, code, -1); });
    });
    actions.on(QStringLiteral("codebook.down"), this, [this] {
        moveChosen([](model::Variable& variable, int code) { return moveCode(variable, code, 1); });
    });
    actions.on(QStringLiteral("codebook.nest"), this, [this] { moveChosen(&nestCode); });
    actions.on(QStringLiteral("codebook.unnest"), this, [this] { moveChosen(&unnestCode); });
    retranslate();
}

CodebookView::~CodebookView() {
    if (m_isDirty && study().isOpen() && canEdit())
        static_cast<void>(service::putCodebook(study().session(), m_draft));
}

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
    m_discard = button(ButtonKind::Quiet, "undo", "codebook.discard");
    m_export = button(ButtonKind::Secondary, "export", "codebook.export");
    m_freeze = button(ButtonKind::Secondary, "lock", "codebook.freeze");
    m_save = button(ButtonKind::Primary, "", "codebook.save");
    m_tools->hide();

    const auto resize = [this] { m_treeView->setColumnWidth(CodebookTree::Usage, theme().px(72)); };
    resize();
    connect(&theme(), &Theme::changed, this, [this, resize] {
        resize();
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

bool CodebookView::canEdit() const {
    return !study().viewer();
}

void CodebookView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    // The fields need their width; use and versions can wait for a wider window.
    m_side->setVisible(width() >= theme().px(1060));
}

QString CodebookView::title() const {
    return tr("Codebook");
}

QString CodebookView::subtitle() const {
    const QString name = localText(m_draft.title);
    const QString version = m_draft.isFrozen ? tr("version %1, frozen").arg(m_draft.version)
                                             : tr("version %1, draft").arg(m_draft.version);
    QString text = name.isEmpty() ? version : QStringLiteral("%1 · %2").arg(name, version);
    if (m_isDirty)
        text += QStringLiteral(", ") + tr("changed, not saved");
    return text;
}

QWidget* CodebookView::headerWidget() {
    return m_tools;
}

QStringList CodebookView::actionIds() const {
    return {QStringLiteral("codebook.filter"), QStringLiteral("codebook.add"),
            QStringLiteral("codebook.up"),     QStringLiteral("codebook.down"),
            QStringLiteral("codebook.nest"),   QStringLiteral("codebook.unnest"),
            QStringLiteral("codebook.save"),   QStringLiteral("codebook.discard"),
            QStringLiteral("codebook.freeze"), QStringLiteral("codebook.import"),
            QStringLiteral("codebook.export"), QStringLiteral("codebook.rename"),
            QStringLiteral("codebook.merge"),  QStringLiteral("codebook.split"),
            QStringLiteral("codebook.retire"), QStringLiteral("codebook.history")};
}

QWidget* CodebookView::initialFocus() {
    if (m_pages->currentWidget() == m_empty)
        return m_empty;
    return m_treeView;
}

void CodebookView::activated() {
    QList<KeyHint> hints;
    if (canEdit()) {
        hints.append({host().actions().keyText(QStringLiteral("codebook.save")), tr("save")});
        hints.append({host().actions().keyText(QStringLiteral("codebook.add")), tr("new code")});
    }
    hints.append({host().actions().keyText(QStringLiteral("go.palette")), tr("everything else")});
    host().setHints(hints);
    if (m_isStale && !m_isDirty)
        reload();
    if (m_useIsStale)
        loadUse();
}

void CodebookView::onChanged(const service::ChangeSet& change) {
    m_useIsStale = true;
    if (change.codebookChanged) {
        if (m_isDirty) {
            m_changedMeanwhile = true;
            showBanner();
        } else {
            m_isStale = true;
            if (isVisible())
                reload();
        }
    }
    if (isVisible() && change.codebookChanged)
        loadUse();
}

void CodebookView::onViewerChanged() {
    if (m_isDirty)
        discard();
    m_tree.setUsage({});
    m_useIsStale = true;
    reload();
    if (isVisible())
        loadUse();
}

void CodebookView::open(const ViewTarget& target) {
    if (target.code.isNone())
        return;
    m_filter->clear();
    if (const auto place = m_tree.placeOfCode(target.code))
        choose(*place);
}

void CodebookView::reload() {
    m_isStale = false;
    m_changedMeanwhile = false;
    const auto before = chosen();
    model::CodeId code;
    if (before && before->code >= 0)
        code = m_draft.variables[std::size_t(before->variable)].codes[std::size_t(before->code)].id;
    m_draft = *study().codebook();
    m_tree.setCodebook(&m_draft);
    m_treeView->expandAll();
    m_pages->setCurrentWidget(m_draft.variables.empty() ? static_cast<QWidget*>(m_empty) : m_splitter);
    m_form->setReadOnly(!canEdit());
    m_problem.clear();
    setDirty(false);
    std::optional<CodebookPlace> place = m_tree.placeOfCode(code);
    if (!place && before && before->variable < int(m_draft.variables.size()) &&
        before->code < int(m_draft.variables[std::size_t(before->variable)].codes.size()))
        place = before;
    if (!place && !m_draft.variables.empty())
        place = CodebookPlace{0, m_draft.variables.front().codes.empty() ? -1 : 0};
    if (place)
        choose(*place);
    else
        m_form->showNothing();
}

void CodebookView::loadUse() {
    m_useIsStale = false;
    struct Use {
        std::map<model::CodeId, std::int64_t> usage;
        std::vector<service::CodebookVersion> versions;
    };
    const bool isCoordinator = canEdit();
    host().jobs().start<Use>(
        QStringLiteral("codebook-use"), tr("Counting codings"), this,
        [isCoordinator](service::Session& session, const base::Task&) -> base::Result<Use> {
            Use use;
            RAPPORT_ASSIGN(use.versions, service::codebookVersions(session));
            if (isCoordinator) {
                RAPPORT_ASSIGN(use.usage, service::codeUsage(session));
            }
            return use;
        },
        [this, isCoordinator](base::Result<Use> use) {
            if (!use) {
                if (use.error().code != base::Errc::Cancelled)
                    host().showError(use.error());
                return;
            }
            m_versions = std::move(use->versions);
            if (isCoordinator)
                m_tree.setUsage(std::move(use->usage));
            m_treeView->setColumnHidden(CodebookTree::Usage, !isCoordinator);
            showVersions();
            showUse();
            Q_EMIT loaded();
        });
}

std::optional<CodebookPlace> CodebookView::chosen() const {
    return m_tree.placeOf(m_treeView->currentIndex());
}

void CodebookView::choose(const CodebookPlace& place) {
    const QModelIndex index = m_tree.indexOf(place);
    if (!index.isValid())
        return;
    m_treeView->setCurrentIndex(index);
    m_treeView->scrollTo(index);
    showChosen();
}

void CodebookView::showChosen() {
    const auto place = chosen();
    if (!place) {
        m_form->showNothing();
        m_useText->setText({});
        return;
    }
    const model::Variable& variable = m_draft.variables[std::size_t(place->variable)];
    if (place->code < 0)
        m_form->showVariable(variable);
    else
        m_form->showCode(variable, variable.codes[std::size_t(place->code)]);
    showUse();
}

void CodebookView::showUse() {
    const auto place = chosen();
    if (!place)
        return;
    const auto count = m_tree.usage(*place);
    if (!canEdit())
        m_useText->setText(tr("Only the coordinator sees how often codes are used."));
    else
        m_useText->setText(!count        ? tr("Counting…")
                           : *count == 0 ? tr("Not used yet.")
                                         : counted(*count, tr("Used once."), tr("Used %1 times.")));
}

void CodebookView::setDirty(bool isDirty) {
    m_isDirty = isDirty;
    Actions& actions = host().actions();
    const bool edits = canEdit();
    actions.setAvailable(QStringLiteral("codebook.save"), edits && isDirty);
    actions.setAvailable(QStringLiteral("codebook.discard"), edits && isDirty);
    actions.setAvailable(QStringLiteral("codebook.freeze"), edits && !isDirty && !m_draft.isFrozen);
    for (const char* id :
         {"codebook.add", "codebook.up", "codebook.down", "codebook.nest", "codebook.unnest",
          "codebook.import", "codebook.rename", "codebook.merge", "codebook.split", "codebook.retire"})
        actions.setAvailable(QLatin1String(id), edits);
    m_save->setVisible(edits && isDirty);
    m_discard->setVisible(edits && isDirty);
    m_freeze->setVisible(edits && !isDirty && !m_draft.isFrozen);
    m_add->setVisible(edits);
    m_hints->setVisible(edits);
    m_save->setText(m_draft.isFrozen ? tr("Save as version %1").arg(m_draft.version + 1)
                                     : tr("Save version %1").arg(m_draft.version));
    m_save->updateGeometry();
    m_freeze->setText(tr("Freeze version %1").arg(m_draft.version));
    m_freeze->updateGeometry();
    showBanner();
    Q_EMIT headerChanged();
}

void CodebookView::showBanner() {
    QString text;
    if (!m_problem.isEmpty())
        text = m_problem;
    else if (m_changedMeanwhile && m_isDirty)
        text = tr("The codebook was changed elsewhere meanwhile. Saving puts yours in its place.");
    else if (m_isDirty && m_draft.isFrozen)
        text =
            tr("Version %1 is frozen: saving makes version %2, for rounds to come. Ratings under %1 keep it.")
                .arg(m_draft.version)
                .arg(m_draft.version + 1);
    else if (m_isDirty)
        text = tr("Not saved yet. Version %1 is a draft and is changed in place.").arg(m_draft.version);
    m_bannerText->setToken(m_problem.isEmpty() ? Token::Text : Token::Bad);
    m_bannerText->setText(text);
    m_banner->setVisible(!text.isEmpty());
}

void CodebookView::showVersions() {
    while (QLayoutItem* item = m_versionColumn->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    for (auto version = m_versions.rbegin(); version != m_versions.rend(); ++version) {
        const QString state = version->isFrozen ? tr("frozen") : tr("draft");
        auto* row = new Words(tr("v%1, %2, %3: %4")
                                  .arg(QString::number(version->version), state, dateText(version->made),
                                       counted(version->codes, tr("1 code"), tr("%1 codes"))),
                              TypeRole::Small, version->isFrozen ? Token::Text2 : Token::Text, this);
        row->setWraps(true);
        m_versionColumn->addWidget(row);
    }
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
    m_useHead->setTitle(tr("Use"));
    m_versionHead->setTitle(tr("Versions"));
    m_freezeHead->setTitle(tr("What freezing does"));
    m_freezeText->setText(
        tr("A version that was used for rating never changes again: it is frozen, and the next change "
           "makes a new one. Ratings keep the version they were made under."));
    m_empty->setWords(
        tr("No codebook yet"),
        tr("A codebook says what raters judge: variables with codes, each with a definition, when to use it "
           "and "
           "when not. Import one as a Rapport codebook file, or begin a study from a template."));
    m_empty->setAction(tr("Import a codebook"), {});
    m_tree.refreshAll();
    setDirty(m_isDirty);
    showVersions();
    if (chosen())
        showChosen();
}

void CodebookView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_freezeText != nullptr && m_save != nullptr)
        retranslate();
    View::changeEvent(event);
}

} // namespace rapport::ui
