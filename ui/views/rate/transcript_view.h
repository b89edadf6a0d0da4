// SPDX-License-Identifier: GPL-3.0-or-later
// Rate for transcripts: the text with line numbers, speakers and times, a stripe per coding in the margin, a
// map of the whole, and the codes. Select words and press a code's key; memo, flag and choices go to the turn
// at the caret. The same rules of blindness as for answers.
#pragma once

#include "ui/views/rate/choices_panel.h"
#include "ui/views/rate/code_keys.h"
#include "ui/views/rate/rate_desk.h"
#include "ui/views/view.h"

#include <map>
#include <set>
#include <unordered_map>

class QComboBox;
class QMenu;
class QStackedWidget;

namespace rapport::ui {

class CodePalette;
class DefinitionPane;
class EmptyState;
class GoldPanel;
class KeyButton;
class Minimap;
class RateHeader;
class ReadingView;
class SectionHeader;
class SegmentedControl;
class StripePane;
class Words;
class CodeTag;
class SelectionPopover;
class StopBar;
class TurnPanel;

class TranscriptView : public View {
    Q_OBJECT
public:
    TranscriptView(ViewHost& host, QWidget* parent);

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

    [[nodiscard]] RateDesk& desk() { return m_desk; }
    [[nodiscard]] ReadingView& reading() { return *m_reading; }
    [[nodiscard]] StripePane& stripes() { return *m_stripes; }
    [[nodiscard]] const service::TranscriptView& transcript() const { return m_transcript; }
    [[nodiscard]] StopBar& stopBar() { return *m_stop; }
    [[nodiscard]] TurnPanel& turnPanel() { return *m_turn; }
    /// Which stripes are shown: of which code, and whose beside one's own.
    [[nodiscard]] QMenu& stripeMenu();
    [[nodiscard]] CodePalette& palettePane() { return *m_palette; }
    /// The unit that memo, flag and choices go to: the turn at the caret, or the whole transcript where only
    /// that is the rater's. Null if neither is.
    [[nodiscard]] const model::Unit* unitAtCaret() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What a key codes when nothing is selected.
    enum class Piece { Turn, Sentence, Free };
    /// The questions before something is complete, in their order.
    enum class Asked { Nothing, OpenChoice, NothingCoded, Whole };
    /// What Enter completes: turns while one of the rater's is left, then the transcript as a whole.
    enum class EnterDoes { Turn, Whole, Nothing };

    void build();
    void connectActions();
    void retranslate();
    void fold();
    /// What has no room in the header becomes a menu.
    void fitHeader();
    void fitMargin();
    void showFilter();
    void showList();
    void read(bool isOther);
    void showCodings(bool isOther);
    void showChosen();
    void showPlace();
    void showPopover();
    void showTurn();
    void readUnits();
    void fillStripeMenu();
    void readOthers();
    void toggleBeside(model::RaterId rater);
    [[nodiscard]] std::vector<const model::Variable*> variables() const;

    bool takeKey(QKeyEvent* event);
    bool takeWhileHeld(QKeyEvent* event);
    bool takeCode(const QString& key, bool withShift);
    void inVivo();
    void goUndone(int direction);
    void goStripe(int direction);
    void onlyStripesOf(model::CodeId code);
    void resizeTo(std::int64_t coding, text::TextRange range);
    void chooseLevel(model::CodeId level);
    void changeCount(int by);
    void setFlag();
    [[nodiscard]] QString placeName(text::TextRange range) const;
    [[nodiscard]] std::optional<service::Target> targetAtCaret() const;
    void code(model::CodeId code);
    void withdraw(model::CodingId coding);
    void choose(std::int64_t coding);
    void cycle(int by);
    void moveEdge(bool movesBegin, bool forward);
    void goTurn(int by);
    void complete();
    void completeTurn(const model::Unit& turn);
    void completeWhole();
    [[nodiscard]] EnterDoes enterDoes() const;
    /// No code for turns on it or on its words.
    [[nodiscard]] bool isTurnBare(const model::Unit& turn) const;
    /// Notes the question; false if it was asked about this unit already.
    [[nodiscard]] bool asks(Asked question, const model::Unit& unit);
    void showHints();
    void lookAt(model::CodeId code);
    void letGo();
    /// One's own, which can be changed.
    [[nodiscard]] const model::Coding* codingById(std::int64_t id) const;
    /// One's own or, where they are shown, another rater's.
    [[nodiscard]] const model::Coding* shownCoding(std::int64_t id) const;
    [[nodiscard]] text::TextRange rangeOf(const model::Coding& coding) const;
    [[nodiscard]] const model::Unit* unitOfTurn(std::int64_t turnNumber) const;
    [[nodiscard]] const model::Unit* wholeUnit() const;
    /// Whether there is such a unit and the rater has it in this round.
    [[nodiscard]] bool isListed(const model::Unit* unit) const;
    [[nodiscard]] std::optional<service::Target> targetFor(const model::Variable& variable,
                                                           text::TextRange& range) const;

