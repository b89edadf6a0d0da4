// SPDX-License-Identifier: GPL-3.0-or-later
// How the import dialog is laid out; what it does stands in import_dialog.cpp.
#include "ui/app/theme.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/flow_layout.h"
#include "ui/components/padded_cells.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/names_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

/// A row is as high as its words need to be read, in columns that fit. Only rows in sight are laid out: a
/// file may have 100,000 that are rejected.
class RejectedTable final : public QTableView {
public:
    explicit RejectedTable(QWidget* parent)
        : QTableView(parent) {}

    void updateGeometries() override {
        QTableView::updateGeometries();
        fitRows();
    }

    /// A row that comes into sight makes those above it higher, which may take it out again.
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override {
        constexpr int turns = 3;
        for (int turn = 0; turn < turns; ++turn) {
            if (index.isValid())
                resizeRowToContents(index.row());
            QTableView::scrollTo(index, hint);
        }
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QTableView::resizeEvent(event);
        const int room = viewport()->width();
        setColumnWidth(RejectedRows::Line, std::min(theme().px(110), room * 12 / 100));
        setColumnWidth(RejectedRows::Name, std::min(theme().px(130), room * 20 / 100));
        const int left = room - columnWidth(RejectedRows::Line) - columnWidth(RejectedRows::Name);
        setColumnWidth(RejectedRows::Message, left / 2);
        fitRows();
    }
    [[nodiscard]] int sizeHintForRow(int row) const override {
        return QTableView::sizeHintForRow(row) + theme().px(8);
    }
    void scrollContentsBy(int dx, int dy) override {
        QTableView::scrollContentsBy(dx, dy);
        fitRows();
    }

private:
    void fitRows() {
        if (m_isFitting || model() == nullptr || !isVisible())
            return;
        m_isFitting = true;
        for (int row = std::max(0, rowAt(0));
             row < model()->rowCount() && rowViewportPosition(row) < viewport()->height(); ++row)
            resizeRowToContents(row);
        m_isFitting = false;
    }
    bool m_isFitting = false;
};

QTableView* rejectedTable(RejectedRows& rows, const QString& name, QWidget* parent) {
    auto* table = new RejectedTable(parent);
    table->setModel(&rows);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(theme().px(30));
    table->verticalHeader()->setMinimumSectionSize(theme().px(30));
    padCells(*table);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setMinimumHeight(theme().px(120));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

/// Which endings are read as what; the names of the formats are tooltips.
QWidget* knownFormats(QWidget* parent) {
    auto* list = new QWidget(parent);
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme().px(16));
    grid->setVerticalSpacing(theme().px(2));
    grid->setColumnStretch(1, 1);
    const std::array<std::pair<const char*, QString>, 6> kinds{
        {{"answers", ImportDialog::tr("Answers, participants")},
         {"transcript", ImportDialog::tr("Transcripts")},
         {"codebook", ImportDialog::tr("Codebooks")},
         {"codings", ImportDialog::tr("Codings")},
         {"project", ImportDialog::tr("Projects of other programs")},
         {"questions", ImportDialog::tr("Questions, beside answers")}}};
    for (const auto& [kind, label] : kinds) {
        QStringList endings;
        QStringList titles;
        for (const service::FormatRow& format : service::formats()) {
            if (format.kind != kind)
                continue;
            titles.append(phraseText(format.title));
            for (const std::string& ending : format.endings)
                endings.append(QLatin1Char('.') + toQt(ending));
        }
        endings.removeDuplicates();
        const int row = grid->rowCount();
        auto* name = new Words(label, TypeRole::Small, Token::Text2, list);
        name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        auto* which = new Words(endings.join(QStringLiteral("  ")), TypeRole::Figures, Token::Text3, list);
        which->setWraps(true);
        for (Words* each : {name, which})
            each->setToolTip(titles.join(QLatin1Char('\n')));
        grid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(which, row, 1);
    }
    list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return list;
}

} // namespace

