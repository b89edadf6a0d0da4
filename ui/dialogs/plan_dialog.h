// SPDX-License-Identifier: GPL-3.0-or-later
// How many units have to be rated twice: from the share of units that hold a code, the agreement that is
// expected and what should be told apart, or how narrow the interval should be. Answers while the figures are
// typed; writes nothing. UI thread.
#pragma once

#include "agreement/planning.h"

#include <QDialog>
#include <optional>

class QLineEdit;
class QSpinBox;

namespace rapport::ui {

class KeyButton;
class SegmentedControl;
class ViewHost;
class Words;

/// What the row of the agreement table says already.
struct PlanStart {
    QString title;                    ///< of the code; empty: none
    std::optional<double> prevalence; ///< 0 to 1
    std::optional<double> kappa;
    double target = 0.7;
    std::size_t raters = 2;
};

class PlanDialog : public QDialog {
    Q_OBJECT
public:
    PlanDialog(const PlanStart& start, QWidget* parent = nullptr);
    /// Nothing where the figures cannot be planned with.
    [[nodiscard]] std::optional<agreement::Plan> plan() const { return m_plan; }
    [[nodiscard]] QString answer() const;
    /// The fields, for tests: prevalence, expected value, value to be told from, half width.
    [[nodiscard]] QLineEdit* field(int number) const;
    void setGoal(agreement::PlanGoal goal);

private:
    void build(const PlanStart& start);
    void showAnswer();

    SegmentedControl* m_goal = nullptr;
    QLineEdit* m_prevalence = nullptr;
    QLineEdit* m_expected = nullptr;
    Words* m_leastLabel = nullptr;
    QLineEdit* m_least = nullptr;
    Words* m_widthLabel = nullptr;
    QLineEdit* m_width = nullptr;
    QSpinBox* m_raters = nullptr;
    Words* m_answer = nullptr;
    Words* m_method = nullptr;
    std::optional<agreement::Plan> m_plan;
};

} // namespace rapport::ui
