// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/manual_window.h"

#include "base/platform/file.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHash>
#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

QString textOf(const QString& name) {
    QFile file(manualFolder(toQt(uiLanguage())) + QLatin1Char('/') + name + QStringLiteral(".md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

/// The words of the first heading.
QString titleOf(const QString& text) {
    const QString line = text.section(QLatin1Char('\n'), 0, 0);
    return line.startsWith(QLatin1String("# ")) ? line.mid(2) : line;
}

/// Qt gives Markdown headings sizes for print and tables no air: both as the rest of the window has them.
void setType(QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        QTextCursor cursor(block);
        QTextBlockFormat lines = block.blockFormat();
        lines.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
        if (level > 0) {
            lines.setTopMargin(theme().px(level == 1 ? 4 : 18));
            lines.setBottomMargin(theme().px(6));
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat letters;
            QFont font = theme().font(level == 1 ? TypeRole::Display : TypeRole::Title);
            if (level > 2)
                font = theme().font(TypeRole::BodyStrong);
            letters.setFont(font);
            cursor.mergeCharFormat(letters);
        } else if (!cursor.currentTable() && block.textList() == nullptr) {
            lines.setBottomMargin(theme().px(8));
        }
        cursor.setPosition(block.position());
        cursor.setBlockFormat(lines);
    }
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(theme().px(5));
        format.setCellSpacing(0);
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(theme().color(Token::Line));
        format.setBottomMargin(theme().px(12));
        table->setFormat(format);
    }
}

/// Answers F1 where no field of a dialog has another use for it.
class DialogHelp : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::KeyPress)
            return false;
        auto* dialog = qobject_cast<QDialog*>(watched);
        const auto& pressed = static_cast<const QKeyEvent&>(*event);
        if (dialog == nullptr || pressed.key() != Qt::Key_F1 || pressed.modifiers() != Qt::NoModifier)
            return false;
        auto* manual = dialog->findChild<ManualWindow*>(QString(), Qt::FindDirectChildrenOnly);
        if (manual == nullptr)
            manual = new ManualWindow(dialog);
        const QString name = QLatin1String(dialog->metaObject()->className());
        const QString page = manualPageOfDialog(name.section(QStringLiteral("::"), -1));
        manual->showPage(page.isEmpty() ? QStringLiteral("start") : page);
        manual->show();
        manual->raise();
        manual->activateWindow();
        return true;
    }
};

} // namespace

QStringList manualPages() {
    return {QStringLiteral("start"),    QStringLiteral("import"),       QStringLiteral("codebook"),
            QStringLiteral("rounds"),   QStringLiteral("rate"),         QStringLiteral("search"),
            QStringLiteral("agree"),    QStringLiteral("coefficients"), QStringLiteral("consensus"),
            QStringLiteral("analysis"), QStringLiteral("reports"),      QStringLiteral("safety")};
}

QString manualPageOf(const QString& viewName) {
    if (viewName.startsWith(QLatin1String("rate")))
        return QStringLiteral("rate");
    if (viewName == QLatin1String("sources"))
        return QStringLiteral("import");
    if (viewName == QLatin1String("agreement"))
        return QStringLiteral("agree");
    return manualPages().contains(viewName) ? viewName : QStringLiteral("start");
}

QString manualPageOfDialog(const QString& className) {
    static const QHash<QString, QString> pages{
        {QStringLiteral("AssignDialog"), QStringLiteral("rounds")},
        {QStringLiteral("BackupsDialog"), QStringLiteral("safety")},
        {QStringLiteral("CodeChangeDialog"), QStringLiteral("codebook")},
        {QStringLiteral("DefinitionDialog"), QStringLiteral("consensus")},
        {QStringLiteral("ExportDialog"), QStringLiteral("reports")},
        {QStringLiteral("ForgetDialog"), QStringLiteral("safety")},
        {QStringLiteral("HistoryDialog"), QStringLiteral("safety")},
        {QStringLiteral("ImportDialog"), QStringLiteral("import")},
        {QStringLiteral("InstrumentDialog"), QStringLiteral("start")},
        {QStringLiteral("LineSamplesDialog"), QStringLiteral("search")},
        {QStringLiteral("MergeDialog"), QStringLiteral("rounds")},
        {QStringLiteral("NewStudyDialog"), QStringLiteral("start")},
        {QStringLiteral("OriginalDialog"), QStringLiteral("import")},
        {QStringLiteral("OwnRatingDialog"), QStringLiteral("rounds")},
        {QStringLiteral("PackDialog"), QStringLiteral("rounds")},
        {QStringLiteral("PickDialog"), QStringLiteral("codebook")},
        {QStringLiteral("PlanDialog"), QStringLiteral("agree")},
        {QStringLiteral("RaterDialog"), QStringLiteral("rounds")},
        {QStringLiteral("ReassignDialog"), QStringLiteral("rounds")},
        {QStringLiteral("RenameDialog"), QStringLiteral("rounds")},
        {QStringLiteral("RecodeDialog"), QStringLiteral("codebook")},
        {QStringLiteral("RemarkDialog"), QStringLiteral("consensus")},
        {QStringLiteral("SealNamesDialog"), QStringLiteral("import")},
        {QStringLiteral("SearchHistoryDialog"), QStringLiteral("search")},
        {QStringLiteral("SettingsDialog"), QStringLiteral("start")},
        {QStringLiteral("ShortcutsDialog"), QStringLiteral("start")},
        {QStringLiteral("UnsealDialog"), QStringLiteral("rounds")},
        {QStringLiteral("VariableDialog"), QStringLiteral("codebook")},
        {QStringLiteral("VersionDialog"), QStringLiteral("codebook")},
        {QStringLiteral("ViewerDialog"), QStringLiteral("start")},
    };
    return pages.value(className);
}