void ImportDialog::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new Panel(Token::Canvas, Qt::BottomEdge, this);
    head->setFixedHeight(theme().px(50));
    auto* headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(theme().px(18), 0, theme().px(18), 0);
    headRow->setSpacing(theme().px(10));
    m_title = new Words(TypeRole::Title, Token::Text, head);
    m_fileName = new Words(TypeRole::Body, Token::Text2, head);
    m_steps = new StepBar({tr("File"), tr("Columns"), tr("Names"), tr("Check"), tr("Done")}, head);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_fileName->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    headRow->addWidget(m_title);
    headRow->addWidget(m_fileName);
    headRow->addStretch(1);
    headRow->addWidget(m_steps, 1000);
    column->addWidget(head);

    m_strip = new ScrolledBody(this);
    m_strip->column()->setContentsMargins(0, 0, 0, 0);
    m_strip->column()->setSpacing(0);
    m_settings = new Panel(Token::Canvas, Qt::BottomEdge, m_strip->widget());
    buildSettings(m_settings);
    m_strip->column()->addWidget(m_settings);
    m_more = new Panel(Token::Canvas, Qt::BottomEdge, m_strip->widget());
    buildMore(m_more);
    m_more->hide();
    m_strip->column()->addWidget(m_more);
    column->addWidget(m_strip);

    auto* body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(new ScrolledBody(buildFilePage(), m_pages));
    m_pages->addWidget(buildColumnPage());
    auto* names = new Panel(Token::Surface, {}, this);
    auto* namesColumn = new QVBoxLayout(names);
    namesColumn->setContentsMargins(0, 0, 0, 0);
    m_names = new NamesPage(names);
    namesColumn->addWidget(m_names);
    connect(m_names, &NamesPage::proposalsWanted, this, [this] { lookForNames(); });
    connect(m_names, &NamesPage::edited, this, [this] {
        m_namesChanged = true;
        updateButtons();
    });
    m_pages->addWidget(new ScrolledBody(names, m_pages));
    m_pages->addWidget(new ScrolledBody(buildCheckPage(), m_pages));
    m_pages->addWidget(new ScrolledBody(buildDonePage(), m_pages));
    body->addWidget(m_pages, 1);
    auto* side = new Panel(Token::Canvas, Qt::LeftEdge, this);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(1, 0, 0, 0);
    auto* scroll = new QScrollArea(side);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What will come in"));
    m_findings = new FindingsPanel(scroll);
    m_findings->setAutoFillBackground(false);
    scroll->setWidget(m_findings);
    scroll->viewport()->setAutoFillBackground(false);
    sideColumn->addWidget(scroll);
    m_side = side;
    body->addWidget(side);
    column->addLayout(body, 1);

    auto* foot = new Panel(Token::Canvas, Qt::TopEdge, this);
    buildFoot(foot);
    column->addWidget(foot);
}

void ImportDialog::buildSettings(Panel* bar) {
    auto* row = new FlowLayout(14, bar);
    row->setContentsMargins(theme().px(18), theme().px(9), theme().px(18), theme().px(9));
    // A field goes on in the next line with its name.
    const auto add = [&](const QString& label, QWidget* field) {
        auto* part = new QWidget(bar);
        auto* line = new QHBoxLayout(part);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(theme().px(8));
        auto* words = new Words(label, TypeRole::Body, Token::Text2, part);
        words->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        field->setAccessibleName(label);
        line->addWidget(words);
        line->addWidget(field);
        row->addWidget(part);
    };
    m_kind = new QComboBox(bar);
    for (const service::ImportKind kind :
         {service::ImportKind::Detect, service::ImportKind::Answers, service::ImportKind::Participants,
          service::ImportKind::Transcript, service::ImportKind::Codings, service::ImportKind::Codebook,
          service::ImportKind::Project})
        m_kind->addItem(importKindText(kind), int(kind));
    add(tr("Read as"), m_kind);
    m_encoding = new QComboBox(bar);
    m_encoding->addItem(tr("detected"), QString());
    for (const char* name :
         {"UTF-8", "windows-1252", "ISO-8859-15", "IBM850", "macintosh", "UTF-16LE", "UTF-16BE"})
        m_encoding->addItem(QLatin1String(name), QLatin1String(name));
    m_encoding->addItem(tr("UTF-8 twice: Ã© for é"), QStringLiteral("UTF-8 twice"));
    add(tr("Encoding"), m_encoding);
    m_separator = new QComboBox(bar);
    m_separator->addItem(tr("detected"), 0);
    m_separator->addItem(tr("comma"), int(','));
    m_separator->addItem(tr("semicolon"), int(';'));
    m_separator->addItem(tr("tab"), int('\t'));
    m_separator->addItem(tr("bar"), int('|'));
    add(tr("Separator"), m_separator);
    m_headerRows = new QSpinBox(bar);
    m_headerRows->setRange(0, 3);
    m_headerRows->setSpecialValueText(tr("auto"));
    m_headerRows->setFixedWidth(theme().px(58));
    add(tr("Header rows"), m_headerRows);
    m_language = new QComboBox(bar);
    m_language->addItem(tr("found per answer"), QStringLiteral("auto"));
    m_language->addItem(tr("Dutch"), QStringLiteral("nl"));
    m_language->addItem(tr("English"), QStringLiteral("en"));
    add(tr("Language"), m_language);
    m_which = new QComboBox(bar);
    m_which->setAccessibleName(tr("File that is shown"));
    m_which->setMaximumWidth(theme().px(300));
    row->addWidget(m_which);
    for (QComboBox* box : {m_kind, m_encoding, m_separator, m_language})
        connect(box, &QComboBox::activated, this, [this] { readAnew(); });
    connect(m_headerRows, &QSpinBox::valueChanged, this, [this] { readAnew(); });
    connect(m_which, &QComboBox::activated, this, [this] { showFile(); });
}