    RateDesk m_desk;
    QWidget* m_header;
    RateHeader* m_rateHeader;
    QComboBox* m_which;
    SegmentedControl* m_piece;
    KeyButton* m_filter;
    QMenu* m_filterMenu;
    QStackedWidget* m_pages = nullptr;
    StopBar* m_stop = nullptr;
    TurnPanel* m_turn = nullptr;
    EmptyState* m_empty = nullptr;
    ReadingView* m_reading = nullptr;
    StripePane* m_stripes = nullptr;
    Minimap* m_map = nullptr;
    QWidget* m_right = nullptr;
    CodePalette* m_palette = nullptr;
    SectionHeader* m_chosenHead = nullptr;
    QWidget* m_chosenBox = nullptr;
    CodeTag* m_chosenTag = nullptr;
    Words* m_chosenTitle = nullptr;
    Words* m_chosenLines = nullptr;
    Words* m_chosenQuote = nullptr;
    Words* m_chosenHints = nullptr;
    DefinitionPane* m_definition = nullptr;
    GoldPanel* m_gold = nullptr;
    SelectionPopover* m_popover = nullptr;

    struct Listed {
        model::SourceId source;
        model::UnitId unit;
        QString name;
    };
    std::vector<Listed> m_listed;
    int m_current = -1;
    service::TranscriptView m_transcript;
    // Of the transcript shown, made when it is read.
    std::vector<std::size_t> m_turnUnits; ///< places in units, by turn
    std::unordered_map<model::UnitId, std::size_t> m_unitPlaces;
    std::unordered_map<std::int64_t, std::size_t> m_codingPlaces;
    std::map<model::CodeId, int> m_counts;
    int m_ownTurns = 0; ///< the rater's in this round
    int m_doneTurns = 0;
    bool m_isMargined = false;                       ///< the margin was given a width by hand
    int m_marginLanes = 0;                           ///< lanes that it has room for; grows with the codings
    std::optional<ViewTarget> m_wanted;              ///< asked for while the list was read
    bool m_isStale = false;                          ///< something was written while another view was shown
    model::CodeId m_onlyCode;                        ///< stripes of this code alone
    std::map<std::int64_t, model::Coding> m_others;  ///< codings of others that may be seen
    std::map<model::RaterId, QString> m_otherRaters; ///< who gave them
    std::set<model::RaterId> m_beside;               ///< whose stripes stand beside one's own
    const model::Unit* m_turnShown = nullptr;
    struct PlaceKey {
        model::SourceId source;
        model::RaterId rater;
        model::RoundId round;
        bool operator==(const PlaceKey&) const = default;
    };
    PlaceKey m_placeKey;        ///< what the pane of text holds
    bool m_isRefilling = false; ///< with the same text: the caret returns to its place
    service::Target m_memoOf;   ///< whose memo is being written
    bool m_isMemoKept = true;   ///< what was written last
    CodeKeys m_keys;
    KeySequence m_sequence;
    std::int64_t m_chosen = 0;
    std::int64_t m_hovered = 0;
    std::vector<model::CodeId> m_recent; ///< codes given last, for the popover
    bool m_isRecoding = false;
    Asked m_asked = Asked::Nothing;
    model::UnitId m_askedOf;
    std::optional<EnterDoes> m_hinted;
    bool m_movesByWord = true;
};

} // namespace rapport::ui
