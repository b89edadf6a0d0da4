// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/names_page.h"

#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"
#include "ui/models/figures.h"
#include "ui/models/source_list.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

QString languagesText(const std::vector<std::string>& languages) {
    QStringList names;
    for (const std::string& each : languages)
        names.append(languageName(each));
    return names.join(QStringLiteral(", "));
}

} // namespace

NamesPage::NamesPage(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableView(this))
    , m_note(new Words(TypeRole::Small, Token::Text2, this))
    , m_look(new KeyButton(tr("Look for names"), ButtonKind::Secondary, this))
    , m_add(new KeyButton(tr("Add a name"), ButtonKind::Quiet, this))
    , m_all(new KeyButton({}, ButtonKind::Quiet, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(24), theme().px(20), theme().px(24), theme().px(12));
    column->setSpacing(theme().px(10));
    column->addWidget(new Words(tr("Names of people"), TypeRole::Title, Token::Text, this));
    auto* explained = new Words(
        tr("What is ticked is replaced wherever it stands in what comes in: answers, turns, speakers, "
           "attributes. The files' own bytes are not kept then, and after the import the study is "
           "searched for what may be left. Nobody has to: without ticks the files come in as they are."),
        TypeRole::Body, Token::Text2, this);
    explained->setWraps(true);
    column->addWidget(explained);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    m_look->setIconName(QStringLiteral("search"));
    m_add->setIconName(QStringLiteral("plus"));
    row->addWidget(m_look);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(m_all);
    column->addLayout(row);
    m_table->setModel(&m_names);
    m_table->setAccessibleName(tr("Names and what stands for them"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme().px(32));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(NamesTable::Name, theme().px(230));
    m_table->setColumnWidth(NamesTable::Replacement, theme().px(190));
    m_table->setColumnWidth(NamesTable::Times, theme().px(70));
    column->addWidget(m_table, 1);
    m_note->setWraps(true);
    column->addWidget(m_note);
    connect(m_look, &QAbstractButton::clicked, this, &NamesPage::proposalsWanted);
    connect(m_add, &QAbstractButton::clicked, this, [this] { addName(); });
    connect(m_all, &QAbstractButton::clicked, this, [this] { m_names.tickAll(m_names.chosen().empty()); });
    connect(&m_names, &NamesTable::edited, this, [this] {
        showNote();
        Q_EMIT edited();
    });
    showNote();
}

void NamesPage::setLooking(bool isLooking) {
    m_isLooking = isLooking;
    m_look->setEnabled(!isLooking);
    showNote();
}

void NamesPage::setProposals(const service::ProposedNames& names) {
    m_names.propose(names);
    m_wasAsked = true;
    m_about.clear();
    if (!names.withoutDictionary.empty())
        m_about =
            tr("The system has no dictionary of %1: names at the beginning of a sentence were not found.")
                .arg(languagesText(names.withoutDictionary));
    const auto inDictionary =
        std::count_if(names.names.begin(), names.names.end(),
                      [](const service::ProposedName& each) { return each.isInDictionary; });
    if (inDictionary > 0) {
        if (!m_about.isEmpty())
            m_about += QLatin1Char(' ');
        m_about += tr(
            "Those that the dictionary has (first names, places, days, speakers with a name that is a word) "
            "stand last, without a tick: look at them too.");
    }
    showNote();
    Q_EMIT edited();
}

void NamesPage::clear() {
    m_names.clear();
    m_about.clear();
    m_wasAsked = false;
    showNote();
}

void NamesPage::addName() {
    const QModelIndex place = m_names.index(m_names.addRow(), NamesTable::Name);
    m_table->scrollTo(place);
    m_table->setCurrentIndex(place);
    m_table->edit(place);
}

void NamesPage::showNote() {
    const int rows = m_names.rowCount();
    const auto ticked = std::int64_t(m_names.chosen().size());
    m_all->setVisible(rows > 0);
    m_all->setText(ticked == 0 ? tr("Tick all") : tr("Tick none"));
    const QString problem = m_names.problem();
    m_note->setToken(problem.isEmpty() ? Token::Text2 : Token::Bad);
    QString text;
    if (m_isLooking)
        text = tr("Looking through the files…");
    else if (!problem.isEmpty())
        text = problem;
    else if (rows == 0)
        text = m_wasAsked
                   ? tr("No word looks like a name.")
                   : tr("“Look for names” lists words with a capital that are no words of the language.");
    else
        text = tr("%1 of %2 are replaced. Two clicks change a name or what stands for it.")
                   .arg(countText(ticked), countText(rows));
    if (!m_about.isEmpty() && problem.isEmpty())
        text += QLatin1Char(' ') + m_about;
    m_note->setText(text);
}

SealNamesDialog::SealNamesDialog(service::ProposedNames names, QWidget* parent)
    : QDialog(parent)
    , m_names(std::move(names))
    , m_passphrase(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_save(new KeyButton(tr("Choose where to save it"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Keep the list of names"));
    auto* column =
        beginDialog(*this, 480,
                    tr("The one place where names and what stands for them stay together: a file of its own, "
                       "sealed with a passphrase. Keep it apart from the study. “rapport unseal” opens it."));
    const auto line = [&](const QString& label, QLineEdit* field) {
        addField(*column, label, field);
        field->setEchoMode(QLineEdit::Password);
        connect(field, &QLineEdit::textChanged, this, [this] { updateState(); });
        connect(field, &QLineEdit::returnPressed, this, &SealNamesDialog::accept);
    };
    line(tr("Passphrase"), m_passphrase);
    line(tr("The passphrase again"), m_again);
    m_problem->setWraps(true);
    column->addWidget(m_problem);
    m_save->setKey(tr("Enter"));
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_save);
    pressOnEnter(*this, m_save);
    updateState();
    m_passphrase->setFocus();
}

QString SealNamesDialog::problem() const {
    return m_problem->text();
}

void SealNamesDialog::updateState() {
    const bool isSame = m_passphrase->text() == m_again->text();
    m_problem->setText(isSame || m_again->text().isEmpty() ? QString() : tr("The two passphrases differ."));
    m_save->setEnabled(isSame && !m_passphrase->text().isEmpty());
}

void SealNamesDialog::accept() {
    if (!m_save->isEnabled())
        return;
    const QString file = askForNewFile(this, tr("Save the list"), tr("names") + QStringLiteral(".sealed"),
                                       tr("Sealed list (*.sealed)"));
    if (!file.isEmpty())
        sealTo(file);
}

void SealNamesDialog::sealTo(const QString& file) {
    const auto sealed = service::sealNames(m_names, toUtf8(file), toUtf8(m_passphrase->text()));
    if (sealed)
        QDialog::accept();
    else
        m_problem->setText(errorSentence(sealed.error()) + QLatin1Char(' ') + errorDetails(sealed.error()));
}

} // namespace rapport::ui