QWidget* ImportDialog::buildFilePage() {
    auto* page = new Panel(Token::Surface, {}, this);
    auto* column = new QVBoxLayout(page);
    const int pad = theme().px(24);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(8));
    column->addWidget(new Words(tr("Which files?"), TypeRole::Title, Token::Text, page));
    auto* explained = new Words(
        tr("Answers and participants come from a survey export (CSV, Excel, SPSS "
           "and more), transcripts from text, Word, PDF or subtitle files, codebooks "
           "and codings from Rapport or other programs. You can drop files here. The files are kept in the "
           "study as they came; nothing is in it before the last step."),
        TypeRole::Body, Token::Text2, page);
    explained->setWraps(true);
    column->addWidget(explained);
    column->addSpacing(theme().px(4));
    column->addWidget(knownFormats(page));
    column->addSpacing(theme().px(8));
    auto* choose = new KeyButton(tr("Choose files…"), ButtonKind::Secondary, page);
    choose->setIconName(QStringLiteral("import"));
    choose->setKey(QKeySequence(Qt::CTRL | Qt::Key_O).toString(QKeySequence::NativeText));
    choose->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    connect(choose, &QAbstractButton::clicked, this, [this] { chooseFiles(); });
    column->addWidget(choose);
    m_fileList = new QListWidget(page);
    m_fileList->setAccessibleName(tr("Files"));
    m_fileList->setSelectionMode(QAbstractItemView::NoSelection);
    m_fileList->setWordWrap(true);
    column->addWidget(m_fileList, 1);
    return page;
}

