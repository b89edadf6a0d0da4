// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/codebook_view.h"

#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/version_dialog.h"
#include "ui/models/codebook_edit.h"
#include "ui/models/figures.h"
#include "ui/views/rate/code_keys.h"
#include "ui/views/study/code_form.h"

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
    on("codebook.variable", &CodebookView::addVariable);
    on("codebook.scope", &CodebookView::changeScope);
    actions.on(QStringLiteral("codebook.pick"), this, [this] { pickExamples(false); });
    connect(m_form, &CodeForm::examplesWanted, this, [this](bool isAnti) { pickExamples(isAnti); });
    connect(m_form, &CodeForm::scopeWanted, this, [this] { changeScope(); });
    on("codebook.discard", &CodebookView::discard);
    on("codebook.freeze", &CodebookView::freeze);
    on("codebook.history", &CodebookView::showHistory);
    on("codebook.recode", &CodebookView::recodeLeft);
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

bool CodebookView::canEdit() const {
    return !study().viewer();
}

void CodebookView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fit();
}

void CodebookView::fit() {
    // As wide as its header and a large figure.
    const QString head = m_tree.headerData(CodebookTree::Usage, Qt::Horizontal, Qt::DisplayRole).toString();
    m_treeView->setColumnWidth(
        CodebookTree::Usage,
        std::max(theme().px(72), textWidth(theme().font(TypeRole::BodyStrong), head) + theme().px(24)));
    // The fields need their width: where there is none for all, use and versions take the tree's place when
    // asked for.
    const bool isWide = width() >= theme().px(1060);
    m_sideButton->setVisible(!isWide);
    const bool isAsked = !isWide && m_sideButton->isChecked();
    m_side->setVisible(isWide || isAsked);
    m_treePane->setVisible(!isAsked);
}

void CodebookView::relocate(const CodebookPlace& code, int under, int before) {
    if (!canEdit() || code.variable >= int(m_draft.variables.size()))
        return;
    const auto now = relocateCode(m_draft.variables[std::size_t(code.variable)], code.code, under, before);
    if (!now)
        return;
    m_tree.setCodebook(&m_draft);
    m_treeView->expandAll();
    edited();
    choose({code.variable, *now});
}

