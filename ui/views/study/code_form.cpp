// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/code_form.h"

#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr std::array<const char*, 2> languages{"en", "nl"};

std::string textOf(const model::LocalText& text, const std::string& language) {
    const auto found = text.byLanguage.find(language);
    return found == text.byLanguage.end() ? std::string() : found->second;
}

void put(model::LocalText& text, const std::string& language, const QString& typed) {
    const std::string words = toUtf8(typed.trimmed());
    if (words.empty())
        text.byLanguage.erase(language);
    else
        text.byLanguage[language] = words;
}

/// Examples as lines; a break inside of one becomes a space.
QString linesOf(const std::vector<model::LocalText>& examples, const std::string& language) {
    QStringList lines;
    for (const model::LocalText& example : examples)
        lines.append(toQt(textOf(example, language)).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    while (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines.join(QLatin1Char('\n'));
}

void putLines(std::vector<model::LocalText>& examples, const std::string& language, const QString& typed) {
    const QStringList lines = typed.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::max(lines.size(), qsizetype(examples.size())); ++i) {
        if (std::size_t(i) >= examples.size())
            examples.emplace_back();
        put(examples[std::size_t(i)], language, lines.value(i));
    }
    std::erase_if(examples, [](const model::LocalText& example) { return example.isEmpty(); });
}

QString scaleTitle(model::Scale scale) {
    switch (scale) {
    case model::Scale::Presence:
        return CodeForm::tr("presence, any number");
    case model::Scale::Nominal:
        return CodeForm::tr("exactly one level");
    case model::Scale::Ordinal:
        return CodeForm::tr("exactly one, in order");
    case model::Scale::Count:
        return CodeForm::tr("a count from 0");
    }
    return {};
}

} // namespace

QString colourName(const QString& stored) {
    static const QHash<QString, const char*> names{
        {QStringLiteral("blue"), QT_TRANSLATE_NOOP("ColourRow", "blue")},
        {QStringLiteral("vermilion"), QT_TRANSLATE_NOOP("ColourRow", "vermilion")},
        {QStringLiteral("teal"), QT_TRANSLATE_NOOP("ColourRow", "teal")},
        {QStringLiteral("ochre"), QT_TRANSLATE_NOOP("ColourRow", "ochre")},
        {QStringLiteral("violet"), QT_TRANSLATE_NOOP("ColourRow", "violet")},
        {QStringLiteral("green"), QT_TRANSLATE_NOOP("ColourRow", "green")},
        {QStringLiteral("rose"), QT_TRANSLATE_NOOP("ColourRow", "rose")},
        {QStringLiteral("sky"), QT_TRANSLATE_NOOP("ColourRow", "sky")},
        {QStringLiteral("brown"), QT_TRANSLATE_NOOP("ColourRow", "brown")},
        {QStringLiteral("olive"), QT_TRANSLATE_NOOP("ColourRow", "olive")},
        {QStringLiteral("plum"), QT_TRANSLATE_NOOP("ColourRow", "plum")},
        {QStringLiteral("slate"), QT_TRANSLATE_NOOP("ColourRow", "slate")},
    };
    const auto found = names.constFind(stored);
    return found == names.constEnd() ? stored : QCoreApplication::translate("ColourRow", *found);
}

ColourRow::ColourRow(QWidget* parent)
    : QWidget(parent) {
    installPartsAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

int ColourRow::acrossIn(int width) {
    const int count = int(codeColourRows().size());
    const int fits = std::clamp(width / theme().px(30), 1, count);
    const int lines = (count + fits - 1) / fits;
    return (count + lines - 1) / lines;
}

QRect ColourRow::placeOf(int colour) const {
    const int step = theme().px(30);
    const int across = acrossIn(width());
    return {colour % across * step, colour / across * step, step, step};
}

QSize ColourRow::minimumSizeHint() const {
    return {theme().px(30) * 4, theme().px(30)};
}

int ColourRow::heightForWidth(int width) const {
    const int across = acrossIn(width);
    return theme().px(30) * ((int(codeColourRows().size()) + across - 1) / across);
}

int ColourRow::partCount() const {
    return int(codeColourRows().size());
}

SpokenPart ColourRow::part(int place) const {
    return {colourName(QLatin1String(codeColourRows()[std::size_t(place)].name)), placeOf(place),
            place == current(), false};
}

int ColourRow::current() const {
    const auto rows = codeColourRows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (m_colour == QLatin1String(rows[i].name))
            return int(i);
    }
    return -1;
}