QWidget* ImportDialog::buildColumnPage() {
    m_kindPages = new QStackedWidget(this);
    auto* page = new Panel(Token::Surface, {}, m_kindPages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_preview = new QTableView(page);
    m_preview->setModel(&m_table);
    m_header = new MappingHeader(m_table, m_preview);
    m_preview->setHorizontalHeader(m_header);
    m_preview->setItemDelegate(new ImportCellDelegate(m_preview));
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setDefaultSectionSize(theme().px(34));
    m_header->setDefaultSectionSize(theme().px(140));
    m_header->setMinimumSectionSize(theme().px(70));
    m_header->setStretchLastSection(true);
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setTabKeyNavigation(false);
    m_preview->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_preview->setAccessibleName(tr("First rows of the file"));
    connect(m_header, &MappingHeader::choiceWanted, this, [this](int each) { choosePlan(each); });
    connect(m_header, &MappingHeader::columnFocused, this, [this](int each) {
        if (m_table.rowCount() > 0)
            m_preview->scrollTo(m_table.index(std::max(0, m_preview->rowAt(0)), each));
    });
    column->addWidget(m_preview, 1);
    auto* foot = new Panel(Token::Surface, Qt::TopEdge, page);
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(theme().px(14), theme().px(8), theme().px(14), theme().px(8));
    footRow->setSpacing(theme().px(6));
    m_tableNote = new Words(TypeRole::Small, Token::Text2, foot);
    m_tableNote->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    footRow->addWidget(m_tableNote);
    m_tableKeys = new QWidget(foot);
    auto* keys = new QHBoxLayout(m_tableKeys);
    keys->setContentsMargins(theme().px(8), 0, 0, 0);
    keys->setSpacing(theme().px(6));
    const auto say = [&](const QString& what) {
        auto* words = new Words(what, TypeRole::Small, Token::Text2, m_tableKeys);
        words->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        keys->addWidget(words);
    };
    keys->addWidget(new KeyCap(QStringLiteral("←"), m_tableKeys));
    keys->addWidget(new KeyCap(QStringLiteral("→"), m_tableKeys));
    say(tr("column"));
    keys->addWidget(new KeyCap(tr("Space"), m_tableKeys));
    say(tr("choose its meaning"));
    footRow->addWidget(m_tableKeys);
    footRow->addStretch(1);
    const auto chooser = [&](const QString& icon) {
        auto* made = new KeyButton({}, ButtonKind::Quiet, foot);
        made->setIconName(icon);
        made->setSmall(true);
        footRow->addWidget(made);
        return made;
    };
    m_empties = chooser(QStringLiteral("minus"));
    m_mapping = chooser(QStringLiteral("history"));
    const auto drop = [](KeyButton* button, QMenu* menu) {
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    };
    connect(m_empties, &QAbstractButton::clicked, this, [this, drop] { drop(m_empties, makeEmptyMenu()); });
    connect(m_mapping, &QAbstractButton::clicked, this, [this, drop] { drop(m_mapping, makeMappingMenu()); });
    m_sample = new Words(TypeRole::Quotation, Token::Text, foot);
    m_sample->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_readsWell = new Words(TypeRole::Small, Token::Ok, foot);
    m_readsWell->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    footRow->addWidget(m_sample);
    footRow->addWidget(m_readsWell);
    column->addWidget(foot);
    m_kindPages->addWidget(page);

    auto* transcript = new Panel(Token::Surface, {}, m_kindPages);
    m_transcript = new QHBoxLayout(transcript);
    QBoxLayout* row = m_transcript;
    const int pad = theme().px(14);
    row->setContentsMargins(pad, pad, pad, pad);
    row->setSpacing(theme().px(14));
    const auto tree = [&](const QString& name, const QStringList& heads) {
        auto* made = new QTreeWidget(transcript);
        made->setAccessibleName(name);
        made->setHeaderLabels(heads);
        made->setRootIsDecorated(false);
        made->setUniformRowHeights(true);
        made->setEditTriggers(QAbstractItemView::NoEditTriggers);
        return made;
    };
    m_speakers =
        tree(tr("Speakers"), {tr("Speaker"), tr("Turns"), tr("Words"), tr("Participant"), tr("Role")});
    m_speakers->header()->setStretchLastSection(false);
    m_speakers->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int place = 1; place <= 3; ++place)
        m_speakers->setColumnWidth(place, theme().px(34) + textWidth(theme().font(TypeRole::BodyStrong),
                                                                     m_speakers->headerItem()->text(place)));
    m_speakers->setColumnWidth(4, theme().px(96));
    m_speakers->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_speakers->headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    m_speakers->setToolTip(
        tr("Two clicks on a name correct it: names that become alike are one person; an emptied name is "
           "no speaker, and stays in the text. Tick who is a participant of the study; the turns are "
           "then that person's."));
    connect(m_speakers, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item, int place) {
        if (place == 0 || place == 4)
            m_speakers->editItem(item, place);
    });
    connect(m_speakers, &QTreeWidget::itemChanged, this, &ImportDialog::speakerEdited);
    m_turns = tree(tr("First turns"), {tr("Speaker"), tr("Time"), tr("Text")});
    m_turns->setColumnWidth(0, theme().px(120));
    m_turns->setColumnWidth(1, theme().px(84));
    row->addWidget(m_speakers, 3);
    row->addWidget(m_turns, 2);
    m_kindPages->addWidget(transcript);

    m_kindPages->addWidget(buildCodebookPage());
    return m_kindPages;
}

QWidget* ImportDialog::buildCheckPage() {
    auto* page = new Panel(Token::Surface, {}, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme().px(24), theme().px(20), theme().px(24), theme().px(12));
    column->setSpacing(theme().px(10));
    m_checkTitle = new Words(TypeRole::Body, Token::Text, page);
    m_checkTitle->setWraps(true);
    column->addWidget(new Words(tr("Before it comes in"), TypeRole::Title, Token::Text, page));
    column->addWidget(m_checkTitle);
    m_checkTable = rejectedTable(m_wouldReject, tr("Rows that would be rejected"), page);
    column->addWidget(m_checkTable, 1);
    return page;
}

