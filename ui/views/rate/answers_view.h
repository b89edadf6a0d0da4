// SPDX-License-Identifier: GPL-3.0-or-later
// Rate, one answer at a time: case and question, answer, codes, choices; everything by single keys. Bare
// letters and digits belong to the codebook. Nothing here shows who wrote the answer or what others coded.
#pragma once

#include "ui/views/rate/code_keys.h"
#include "ui/views/rate/rate_desk.h"
#include "ui/views/view.h"

class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace rapport::ui {

class ActionBar;
class CasePanel;
class ChoicesPanel;
class CodePalette;
class CodedList;
class DefinitionPane;
class EmptyState;
class GoldPanel;
class KeyButton;
class KeyCap;
class ProgressStrip;
class RateHeader;
class ReadingView;
class SectionHeader;
class StopBar;
class Words;

class AnswersView : public View {
    Q_OBJECT
public:
    AnswersView(ViewHost& host, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* headerWidget() override;
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    bool keepTyped() override;
    void open(const ViewTarget& target) override;
    bool goToChange(const service::ChangeSet& change) override;
    [[nodiscard]] QWidget* initialFocus() override;

    // For tests and for accessibility tools; the view owns them.
    [[nodiscard]] RateDesk& desk() { return m_desk; }
    [[nodiscard]] ReadingView& reading() { return *m_reading; }
    [[nodiscard]] ActionBar& bar() { return *m_bar; }
    [[nodiscard]] CodePalette& palettePane() { return *m_palette; }
    [[nodiscard]] StopBar& stopBar() { return *m_stop; }
    [[nodiscard]] GoldPanel& gold() { return *m_gold; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Asked { Nothing, OpenChoice, NothingCoded };

    void build();
    void connectActions();
    void retranslate();
    void fold();
    /// The codes and all that stands with them, whatever hid them: the keyboard goes there.
    void bringCodes();
    void focusChoice(model::VariableId variable);
    /// Shares the height between the text, its codings and the memo.
    void fitReading();
    void fitChoices();
    /// What of the heads over the text and its codings gives way, in what order.
    void fitHead();

    void showList();
    void showCase();
    void showUnit();
    void showWork();
    void showBar();
    void showMarks();

    bool takeKey(QKeyEvent* event);
    bool takeLetter(const QString& letter, bool withShift);
    bool takeWhileHeld(QKeyEvent* event);
    void released();
    void code(model::CodeId code);
    void chooseLevel(model::CodeId level);
    void changeCount(int by);
    void complete(bool stays);
    void moveOn();
    void toggleQuote(model::CodingId coding);
    void withdraw(model::CodingId coding);
    void choose(model::CodingId coding);
    void moveEdge(bool movesBegin, bool forward);
    void cycle(int by);
    void lookAt(model::CodeId code);
    void letGo();
    void openMemo();
    /// Writes it where it belongs, whatever is shown by now; false: it could not be.
    bool closeMemo();
    void nextPane(int by);
    void addRater();
    void sayMissing();
    [[nodiscard]] text::TextRange inUnit(text::TextRange inSource) const;
    [[nodiscard]] text::TextRange inSource(text::TextRange inUnit) const;
    [[nodiscard]] const model::Coding* codingById(model::CodingId id) const;

    RateDesk m_desk;
    RateHeader* m_header;
    QStackedWidget* m_pages = nullptr;
    StopBar* m_stop = nullptr;
    EmptyState* m_empty = nullptr;
    ProgressStrip* m_strip = nullptr;
    CasePanel* m_case = nullptr;
    QWidget* m_center = nullptr;
    QWidget* m_right = nullptr;
    QWidget* m_codedBox = nullptr;
    QWidget* m_codedLine = nullptr;
    QScrollArea* m_choicesArea = nullptr;
    Words* m_answerTitle = nullptr;
    Words* m_answerName = nullptr;
    Words* m_answerFacts = nullptr;
    KeyButton* m_flag = nullptr;
    KeyButton* m_memoButton = nullptr;
    ReadingView* m_reading = nullptr;
    SectionHeader* m_codedTitle = nullptr;
    std::vector<KeyCap*> m_codedCaps;
    std::vector<Words*> m_codedHints;
    CodedList* m_coded = nullptr;
    Words* m_memo = nullptr;
    QPlainTextEdit* m_memoEdit = nullptr;
    service::Target m_memoOf; ///< whose memo is being written
    ActionBar* m_bar = nullptr;
    CodePalette* m_palette = nullptr;
    ChoicesPanel* m_choices = nullptr;
    DefinitionPane* m_definition = nullptr;
    GoldPanel* m_gold = nullptr;

    CodeKeys m_keys;
    KeySequence m_sequence;
    Asked m_asked = Asked::Nothing;
    bool m_movesOnWhenWritten = false; ///< Enter asked for the next answer; the completion waits
    model::CodingId m_chosen;
    bool m_isRecoding = false;
    bool m_isChoosing = false; ///< Enter led to the choices
    bool m_movesByWord = true;
    bool m_isOnlyAnswer = false;
    std::optional<bool> m_caseWanted; ///< F9 decided; else the width does
    std::vector<model::VariableId> m_shownVariables;
};

} // namespace rapport::ui