void ColourRow::setColour(const QString& name) {
    m_colour = name;
    setAccessibleName(tr("Colour"));
    setAccessibleDescription(colourName(name));
    update();
}

QSize ColourRow::sizeHint() const {
    return {theme().px(30) * int(codeColourRows().size()), theme().px(30)};
}

void ColourRow::choose(int place) {
    const auto rows = codeColourRows();
    if (place < 0 || place >= int(rows.size()) || place == current() || !isEnabled())
        return;
    setColour(QLatin1String(rows[std::size_t(place)].name));
    Q_EMIT chosen(m_colour);
}

void ColourRow::mousePressEvent(QMouseEvent* event) {
    for (int place = 0; place < partCount(); ++place) {
        if (placeOf(place).contains(event->position().toPoint()))
            choose(place);
    }
}

void ColourRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left)
        choose(current() - 1);
    else if (event->key() == Qt::Key_Right)
        choose(current() + 1);
    else
        QWidget::keyPressEvent(event);
}

void ColourRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto rows = codeColourRows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QRectF box = QRectF(placeOf(int(i))).adjusted(3, 3, -3, -3);
        const QColor colour = theme().codeColour(QLatin1String(rows[i].name));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(box, 5, 5);
        if (int(i) == current()) {
            paintIcon(painter, box.adjusted(4, 4, -4, -4), QStringLiteral("check"), Theme::inkOn(colour));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme().color(hasFocus() ? Token::Focus : Token::Text), 2));
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 7, 7);
        }
    }
    if (hasFocus() && current() < 0)
        paintFocusRing(painter, rect());
}

CodeForm::CodeForm(QWidget* parent)
    : QWidget(parent) {
    build();
    retranslate();
    showNothing();
}