QWidget* ImportDialog::buildDonePage() {
    auto* page = new Panel(Token::Surface, {}, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme().px(24), theme().px(20), theme().px(24), theme().px(12));
    column->setSpacing(theme().px(10));
    m_doneTitle = new Words(TypeRole::Title, Token::Text, page);
    m_doneText = new Words(TypeRole::Body, Token::Text, page);
    m_doneText->setWraps(true);
    m_namesLeft = new Words(TypeRole::Body, Token::Text2, page);
    m_namesLeft->setWraps(true);
    m_namesLeft->hide();
    m_wordsAround = new Words(TypeRole::Body, Token::Warn, page);
    m_wordsAround->setWraps(true);
    m_wordsAround->hide();
    column->addWidget(m_doneTitle);
    column->addWidget(m_doneText);
    column->addWidget(m_namesLeft);
    column->addWidget(m_wordsAround);
    m_takeBackNote =
        new Words(tr("The study becomes what it was before this import: what was done since goes "
                     "too. As it is now it is kept beside it, under another name."),
                  TypeRole::Body, Token::Text, page);
    m_takeBackNote->setWraps(true);
    m_takeBackNote->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_takeBackNote->hide();
    for (Words* each : {m_doneTitle, m_doneText, m_namesLeft, m_wordsAround, m_takeBackNote})
        each->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    // The room below the words is the table's, whether there is one or not.
    auto* room = new QWidget(page);
    auto* roomColumn = new QVBoxLayout(room);
    roomColumn->setContentsMargins(0, 0, 0, 0);
    m_doneTable = rejectedTable(m_rejected, tr("Rows that were rejected"), room);
    roomColumn->addWidget(m_doneTable);
    column->addWidget(room, 1);
    m_saveList = new KeyButton(tr("Save this list…"), ButtonKind::Secondary, page);
    m_saveList->setIconName(QStringLiteral("export"));
    connect(m_saveList, &QAbstractButton::clicked, this, [this] { saveRejected(); });
    m_keepNames = new KeyButton(tr("Keep the list of names, sealed…"), ButtonKind::Secondary, page);
    m_keepNames->setIconName(QStringLiteral("lock"));
    m_keepNames->hide();
    connect(m_keepNames, &QAbstractButton::clicked, this, [this] { keepNames(); });
    auto* keys = new QHBoxLayout;
    keys->addWidget(m_saveList);
    keys->addWidget(m_keepNames);
    keys->addStretch(1);
    m_takeBack = new KeyButton(tr("Take this import back…"), ButtonKind::Quiet, page);
    m_takeBack->setIconName(QStringLiteral("history"));
    m_takeBack->hide();
    connect(m_takeBack, &QAbstractButton::clicked, this, [this] { takeBack(); });
    keys->addWidget(m_takeBack);
    column->addWidget(m_takeBackNote);
    column->addLayout(keys);
    return page;
}

void ImportDialog::buildFoot(Panel* foot) {
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(theme().px(18), theme().px(12), theme().px(18), theme().px(12));
    row->setSpacing(theme().px(10));
    m_cancel = new KeyButton(tr("Cancel"), ButtonKind::Quiet, foot);
    m_cancel->setKey(tr("Esc"));
    m_note = new Words(TypeRole::Small, Token::Text2, foot);
    m_note->setWraps(true);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar = new QProgressBar(foot);
    m_bar->setMinimumWidth(theme().px(40)); // buttons come first
    m_bar->setMaximumWidth(theme().px(180));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->hide();
    m_back = new KeyButton({}, ButtonKind::Secondary, foot);
    m_back->setIconName(QStringLiteral("chevron-left"));
    m_next = new KeyButton({}, ButtonKind::Primary, foot);
    row->addWidget(m_cancel);
    row->addWidget(m_note, 1, Qt::AlignVCenter);
    row->addWidget(m_bar);
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { reject(); });
    connect(m_back, &QAbstractButton::clicked, this, [this] { back(); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { next(); });
}

} // namespace rapport::ui
