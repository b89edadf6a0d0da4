// SPDX-License-Identifier: GPL-3.0-or-later
// May these codes be trusted? One round's agreement by code, question, batch or group, against a target, with
// the units behind every number. Measures in a job whenever ratings changed; choosing another coefficient or
// target needs none. A rater of a blind round is told why there is nothing to see. UI thread.
#pragma once

#include "ui/models/agreement_table.h"
#include "ui/models/disagreement_list.h"
#include "ui/views/view.h"

#include <QTimer>
#include <memory>

class QBoxLayout;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QScrollArea;
class QStackedWidget;

namespace rapport::ui {

class AgreementList;
class AgreementPanel;
class EmptyState;
class KeyButton;
class SegmentedControl;
class VerdictCounts;
class Words;

class AgreementView : public View {
    Q_OBJECT
public:
    AgreementView(ViewHost& host, QWidget* parent);
    ~AgreementView() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* headerWidget() override;
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    void open(const ViewTarget& target) override;
    [[nodiscard]] QWidget* initialFocus() override;

    [[nodiscard]] AgreementModel& model() { return m_model; }
    [[nodiscard]] AgreementPanel& panel() { return *m_panel; }
    /// Units behind a figure of a row, as Enter would open them.
    void openUnits(int row, int column);
    /// The check script of the round that is shown, without asking where to.
    void writeScript(const QString& file);
    /// The table's intervals, drawn for print in the language of the window.
    [[nodiscard]] QByteArray figure() const;

Q_SIGNALS:
    /// A measurement has been shown.
    void measured();
    void scriptWritten();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildTools(QWidget* tools);
    void retranslate();
    void readStudy();
    void measure();
    void showMeasured(base::Result<MeasuredAgreement> result);
    /// Of an open round the codebook of its opening.
    [[nodiscard]] std::shared_ptr<const model::Codebook> measuredBy() const;
    void showRow(int row);
    void askSentence(const AgreementRow& row);
    void showUnitsOf(const AgreementRow& row, UnitFilter filter);
    void showPairOf(const AgreementRow& row, const RaterPair& pair, bool ofAllCodes);
    /// `narrow` makes of all units those behind one number; may be empty.
    void readUnits(
        const AgreementRow& row, QString title, UnitFilter filter, bool isOneCell,
        const std::function<std::vector<service::Disagreement>(std::vector<service::Disagreement>)>& narrow);
    void openUnit(model::UnitId unit);
    void targetTyped();
    void planSample();
    void saveScript();
    void askFigure();
    void fit();
    void updateChoices();
    void updateCounts();
    void updateFooter();
    void updateState();
    void showState();
    /// Keys that do something with what is shown.
    void sayHints();
    void updatePlace();
    [[nodiscard]] std::string by() const;
    [[nodiscard]] std::optional<model::UnitKind> unitKind() const;
    [[nodiscard]] std::string roundToShow() const;
    [[nodiscard]] std::size_t raterCount() const;

    AgreementModel m_model;
    std::shared_ptr<const MeasuredAgreement> m_measured;
    std::optional<base::Error> m_error;
    std::vector<model::Round> m_rounds;
    std::string m_round;
    std::vector<std::pair<std::string, QString>> m_attributes; ///< name, title
    bool m_isStale = true;
    bool m_isMeasuring = false;
    bool m_waitsForTable = false;                 ///< the view was entered before there was a table
    QTimer m_later;                               ///< ratings come in bursts
    std::pair<std::string, std::string> m_wanted; ///< variable and code to choose when measured

    QStackedWidget* m_pages;
    QHBoxLayout* m_toolLine = nullptr;
    QBoxLayout* m_toolParts = nullptr;
    bool m_countsAreBelow = false;
    Words* m_roundLabel = nullptr;
    QComboBox* m_roundBox = nullptr;
    Words* m_choiceLabel = nullptr;
    QComboBox* m_choiceBox = nullptr;
    Words* m_unitLabel = nullptr;
    QComboBox* m_unitBox = nullptr;
    Words* m_byLabel = nullptr;
    SegmentedControl* m_by = nullptr;
    QComboBox* m_attributeBox = nullptr;
    Words* m_targetLabel = nullptr;
    QLineEdit* m_target = nullptr;
    Words* m_targetError = nullptr;
    VerdictCounts* m_counts = nullptr;
    AgreementList* m_list = nullptr;
    Words* m_footer = nullptr;
    QScrollArea* m_footScroll = nullptr;
    AgreementPanel* m_panel = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_header = nullptr;
    KeyButton* m_plan = nullptr;
    KeyButton* m_script = nullptr;
    KeyButton* m_report = nullptr;
    QWidget* m_toolRow = nullptr;
};

} // namespace rapport::ui