void openManualFromDialogs() {
    static QPointer<DialogHelp> installed;
    if (installed)
        return;
    installed = new DialogHelp(qApp);
    qApp->installEventFilter(installed);
}

QString manualFolder(const QString& language) {
    const base::Result<std::string> data = base::dataFolder();
    const QString folder = data ? toQt(*data) + QStringLiteral("/docs/manual/") + language : QString();
    return !folder.isEmpty() && QDir(folder).exists() ? folder : QString();
}

ManualWindow::ManualWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_field(new SearchField(QStringLiteral("search"), QStringLiteral("Ctrl+F"), this))
    , m_list(new QListWidget(this))
    , m_text(new QTextBrowser(this)) {
    resize(theme().px(960), theme().px(720));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(theme().px(12), theme().px(12), theme().px(12), theme().px(12));
    column->setSpacing(theme().px(8));
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    row->addLayout(column);
    row->addWidget(m_text, 1);
    m_list->setFrameShape(QFrame::NoFrame);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        const QString name = QFileInfo(link.path()).completeBaseName();
        if (manualPages().contains(name))
            showPage(name);
    });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr)
            load(item->data(Qt::UserRole).toString());
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& words) { filter(words); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { findNext(false); });
    connect(m_field, &SearchField::dismissed, this, [this] {
        m_field->clear();
        m_text->setFocus();
    });
    connect(m_field, &SearchField::movedDown, m_list, qOverload<>(&QWidget::setFocus));
    connect(&theme(), &Theme::changed, this, [this] { restyle(); });
    restyle();
    retranslate();
}

QString ManualWindow::page() const {
    return m_list->currentItem() == nullptr ? QString()
                                            : m_list->currentItem()->data(Qt::UserRole).toString();
}

void ManualWindow::showPage(const QString& name) {
    m_field->clear();
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == name)
            m_list->setCurrentRow(row);
    }
    m_text->setFocus();
}

void ManualWindow::load(const QString& name) {
    m_text->setMarkdown(textOf(name));
    setType(*m_text->document());
    m_text->document()->setDocumentMargin(theme().px(28));
    m_text->verticalScrollBar()->setValue(0);
}

void ManualWindow::retranslate() {
    const QString shown = page().isEmpty() ? manualPages().constFirst() : page();
    setWindowTitle(tr("Manual"));
    m_field->setPlaceholderText(tr("Find in the manual"));
    m_list->setAccessibleName(tr("Pages of the manual"));
    m_text->setAccessibleName(tr("Text of the page"));
    m_list->clear();
    for (const QString& name : manualPages()) {
        auto* item = new QListWidgetItem(titleOf(textOf(name)), m_list);
        item->setSizeHint(QSize(0, theme().px(30)));
        item->setData(Qt::UserRole, name);
    }
    showPage(shown);
}

void ManualWindow::restyle() {
    m_list->setFixedWidth(theme().px(220));
    m_text->setFont(theme().font(TypeRole::Body));
    m_list->setStyleSheet(
        QStringLiteral("QListWidget { background: transparent; } QListWidget::item { padding-left: 8px; }"));
    m_text->setStyleSheet(
        QStringLiteral("QTextBrowser { border: none; border-left: 1px solid %1; border-radius: 0; }")
            .arg(theme().color(Token::Line).name()));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint(QSize(0, theme().px(30)));
    if (!page().isEmpty())
        load(page());
}

/// Keeps the pages that hold the words, and shows the first of them.
void ManualWindow::filter(const QString& words) {
    QListWidgetItem* first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const bool holds = words.isEmpty() ||
                           textOf(item->data(Qt::UserRole).toString()).contains(words, Qt::CaseInsensitive);
        item->setHidden(!holds);
        if (holds && first == nullptr)
            first = item;
    }
    if (words.isEmpty())
        return;
    if (m_list->currentItem() == nullptr || m_list->currentItem()->isHidden())
        m_list->setCurrentItem(first);
    m_text->moveCursor(QTextCursor::Start);
    findNext(false);
}

void ManualWindow::findNext(bool backwards) {
    const QString words = m_field->text();
    const QTextDocument::FindFlags how = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (words.isEmpty() || m_text->find(words, how))
        return;
    m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    m_text->find(words, how);
}

void ManualWindow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ManualWindow::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Find)) {
        m_field->setFocus();
        m_field->selectAll();
    } else if (event->key() == Qt::Key_F3) {
        findNext(event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace rapport::ui