void CodeForm::build() {
    const int pad = theme().px(20);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(pad, theme().px(14), pad, pad);
    outer->setSpacing(theme().px(6));
    auto* headRow = new QHBoxLayout;
    headRow->setSpacing(theme().px(10));
    m_tag = new CodeTag({}, this);
    m_head = new Words(TypeRole::Title, Token::Text, this);
    m_kind = new Chip({}, ChipKind::Plain, {}, this);
    headRow->addWidget(m_tag);
    headRow->addWidget(m_head);
    headRow->addWidget(m_kind);
    headRow->addStretch(1);
    outer->addLayout(headRow);
    m_nothing = new Words(TypeRole::Body, Token::Text2, this);
    m_nothing->setWraps(true);
    outer->addWidget(m_nothing);
    m_body = new QWidget(this);
    outer->addWidget(m_body);
    outer->addStretch(1);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    const auto label = [this] { return new Words(TypeRole::SmallStrong, Token::Text2, m_body); };
    const auto text = [this](int lines) {
        auto* made = new QPlainTextEdit(m_body);
        made->setTabChangesFocus(true);
        const auto resize = [made, lines] {
            made->setFixedHeight(theme().lineHeight(TypeRole::Body) * lines + theme().px(18));
        };
        resize();
        connect(&theme(), &Theme::changed, made, resize);
        connect(made, &QPlainTextEdit::textChanged, this, [this] { fieldEdited(); });
        return made;
    };
    m_names = new QGridLayout;
    m_names->setHorizontalSpacing(theme().px(12));
    m_names->setVerticalSpacing(theme().px(4));
    for (std::size_t i = 0; i < m_titles.size(); ++i) {
        m_titleLabels[i] = label();
        m_titles[i] = new QLineEdit(m_body);
        connect(m_titles[i], &QLineEdit::textEdited, this, [this] { fieldEdited(); });
    }
    m_tagLabel = label();
    m_tagField = new QLineEdit(m_body);
    m_tagField->setMaxLength(2);
    m_tagField->setFixedWidth(theme().px(60));
    m_keyLabel = label();
    m_keyField = new QLineEdit(m_body);
    m_keyField->setMaxLength(1);
    m_keyField->setFixedWidth(theme().px(52));
    for (QLineEdit* field : {m_tagField, m_keyField})
        connect(field, &QLineEdit::textEdited, this, [this] { fieldEdited(); });
    column->addLayout(m_names);
    m_codeOnly = new QWidget(m_body);
    auto* colours = new QHBoxLayout(m_codeOnly);
    colours->setContentsMargins(0, theme().px(4), 0, 0);
    colours->setSpacing(theme().px(8));
    m_colourLabel = new Words(TypeRole::SmallStrong, Token::Text2, m_codeOnly);
    m_colourLabel->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_colour = new ColourRow(m_codeOnly);
    m_colourWord = new Words(TypeRole::Small, Token::Text2, m_codeOnly);
    m_codable = new QCheckBox(m_body);
    colours->addWidget(m_colourLabel);
    colours->addWidget(m_colour);
    colours->addWidget(m_colourWord, 1);
    column->addWidget(m_codeOnly);
    column->addWidget(m_codable);
    connect(m_colour, &ColourRow::chosen, this, [this] { fieldEdited(); });
    connect(m_codable, &QCheckBox::clicked, this, [this] { fieldEdited(); });

    auto* languageRow = new QHBoxLayout;
    languageRow->setContentsMargins(0, theme().px(8), 0, 0);
    m_definitionLabel = label();
    m_languageLabel = new Words(TypeRole::Small, Token::Text2, m_body);
    m_languageLabel->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_language = new SegmentedControl(m_body);
    languageRow->addWidget(m_definitionLabel);
    languageRow->addStretch(1);
    languageRow->addWidget(m_languageLabel);
    languageRow->addWidget(m_language);
    column->addLayout(languageRow);
    connect(m_language, &SegmentedControl::currentChanged, this, [this] {
        m_preferred = language();
        fillTexts();
    });
    m_definition = text(4);
    column->addWidget(m_definition);
    m_uses = new QWidget(m_body);
    m_useGrid = new QGridLayout(m_uses);
    m_useGrid->setContentsMargins(0, theme().px(4), 0, 0);
    m_useGrid->setHorizontalSpacing(theme().px(12));
    m_useGrid->setVerticalSpacing(theme().px(4));
    m_useLabel = label();
    m_use = text(4);
    m_avoidLabel = label();
    m_avoid = text(4);
    m_examplesLabel = label();
    m_examples = text(4);
    m_antiExamplesLabel = label();
    m_antiExamples = text(4);
    m_sourceLabel = label();
    m_source = text(3);
    const auto small = [](QWidget* parent) {
        auto* made = new KeyButton({}, ButtonKind::Secondary, parent);
        made->setSmall(true);
        return made;
    };
    const auto withPick = [&](Words* words, KeyButton*& pick, bool isAnti) {
        pick = small(m_uses);
        pick->setIconName(QStringLiteral("plus"));
        connect(pick, &QAbstractButton::clicked, this, [this, isAnti] { Q_EMIT examplesWanted(isAnti); });
        auto* both = new QWidget(m_uses);
        auto* line = new QHBoxLayout(both);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(words, 1);
        line->addWidget(pick);
        return both;
    };
    m_examplesHead = withPick(m_examplesLabel, m_pick, false);
    m_antiExamplesHead = withPick(m_antiExamplesLabel, m_pickAnti, true);
    column->addWidget(m_uses);
    m_appliesLabel = label();
    m_applies = new Words(TypeRole::Small, Token::Text2, m_body);
    m_applies->setWraps(true);
    column->addSpacing(theme().px(4));
    auto* scope = new QHBoxLayout;
    m_changeScope = small(m_body);
    connect(m_changeScope, &QAbstractButton::clicked, this, &CodeForm::scopeWanted);
    scope->addWidget(m_appliesLabel);
    scope->addWidget(m_changeScope);
    scope->addStretch(1);
    column->addLayout(scope);
    column->addWidget(m_applies);
    fit();
}

