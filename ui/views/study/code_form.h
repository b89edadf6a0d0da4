// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one code, or of a variable, in the study's languages. Shows values and gives them back as the
// person types; it keeps no codebook. Read-only for raters. UI thread.
#pragma once

#include "model/codebook.h"
#include "ui/components/accessible_parts.h"

#include <QWidget>
#include <array>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace rapport::ui {

class Chip;
class CodeTag;
class KeyButton;
class SegmentedControl;
class Words;

/// The twelve colours of codes; arrows move, the name is said.
class ColourRow : public QWidget, public SpokenParts {
    Q_OBJECT
public:
    explicit ColourRow(QWidget* parent = nullptr);
    void setColour(const QString& name);
    [[nodiscard]] QString colour() const { return m_colour; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    [[nodiscard]] int partCount() const override;
    [[nodiscard]] SpokenPart part(int place) const override;
    void pressPart(int place) override { choose(place); }
    [[nodiscard]] int partInFocus() const override { return current(); }

Q_SIGNALS:
    void chosen(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int place);
    [[nodiscard]] int current() const;
    /// Colours in a line; what does not fit goes on below.
    [[nodiscard]] static int acrossIn(int width);
    [[nodiscard]] QRect placeOf(int colour) const;
    QString m_colour;
};

/// "violet" in the language of the window.
[[nodiscard]] QString colourName(const QString& stored);

class CodeForm : public QWidget {
    Q_OBJECT
public:
    explicit CodeForm(QWidget* parent = nullptr);

    void showCode(const model::Variable& variable, const model::Code& code);
    void showVariable(const model::Variable& variable);
    void showNothing();
    void setReadOnly(bool isReadOnly);
    /// What the fields hold now, put over `code` (or `variable`); everything else stays.
    void apply(model::Code& code) const;
    void apply(model::Variable& variable) const;
    /// For tests and for the focus after adding a code.
    [[nodiscard]] QLineEdit* titleField() const { return m_titles[0]; }
    [[nodiscard]] QPlainTextEdit* definitionField() const { return m_definition; }
    /// Of the texts that are shown; a code that has no words in it is shown in the other one.
    void setLanguage(const std::string& language);
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Lines under those that are there.
    void addExamples(const QStringList& words, bool isAnti);

Q_SIGNALS:
    void edited();
    /// Examples, or anti-examples, are to be chosen from what was coded.
    void examplesWanted(bool isAnti);
    void scopeWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    /// What stands beside what, by the room that there is.
    void fit();
    void retranslate();
    void fillTexts();
    void storeTexts();
    void showHead();
    void fieldEdited();
    [[nodiscard]] std::string language() const;

    void chooseLanguage();

    bool m_isFilling = false;
    std::optional<bool> m_isNarrow;
    std::string m_preferred = "en";
    bool m_isVariable = false;
    model::Code m_code;         ///< as shown, with what was typed
    model::Variable m_variable; ///< the variable itself; its codes are not used

    CodeTag* m_tag = nullptr;
    Words* m_head = nullptr;
    Chip* m_kind = nullptr;
    Words* m_nothing = nullptr;
    QWidget* m_body = nullptr;
    QGridLayout* m_names = nullptr;
    QGridLayout* m_useGrid = nullptr;
    QWidget* m_examplesHead = nullptr;
    QWidget* m_antiExamplesHead = nullptr;
    std::array<Words*, 2> m_titleLabels{};
    std::array<QLineEdit*, 2> m_titles{}; ///< English, Dutch
    Words* m_tagLabel = nullptr;
    QLineEdit* m_tagField = nullptr;
    Words* m_keyLabel = nullptr;
    QLineEdit* m_keyField = nullptr;
    QWidget* m_codeOnly = nullptr;
    Words* m_colourLabel = nullptr;
    ColourRow* m_colour = nullptr;
    Words* m_colourWord = nullptr;
    QCheckBox* m_codable = nullptr;
    Words* m_languageLabel = nullptr;
    SegmentedControl* m_language = nullptr;
    Words* m_definitionLabel = nullptr;
    QPlainTextEdit* m_definition = nullptr;
    QWidget* m_uses = nullptr;
    Words* m_useLabel = nullptr;
    QPlainTextEdit* m_use = nullptr;
    Words* m_avoidLabel = nullptr;
    QPlainTextEdit* m_avoid = nullptr;
    Words* m_examplesLabel = nullptr;
    QPlainTextEdit* m_examples = nullptr;
    KeyButton* m_pick = nullptr;
    KeyButton* m_pickAnti = nullptr;
    KeyButton* m_changeScope = nullptr;
    Words* m_antiExamplesLabel = nullptr;
    QPlainTextEdit* m_antiExamples = nullptr;
    Words* m_sourceLabel = nullptr;
    QPlainTextEdit* m_source = nullptr;
    Words* m_appliesLabel = nullptr;
    Words* m_applies = nullptr;
};

} // namespace rapport::ui
