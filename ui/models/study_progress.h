// SPDX-License-Identifier: GPL-3.0-or-later
// Where a study stands: who has done how much of each round, how well each round agrees so far, and what to
// do next. Values and a table of them; what is read and measured is the view's business. UI thread.
#pragma once

#include "agreement/study_agreement.h"
#include "service/assigning.h"
#include "service/progress.h"
#include "service/session.h"

#include <QAbstractTableModel>
#include <QString>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::ui {

/// What Overview reads of a study, in one job.
struct StudyState {
    service::StudyInfo info;
    std::vector<model::Rater> raters;
    std::vector<model::Round> rounds; ///< without work outside rounds
    std::vector<service::Progress> progress;
    std::vector<std::string> prompts;
    bool codebookIsFrozen = false;
    std::int64_t variables = 0;
    std::int64_t codes = 0;
    bool isCoordinator = true;
    /// Rounds that a coordinator who rates too still has units in: their agreement is not to be looked at.
    std::vector<std::string> stillToRate;
};

/// One round's codes taken together: the mean of their leading coefficients, with a band whose arms are as
/// long as those of their intervals on average. The band says how sure single codes are; it is no interval of
/// the mean, and no verdict rests on it.
struct RoundAgreement {
    std::string round;
    std::optional<double> value;
    std::optional<double> lower; ///< of the band; none where most codes have no interval
    std::optional<double> upper;
    int codes = 0;                   ///< that the mean rests on
    std::vector<std::string> below;  ///< names of codes whose upper end lies below the target
    std::vector<std::string> tooFew; ///< held by too few units for a verdict
    int meeting = 0;                 ///< codes whose lower end reaches the target
};
/// One entry per round in `study` that has a value, in its order. Codes without a value are not in the mean.
[[nodiscard]] std::vector<RoundAgreement> roundAgreements(const agreement::StudyAgreement& study,
                                                          double target);

enum class StepKind {
    Import,
    AddRater,
    AssignRound,
    Rate,      ///< own work is open (a rater looks)
    WaitFor,   ///< a rater has units open
    OpenRound, ///< all is done: freeze its agreement
    SeeBelow,  ///< codes below the target
    SeeTooFew,
    Report,
};

struct NextStep {
    StepKind kind = StepKind::Import;
    QString icon;
    QString title;
    QString text;
    QString button;
    std::string round; ///< or empty
    std::string code;  ///< the first of several, or empty
    friend bool operator==(const NextStep&, const NextStep&) = default;
};
/// At most `most`, what holds up the others first.
[[nodiscard]] std::vector<NextStep> nextSteps(const StudyState& state,
                                              const std::vector<RoundAgreement>& agreed,
                                              const model::Codebook& codebook, std::size_t most = 6);

/// Title of a round's kind: "reliability".
[[nodiscard]] QString roundKindTitle(model::RoundKind kind);

/// Raters down, rounds across.
class ProgressTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { AssignedRole = Qt::UserRole, CompletedRole, KindRole, IsOpenRole, PaceRole };

    explicit ProgressTable(QObject* parent = nullptr);
    void setState(const StudyState& state);
    /// Pace and last work of each rater and round, where they are known.
    void setStandings(std::vector<service::RaterStanding> standings);
    void retranslate();
    [[nodiscard]] const std::vector<model::Round>& rounds() const { return m_rounds; }
    /// Nothing where the rater has no part in the round.
    [[nodiscard]] std::optional<service::Progress> at(int row, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const service::RaterStanding* standing(const std::string& rater,
                                                         const std::string& round) const;
    [[nodiscard]] static QString paceOf(const service::RaterStanding& standing);
    [[nodiscard]] QString paceText(const std::string& rater) const;

    std::vector<service::RaterStanding> m_standings;
    std::vector<model::Rater> m_raters;
    std::vector<model::Round> m_rounds;
    std::map<std::pair<std::int64_t, std::int64_t>, service::Progress> m_cells; ///< by rater and round
};

} // namespace rapport::ui