QSize CodeForm::minimumSizeHint() const {
    // It is as wide as its place: what stands side by side goes below one another instead.
    return {theme().px(200), QWidget::minimumSizeHint().height()};
}

void CodeForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void CodeForm::fit() {
    const bool isNarrow = width() < theme().px(460);
    if (m_isNarrow == isNarrow)
        return;
    m_isNarrow = isNarrow;
    const auto put = [](QGridLayout* grid, QWidget* part, int row, int column, int columns = 1) {
        grid->removeWidget(part);
        grid->addWidget(part, row, column, 1, columns);
    };
    if (isNarrow) {
        for (int i = 0; i < int(m_titles.size()); ++i) {
            put(m_names, m_titleLabels[std::size_t(i)], 2 * i, 0, 3);
            put(m_names, m_titles[std::size_t(i)], 2 * i + 1, 0, 3);
        }
        put(m_names, m_tagLabel, 4, 0);
        put(m_names, m_tagField, 5, 0);
        put(m_names, m_keyLabel, 4, 1);
        put(m_names, m_keyField, 5, 1);
    } else {
        for (int i = 0; i < int(m_titles.size()); ++i) {
            put(m_names, m_titleLabels[std::size_t(i)], 0, i);
            put(m_names, m_titles[std::size_t(i)], 1, i);
        }
        put(m_names, m_tagLabel, 0, 2);
        put(m_names, m_tagField, 1, 2);
        put(m_names, m_keyLabel, 0, 3);
        put(m_names, m_keyField, 1, 3);
    }
    // Tag and key keep their widths; below one another the names reach over them.
    m_names->setColumnStretch(0, isNarrow ? 0 : 1);
    m_names->setColumnStretch(1, isNarrow ? 0 : 1);
    m_names->setColumnStretch(2, isNarrow ? 1 : 0);
    const std::array<QWidget*, 8> uses{m_useLabel,     m_use,      m_avoidLabel,       m_avoid,
                                       m_examplesHead, m_examples, m_antiExamplesHead, m_antiExamples};
    for (int i = 0; i < int(uses.size()); ++i) {
        // A label with its field below it; two such pairs side by side where there is room.
        const int pair = i / 2;
        put(m_useGrid, uses[std::size_t(i)], (isNarrow ? pair : pair / 2) * 2 + i % 2,
            isNarrow ? 0 : pair % 2, isNarrow ? 2 : 1);
    }
    put(m_useGrid, m_sourceLabel, 8, 0, 2);
    put(m_useGrid, m_source, 9, 0, 2);
    m_useGrid->setColumnStretch(0, 1);
    m_useGrid->setColumnStretch(1, isNarrow ? 0 : 1);
    m_languageLabel->setVisible(!isNarrow);
}

std::string CodeForm::language() const {
    return languages[std::size_t(std::clamp(m_language->current(), 0, 1))];
}

void CodeForm::setLanguage(const std::string& language) {
    m_preferred = language == "nl" ? "nl" : "en";
    chooseLanguage();
    fillTexts();
}

void CodeForm::chooseLanguage() {
    const model::LocalText& shown = m_isVariable ? m_variable.definition : m_code.definition;
    const std::string other = m_preferred == "nl" ? "en" : "nl";
    const bool isOther = textOf(shown, m_preferred).empty() && !textOf(shown, other).empty();
    m_language->setCurrent((isOther ? other : m_preferred) == "nl" ? 1 : 0);
}

void CodeForm::showNothing() {
    m_body->hide();
    m_tag->hide();
    m_kind->hide();
    m_head->setText({});
    m_nothing->show();
}

