// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/instrument_dialog.h"

#include "service/instrument.h"
#include "ui/app/language.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

constexpr std::array<const char*, 2> languages{"en", "nl"};

QString textOf(const model::LocalText& text, const std::string& language) {
    const auto found = text.byLanguage.find(language);
    return found == text.byLanguage.end() ? QString() : toQt(found->second);
}

/// Blanks around it and the end of a line that a text area leaves are no words.
void put(model::LocalText& text, const std::string& language, const QString& typed) {
    const std::string words = toUtf8(typed.trimmed());
    if (words.empty())
        text.byLanguage.erase(language);
    else
        text.byLanguage[language] = words;
}

bool isSameText(const model::Instrument& one, const model::Instrument& other) {
    return one.title == other.title && one.caseText == other.caseText &&
           std::equal(one.prompts.begin(), one.prompts.end(), other.prompts.begin(), other.prompts.end(),
                      [](const model::Prompt& a, const model::Prompt& b) { return a.wording == b.wording; });
}

/// What was typed here, into the instrument as it is by now: somebody may have changed other fields.
void takeChanges(model::Instrument& into, const model::Instrument& before, const model::Instrument& typed) {
    if (typed.title != before.title)
        into.title = typed.title;
    if (typed.caseText != before.caseText)
        into.caseText = typed.caseText;
    if (typed.isStandIn != before.isStandIn)
        into.isStandIn = typed.isStandIn;
    for (std::size_t place = 0; place < typed.prompts.size(); ++place) {
        const model::Prompt& each = typed.prompts[place];
        for (model::Prompt& prompt : into.prompts) {
            if (prompt.name == each.name && each.wording != before.prompts[place].wording)
                prompt.wording = each.wording;
        }
    }
}

} // namespace