void CodebookView::compareVersion(std::int64_t version) {
    auto* dialog = new VersionDialog(study(), host().jobs(), m_versions, version, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
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
    return {QStringLiteral("codebook.filter"),  QStringLiteral("codebook.add"),
            QStringLiteral("codebook.up"),      QStringLiteral("codebook.down"),
            QStringLiteral("codebook.nest"),    QStringLiteral("codebook.unnest"),
            QStringLiteral("codebook.save"),    QStringLiteral("codebook.discard"),
            QStringLiteral("codebook.freeze"),  QStringLiteral("codebook.import"),
            QStringLiteral("codebook.export"),  QStringLiteral("codebook.rename"),
            QStringLiteral("codebook.merge"),   QStringLiteral("codebook.split"),
            QStringLiteral("codebook.recode"),  QStringLiteral("codebook.retire"),
            QStringLiteral("codebook.history"), QStringLiteral("codebook.variable"),
            QStringLiteral("codebook.scope"),   QStringLiteral("codebook.pick")};
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
    m_before = m_draft;
    m_steps.clear();
    m_undone.clear();
    m_typedAt.reset();
    std::map<model::CodeId, QString> keys;
    const auto former = service::formerCodes(study().session()).value_or(std::vector<service::FormerCode>());
    const std::array<CodeKeys, 2> places{CodeKeys(m_draft, KeyPlace::Answers, former),
                                         CodeKeys(m_draft, KeyPlace::Transcripts, former)};
    for (const model::Variable& variable : m_draft.variables) {
        for (const model::Code& each : variable.codes) {
            for (const CodeKeys& place : places) {
                if (const QString key = place.of(each.id); !key.isEmpty())
                    keys.try_emplace(each.id, key);
            }
        }
    }
    m_tree.setKeys(std::move(keys));
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

void CodebookView::edited(bool isTyped) {
    const auto place = chosen();
    if (!isTyped || m_steps.empty() || m_typedAt != place)
        m_steps.push_back(std::move(m_before));
    m_typedAt = isTyped ? place : std::nullopt;
    m_before = m_draft;
    m_undone.clear();
    if (m_isDirty)
        showBanner();
    else
        setDirty(true);
    Q_EMIT headerChanged();
}

std::int64_t CodebookView::nextVersion() const {
    return m_draft.version + (service::isChangedInPlace(m_draft) ? 0 : 1);
}

bool CodebookView::hasDraftStep(bool again) const {
    return canEdit() && !(again ? m_undone : m_steps).empty();
}

void CodebookView::undoDraft(bool again) {
    if (!hasDraftStep(again))
        return;
    const auto before = chosen();
    (again ? m_steps : m_undone).push_back(m_draft);
    std::vector<model::Codebook>& from = again ? m_undone : m_steps;
    m_draft = std::move(from.back());
    from.pop_back();
    m_before = m_draft;
    m_typedAt.reset();
    m_problem.clear();
    m_tree.setCodebook(&m_draft);
    m_treeView->expandAll();
    m_pages->setCurrentWidget(m_draft.variables.empty() ? static_cast<QWidget*>(m_empty) : m_splitter);
    setDirty(!m_steps.empty());
    if (before && m_tree.indexOf(*before).isValid())
        choose(*before);
    else
        showChosen();
}

QString CodebookView::unsaved() const {
    return m_isDirty && canEdit() ? tr("The codebook was changed, and the changes are not saved yet.")
                                  : QString();
}

bool CodebookView::saveDraft() {
    return !m_isDirty || save();
}

void CodebookView::setDirty(bool isDirty) {
    m_isDirty = isDirty;
    Actions& actions = host().actions();
    const bool edits = canEdit();
    actions.setAvailable(QStringLiteral("codebook.save"), edits && isDirty);
    actions.setAvailable(QStringLiteral("codebook.discard"), edits && isDirty);
    actions.setAvailable(QStringLiteral("codebook.freeze"), edits && !isDirty && !m_draft.isFrozen);
    for (const char* id :
         {"codebook.add", "codebook.variable", "codebook.scope", "codebook.pick", "codebook.up",
          "codebook.down", "codebook.nest", "codebook.unnest", "codebook.import", "codebook.rename",
          "codebook.merge", "codebook.split", "codebook.retire"})
        actions.setAvailable(QLatin1String(id), edits);
    m_save->setVisible(edits && isDirty);
    m_discard->setVisible(edits && isDirty);
    m_freeze->setVisible(edits && !isDirty && !m_draft.isFrozen);
    m_add->setVisible(edits);
    m_tree.setDraggable(edits);
    m_hints->setVisible(edits);
    m_save->setText(service::isChangedInPlace(m_draft) ? tr("Save version %1").arg(m_draft.version)
                                                       : tr("Save as version %1").arg(nextVersion()));
    m_save->updateGeometry();
    m_freeze->setText(tr("Freeze version %1").arg(m_draft.version));
    m_freeze->updateGeometry();
    showBanner();
    Q_EMIT headerChanged();
}

QString CodebookView::whatNextVersionDoes() {
    return tr(
        "Rounds under way go on under it from the next text on; what was completed before is missing for "
        "codes that are new.");
}

void CodebookView::showBanner() {
    QString text;
    if (!m_problem.isEmpty())
        text = m_problem;
    else if (m_changedMeanwhile && m_isDirty)
        text = tr("The codebook was changed elsewhere meanwhile. Saving puts yours in its place.");
    else if (m_isDirty && m_draft.isFrozen)
        text = tr("Version %1 is frozen: saving makes version %2. %3")
                   .arg(m_draft.version)
                   .arg(nextVersion())
                   .arg(whatNextVersionDoes());
    else if (m_isDirty && !service::isChangedInPlace(m_draft))
        text = tr("Not saved yet. Saving makes version %1. %2").arg(nextVersion()).arg(whatNextVersionDoes());
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
        auto* row = new QWidget(this);
        auto* parts = new QHBoxLayout(row);
        parts->setContentsMargins(0, 0, 0, 0);
        parts->setSpacing(theme().px(8));
        auto* open = new KeyButton(tr("v%1").arg(version->version), ButtonKind::Secondary, row);
        open->setSmall(true);
        open->setAccessibleName(tr("What version %1 changed").arg(version->version));
        open->setToolTip(open->accessibleName());
        open->setEnabled(m_versions.size() > 1);
        connect(open, &QAbstractButton::clicked, this,
                [this, number = version->version] { compareVersion(number); });
        auto* facts = new Words(
            tr("%1, %2: %3")
                .arg(state, dateText(version->made), counted(version->codes, tr("1 code"), tr("%1 codes"))),
            TypeRole::Small, version->isFrozen ? Token::Text2 : Token::Text, row);
        facts->setWraps(true);
        parts->addWidget(open, 0, Qt::AlignTop);
        parts->addWidget(facts, 1);
        m_versionColumn->addWidget(row);
    }
}

void CodebookView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_freezeText != nullptr && m_save != nullptr)
        retranslate();
    View::changeEvent(event);
}

} // namespace rapport::ui