void CodeForm::showCode(const model::Variable& variable, const model::Code& code) {
    m_isFilling = true;
    m_isVariable = false;
    m_code = code;
    m_variable = variable;
    m_variable.codes.clear();
    m_nothing->hide();
    m_body->show();
    for (QWidget* each : std::initializer_list<QWidget*>{m_codeOnly, m_codable, m_tagLabel, m_tagField,
                                                         m_keyLabel, m_keyField, m_uses})
        each->show();
    for (std::size_t i = 0; i < m_titles.size(); ++i)
        m_titles[i]->setText(toQt(textOf(code.title, languages[i])));
    m_tagField->setText(localText(code.tag));
    m_keyField->setText(toQt(code.key));
    m_colour->setColour(toQt(code.colour));
    m_codable->setChecked(!code.isCodable);
    m_isFilling = false;
    chooseLanguage();
    fillTexts();
    showHead();
}

void CodeForm::showVariable(const model::Variable& variable) {
    m_isFilling = true;
    m_isVariable = true;
    m_variable = variable;
    m_variable.codes.clear();
    m_nothing->hide();
    m_body->show();
    for (QWidget* each : std::initializer_list<QWidget*>{m_codeOnly, m_codable, m_tagLabel, m_tagField,
                                                         m_keyLabel, m_keyField, m_uses})
        each->hide();
    for (std::size_t i = 0; i < m_titles.size(); ++i)
        m_titles[i]->setText(toQt(textOf(variable.title, languages[i])));
    m_isFilling = false;
    chooseLanguage();
    fillTexts();
    showHead();
}

void CodeForm::fillTexts() {
    m_isFilling = true;
    const std::string now = language();
    if (m_isVariable) {
        m_definition->setPlainText(toQt(textOf(m_variable.definition, now)));
    } else {
        m_definition->setPlainText(toQt(textOf(m_code.definition, now)));
        m_use->setPlainText(toQt(textOf(m_code.use, now)));
        m_avoid->setPlainText(toQt(textOf(m_code.avoid, now)));
        m_examples->setPlainText(linesOf(m_code.examples, now));
        m_antiExamples->setPlainText(linesOf(m_code.antiExamples, now));
        m_source->setPlainText(toQt(m_code.source));
    }
    m_isFilling = false;
}

void CodeForm::storeTexts() {
    const std::string now = language();
    if (m_isVariable) {
        for (std::size_t i = 0; i < m_titles.size(); ++i)
            put(m_variable.title, languages[i], m_titles[i]->text());
        put(m_variable.definition, now, m_definition->toPlainText());
        return;
    }
    for (std::size_t i = 0; i < m_titles.size(); ++i)
        put(m_code.title, languages[i], m_titles[i]->text());
    // One tag is typed for all languages unless the codebook has several already; then the window's.
    const std::string tag = toUtf8(m_tagField->text().trimmed());
    if (tag != toUtf8(localText(m_code.tag))) {
        if (m_code.tag.byLanguage.size() <= 1)
            m_code.tag = tag.empty() ? model::LocalText() : model::sameText(tag);
        else
            put(m_code.tag, std::string(uiLanguage()), m_tagField->text());
    }
    m_code.key = toUtf8(m_keyField->text().trimmed());
    m_code.colour = toUtf8(m_colour->colour());
    m_code.isCodable = !m_codable->isChecked();
    put(m_code.definition, now, m_definition->toPlainText());
    put(m_code.use, now, m_use->toPlainText());
    put(m_code.avoid, now, m_avoid->toPlainText());
    putLines(m_code.examples, now, m_examples->toPlainText());
    putLines(m_code.antiExamples, now, m_antiExamples->toPlainText());
    m_code.source = toUtf8(m_source->toPlainText().trimmed());
}

void CodeForm::showHead() {
    const CodeLook look = lookOf(m_code);
    m_tag->setVisible(!m_isVariable && m_code.isCodable);
    m_tag->setLook(look);
    m_head->setText(m_isVariable ? localText(m_variable.title) : look.title);
    m_kind->show();
    m_kind->setText(!m_isVariable && !m_code.isCodable ? tr("heading") : scaleTitle(m_variable.scale));
    m_colourWord->setText(colourName(toQt(m_code.colour)));
    QStringList where;
    for (const std::string& prompt : m_variable.prompts)
        where.append(prompt == "*" ? tr("all questions") : toQt(prompt));
    for (const model::UnitKind kind : m_variable.unitKinds) {
        where.append(kind == model::UnitKind::Turn         ? tr("turns")
                     : kind == model::UnitKind::Sentence   ? tr("sentences")
                     : kind == model::UnitKind::Transcript ? tr("whole transcripts")
                                                           : tr("answers"));
    }
    m_applies->setText(where.isEmpty() ? tr("nothing yet") : where.join(QStringLiteral(", ")));
}

