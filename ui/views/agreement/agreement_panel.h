// SPDX-License-Identifier: GPL-3.0-or-later
// Right side of the agreement view: what one row of the table means in plain words, its table of two raters,
// the pairs of raters, what has to be known to read it, and, on request, the units behind a number. Shows
// values it is given and computes none. UI thread.
#pragma once

#include "ui/models/agreement_table.h"
#include "ui/models/disagreement_list.h"

#include <QListView>
#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace rapport::ui {

class Card;
class CodeTag;
class FigureGrid;
class KeyButton;
class SectionHeader;
class SegmentedControl;
class Words;

class AgreementPanel : public QWidget {
    Q_OBJECT
public:
    explicit AgreementPanel(QWidget* parent = nullptr);

    /// `beside`: codes of the same section, for the mean over pairs. nullptr empties the panel.
    void showRow(const AgreementRow* row, const std::vector<const AgreementRow*>& beside, double target,
                 std::shared_ptr<const model::Codebook> codebook);
    /// The plain sentence on the row, when it has been made.
    void setSentence(const QString& sentence);
    /// `isOneCell`: the rows are all there is behind the number, nothing is left to filter.
    void showUnits(const QString& title, std::vector<service::Disagreement> rows, UnitFilter filter,
                   std::shared_ptr<const model::Codebook> codebook, bool isOneCell = false);
    /// A value of the shown row as people read it: "yes", "no", a level's title.
    [[nodiscard]] QString categoryTitle(const std::string& category) const;
    void showRowAgain();
    [[nodiscard]] bool isShowingUnits() const;
    [[nodiscard]] DisagreementModel& units() { return m_units; }
    [[nodiscard]] QString sentence() const;
    void retranslate();

Q_SIGNALS:
    void unitsWanted(rapport::ui::UnitFilter filter);
    /// A cell of the table of two raters, or of the pairs. `ofAllCodes`: the number is a mean over the codes.
    void pairWanted(const rapport::ui::RaterPair& pair, bool ofAllCodes);
    void unitOpened(rapport::model::UnitId unit);
    void unitsLeft();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void buildRowPage(QWidget* page);
    void buildUnitsPage(QWidget* page);
    void fillSummary();
    void fillPairs();
    void fillTable();
    void fillCaveats();
    void fillFilters();
    void openCell(int row, int column);
    [[nodiscard]] int pairOf(int row, int column) const;

    std::optional<AgreementRow> m_row;
    struct Pair {
        QString first;
        QString second;
        std::optional<double> value; ///< mean over codes, or the variable's own
    };
    std::vector<Pair> m_pairs;
    bool m_pairsAreMeans = false;
    int m_pairCodes = 0;
    int m_chosenPair = 0; ///< into the document's pairs
    double m_target = 0.7;
    std::shared_ptr<const model::Codebook> m_codebook;
    DisagreementModel m_units;

    QStackedWidget* m_pages;
    CodeTag* m_tag = nullptr;
    Words* m_title = nullptr;
    Words* m_sentence = nullptr;
    Words* m_verdict = nullptr;
    Words* m_plan = nullptr;
    KeyButton* m_openUnits = nullptr;
    Card* m_tableCard = nullptr;
    SectionHeader* m_tableHead = nullptr;
    FigureGrid* m_table = nullptr;
    Words* m_tableNote = nullptr;
    Card* m_pairCard = nullptr;
    SectionHeader* m_pairHead = nullptr;
    FigureGrid* m_pairGrid = nullptr;
    Words* m_pairNote = nullptr;
    Card* m_caveatCard = nullptr;
    SectionHeader* m_caveatHead = nullptr;
    QVBoxLayout* m_caveats = nullptr;
    Words* m_unitsTitle = nullptr;
    KeyButton* m_back = nullptr;
    SegmentedControl* m_filters = nullptr;
    bool m_hasFilters = false;
    QListView* m_unitList = nullptr;
    Words* m_unitsNote = nullptr;
    QString m_unitsWhat;
};

} // namespace rapport::ui