InstrumentDialog::InstrumentDialog(StudyContext& study, const model::Instrument& instrument, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_before(instrument)
    , m_draft(instrument)
    , m_language(new SegmentedControl(this))
    , m_standIn(new QCheckBox(tr("Part of this wording stands in for the study's own"), this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_save(new KeyButton(tr("Save"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Case and questions"));
    auto* column = beginDialog(*this, 720,
                               tr("What participants were given, as raters see it beside each answer. The "
                                  "names of the questions stay: answers are known by them."));
    auto* top = new QHBoxLayout;
    m_language->setItems({tr("English"), tr("Dutch")});
    m_language->setAccessibleName(tr("Language of the wording"));
    top->addWidget(m_language);
    top->addStretch(1);
    top->addWidget(m_standIn);
    column->addLayout(top);
    column->addSpacing(theme().px(6));

    auto* inner = new QWidget(this);
    auto* fields = new QVBoxLayout(inner);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(theme().px(6));
    m_title = new QLineEdit(inner);
    addField(*fields, tr("Title"), m_title);
    connect(m_title, &QLineEdit::textEdited, this, [this] { takeTexts(); });
    const auto edit = [&](const QString& label, int high) {
        auto* field = new QPlainTextEdit(inner);
        field->setTabChangesFocus(true);
        field->setFixedHeight(theme().px(high));
        addField(*fields, label, field);
        connect(field, &QPlainTextEdit::textChanged, this, [this] { takeTexts(); });
        return field;
    };
    m_case = edit(tr("Case description; an empty line between paragraphs"), 190);
    for (const model::Prompt& prompt : m_draft.prompts) {
        const QString name = toQt(prompt.name);
        m_wordings.push_back(
            edit(prompt.kind == model::PromptKind::Open    ? tr("%1, answered in words").arg(name)
                 : prompt.kind == model::PromptKind::YesNo ? tr("%1, yes or no").arg(name)
                                                           : tr("%1, shown and not answered").arg(name),
                 62));
    }
    fields->addStretch(1);
    column->addWidget(inner, 1);
    // What is wrong stands by the buttons, wherever one has scrolled to.
    auto* told = new QVBoxLayout;
    told->setContentsMargins(theme().px(16), 0, theme().px(16), 0);
    told->addWidget(new Line(Qt::Horizontal, this));
    m_problem->setWraps(true);
    m_problem->hide();
    told->addWidget(m_problem);
    static_cast<QVBoxLayout*>(layout())->addLayout(told);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_save);

    connect(m_language, &SegmentedControl::currentChanged, this, [this] { showTexts(); });
    connect(m_standIn, &QCheckBox::clicked, this, [this](bool isOn) {
        m_isMarkChosen = true;
        m_draft.isStandIn = isOn;
        takeTexts();
    });
    const auto has = [&instrument](const std::string& language) {
        return !textOf(instrument.caseText, language).isEmpty() ||
               std::any_of(
                   instrument.prompts.begin(), instrument.prompts.end(),
                   [&](const model::Prompt& each) { return !textOf(each.wording, language).isEmpty(); });
    };
    const std::string preferred(uiLanguage());
    const std::string other = preferred == "nl" ? "en" : "nl";
    setLanguage(!has(preferred) && has(other) ? other : preferred);
    m_case->setFocus();
    // All at once where the screen has the room.
    openWithin(*this, 760, 780);
}

std::string InstrumentDialog::language() const {
    return languages[std::size_t(std::clamp(m_language->current(), 0, 1))];
}

void InstrumentDialog::setLanguage(const std::string& language) {
    m_language->setCurrent(language == "nl" ? 1 : 0);
    showTexts();
}

QPlainTextEdit* InstrumentDialog::wordingField(int number) const {
    return m_wordings.at(std::size_t(number));
}

void InstrumentDialog::showTexts() {
    m_isShowing = true;
    const std::string shown = language();
    m_title->setText(textOf(m_draft.title, shown));
    m_case->setPlainText(textOf(m_draft.caseText, shown));
    for (std::size_t place = 0; place < m_wordings.size(); ++place)
        m_wordings[place]->setPlainText(textOf(m_draft.prompts[place].wording, shown));
    m_isShowing = false;
    takeTexts();
}

void InstrumentDialog::takeTexts() {
    if (m_isShowing)
        return;
    const std::string shown = language();
    put(m_draft.title, shown, m_title->text());
    put(m_draft.caseText, shown, m_case->toPlainText());
    for (std::size_t place = 0; place < m_wordings.size(); ++place)
        put(m_draft.prompts[place].wording, shown, m_wordings[place]->toPlainText());
    if (!m_isMarkChosen)
        m_draft.isStandIn = m_before.isStandIn && isSameText(m_draft, m_before);
    m_standIn->setChecked(m_draft.isStandIn);
    m_save->setEnabled(isChanged());
    m_hasAsked = false;
    m_problem->hide();
}

bool InstrumentDialog::isChanged() const {
    return m_draft.isStandIn != m_before.isStandIn || !isSameText(m_draft, m_before);
}

QString InstrumentDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void InstrumentDialog::accept() {
    if (!isChanged())
        return;
    auto wanted = m_study.session().instrument();
    if (wanted)
        takeChanges(*wanted, m_before, m_draft);
    const auto done = wanted ? service::putInstrument(m_study.session(), *wanted) : base::fail(wanted);
    if (!done) {
        m_problem->setText(errorSentence(done.error()) + QLatin1Char(' ') + errorDetails(done.error()));
        m_problem->show();
        return;
    }
    m_study.announce(*done);
    QDialog::accept();
    Q_EMIT saved();
}

void InstrumentDialog::reject() {
    if (isChanged() && !m_hasAsked && isVisible()) {
        m_hasAsked = true;
        m_problem->setText(tr("What you typed is not saved. Esc or Cancel once more lets it go."));
        m_problem->show();
        return;
    }
    QDialog::reject();
}

} // namespace rapport::ui
