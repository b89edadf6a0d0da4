// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided of one difference, why, and by whom: choices by digit, the reason, the raters that decide
// together or one of them. Only asks; settling is the view's business. UI thread.
#pragma once

#include "ui/models/consensus_queue.h"

#include <QWidget>
#include <optional>
#include <string>
#include <vector>

class QButtonGroup;
class QPlainTextEdit;
class QSpinBox;

namespace rapport::ui {

class FlowLayout;
class SectionHeader;
class Words;

/// What stands in the form, settled or not.
struct Decision {
    std::optional<std::string> value; ///< "0", "1", a level's name or a number; none: nothing is chosen
    std::optional<std::string> by;    ///< one rater; none: all together
    QString reason;
    bool operator==(const Decision&) const = default;
};

class DecisionForm : public QWidget {
    Q_OBJECT
public:
    explicit DecisionForm(QWidget* parent = nullptr);
    /// Empties the form for another difference; `raters` may decide.
    void show(const ConsensusQueue& queue, const service::Disagreement& row,
              const std::vector<std::string>& raters);
    [[nodiscard]] Decision decision() const;
    /// Choices that there are no more are not chosen.
    void setDecision(const Decision& decision);
    [[nodiscard]] std::optional<std::string> value() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] std::vector<std::string> deciders() const;
    /// Chooses the decision with that digit; false if there is none.
    bool choose(int digit);
    void focusReason();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void addChoice(const QString& words, int digit, const std::string& value);

    SectionHeader* m_decisionHead;
    FlowLayout* m_choices;
    QButtonGroup* m_choiceGroup = nullptr;
    std::vector<std::string> m_values; ///< by id of the group
    std::vector<int> m_digits;
    QSpinBox* m_count = nullptr; ///< of a count variable
    SectionHeader* m_reasonHead;
    QPlainTextEdit* m_reason;
    Words* m_byLabel;
    FlowLayout* m_by;
    QButtonGroup* m_byGroup = nullptr;
    std::vector<std::string> m_raters;
};

} // namespace rapport::ui