void CodeForm::fieldEdited() {
    if (m_isFilling)
        return;
    storeTexts();
    showHead();
    Q_EMIT edited();
}

void CodeForm::apply(model::Code& code) const {
    code.title = m_code.title;
    code.tag = m_code.tag;
    code.key = m_code.key;
    code.colour = m_code.colour;
    code.isCodable = m_code.isCodable;
    code.definition = m_code.definition;
    code.use = m_code.use;
    code.avoid = m_code.avoid;
    code.examples = m_code.examples;
    code.antiExamples = m_code.antiExamples;
    code.source = m_code.source;
}

void CodeForm::apply(model::Variable& variable) const {
    variable.title = m_variable.title;
    variable.definition = m_variable.definition;
}

void CodeForm::setReadOnly(bool isReadOnly) {
    for (QLineEdit* field : {m_titles[0], m_titles[1], m_tagField, m_keyField})
        field->setReadOnly(isReadOnly);
    for (QPlainTextEdit* field : {m_definition, m_use, m_avoid, m_examples, m_antiExamples, m_source})
        field->setReadOnly(isReadOnly);
    m_colour->setEnabled(!isReadOnly);
    m_codable->setEnabled(!isReadOnly);
    for (KeyButton* button : {m_pick, m_pickAnti, m_changeScope})
        button->setVisible(!isReadOnly);
}

void CodeForm::addExamples(const QStringList& words, bool isAnti) {
    QPlainTextEdit* field = isAnti ? m_antiExamples : m_examples;
    QStringList lines = field->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& each : words) {
        if (!lines.contains(each))
            lines.append(each);
    }
    field->setPlainText(lines.join(QLatin1Char('\n')));
}

void CodeForm::retranslate() {
    m_nothing->setText(tr("Choose a code to see what it means and when it is given."));
    const auto name = [](Words* label, QWidget* field, const QString& text) {
        label->setText(text);
        field->setAccessibleName(text);
    };
    name(m_titleLabels[0], m_titles[0], tr("Name, English"));
    name(m_titleLabels[1], m_titles[1], tr("Name, Dutch"));
    name(m_tagLabel, m_tagField, tr("Tag"));
    name(m_keyLabel, m_keyField, tr("Key"));
    m_colourLabel->setText(tr("Colour"));
    m_codable->setText(tr("Heading only, cannot be given"));
    m_languageLabel->setText(tr("Texts in"));
    m_language->setItems({tr("English"), tr("Dutch")});
    m_language->setAccessibleName(tr("Language of the texts below"));
    name(m_definitionLabel, m_definition, tr("Definition"));
    name(m_useLabel, m_use, tr("Use when"));
    name(m_avoidLabel, m_avoid, tr("Do not use when"));
    name(m_examplesLabel, m_examples, tr("Examples, one a line"));
    name(m_antiExamplesLabel, m_antiExamples, tr("Anti-examples, one a line"));
    name(m_sourceLabel, m_source, tr("Ground"));
    m_appliesLabel->setText(tr("Applies to"));
    m_pick->setText(tr("Pick"));
    m_pick->setToolTip(tr("Examples from what was coded"));
    m_pickAnti->setText(tr("Pick"));
    m_pickAnti->setToolTip(tr("Anti-examples from what was coded"));
    m_pick->setAccessibleName(m_pick->toolTip());
    m_pickAnti->setAccessibleName(m_pickAnti->toolTip());
    m_changeScope->setText(tr("Change"));
    m_changeScope->setAccessibleName(tr("Change what the variable applies to"));
    if (!m_body->isHidden())
        showHead();
}

void CodeForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_applies != nullptr)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace rapport::ui
