// SPDX-License-Identifier: GPL-3.0-or-later
// The agreement of a round as rows: one per code, grouped by variable (and question or group), the variables
// with one value per unit in a section below. Every figure is one that the service measured; choosing another
// coefficient, target or order computes nothing anew. UI thread.
#pragma once

#include "agreement/study_agreement.h"
#include "model/codebook.h"
#include "ui/bridge/code_look.h"
#include "ui/models/agreement_words.h"

#include <QAbstractTableModel>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rapport::ui {

/// What a job brings back.
struct MeasuredAgreement {
    agreement::StudyAgreement study;
    std::shared_ptr<const model::Codebook> codebook; ///< by which it was measured; null: today's
    /// The same results batch by batch, in order; by variable and code (empty: none).
    std::map<std::pair<std::string, std::string>, std::vector<agreement::LabelledDocument>> batches;
};

enum class AgreementRowKind {
    Section,  ///< heading over rows
    Code,     ///< a code: given or not
    Sets,     ///< all codes of a variable together
    Variable, ///< one value per unit
};

struct AgreementRow {
    AgreementRowKind kind = AgreementRowKind::Section;
    std::string round;
    std::string variable;
    std::string code;   ///< empty: none
    std::string prompt; ///< empty: several or none
    std::string by;     ///< value of what results are split by: an attribute, "batch"
    QString title;
    QString caption; ///< "weighted κ, ordinal"
    CodeLook look;
    std::optional<agreement::Estimate> estimate; ///< the chosen coefficient
    std::optional<double> percent;
    std::optional<double> ac;
    std::optional<double> prevalence;
    std::int64_t units = 0; ///< that two raters or more completed
    std::int64_t missing = 0;
    std::vector<std::optional<double>> drift; ///< the coefficient in each batch; fewer than two: none
    std::optional<std::int64_t> holding;
    bool holdingIsLowerLimit = false;
    std::optional<std::int64_t> beside; ///< units beside the commonest category: the verdict rests on them
    agreement::Verdict verdict = agreement::Verdict::NotDefined;
    std::shared_ptr<const agreement::AgreementDocument> document;
};

/// Units that hold the code, as far as the tables of pairs say: at least `most`, at most `sum`.
struct HoldingBounds {
    std::int64_t most = 0;
    std::int64_t sum = 0;
};
[[nodiscard]] std::optional<HoldingBounds> holdingBounds(const agreement::AgreementDocument& document);

/// The coefficient of a document that `choice` means, with the weights that its scale asks for; nullptr if it
/// was not computed.
[[nodiscard]] const agreement::Estimate* estimateFor(const agreement::AgreementDocument& document,
                                                     CoefficientChoice choice);
/// Share of judgements that give the code, from the tables of pairs; nothing without them.
[[nodiscard]] std::optional<double> prevalenceOf(const agreement::AgreementDocument& document);

/// The question of a result, or nothing: results on turns carry the kind of unit in its place.
[[nodiscard]] std::optional<std::string> questionOf(const std::optional<std::string>& prompt);

class AgreementModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        Value,
        Bar,
        IntervalText,
        Agree,
        Ac1,
        Prevalence,
        Units,
        Missing,
        Drift,
        VerdictWord,
        ColumnCount
    };
    enum Role { RowKindRole = Qt::UserRole };

    explicit AgreementModel(QObject* parent = nullptr);

    /// Takes a measurement of one round. Empty codebook: names are shown as they are.
    void setMeasured(std::shared_ptr<const MeasuredAgreement> measured,
                     std::shared_ptr<const model::Codebook> codebook);
    void clear();
    /// What results are split by; batches are named by their number.
    void setBy(const std::string& by) { m_by = by; }
    [[nodiscard]] int batchCount() const;
    void setChoice(CoefficientChoice choice);
    void setTarget(double target);
    [[nodiscard]] CoefficientChoice choice() const { return m_choice; }
    [[nodiscard]] double target() const { return m_target; }
    void retranslate();

    [[nodiscard]] const std::vector<AgreementRow>& rows() const { return m_rows; }
    /// nullptr outside the table.
    [[nodiscard]] const AgreementRow* row(int index) const;
    /// Rows of the same section that are codes, the row itself included.
    [[nodiscard]] std::vector<const AgreementRow*> codesBeside(int index) const;
    /// How many codes and variables got the verdict.
    [[nodiscard]] int countOf(agreement::Verdict verdict) const;
    /// Index of a code's or variable's row; -1 if it is not there.
    [[nodiscard]] int find(const std::string& variable, const std::string& code,
                           const std::string& prompt = {}, const std::string& by = {}) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void build();
    [[nodiscard]] AgreementRow rowOf(const agreement::LabelledDocument& result) const;
    [[nodiscard]] QString cellText(const AgreementRow& row, int column) const;
    [[nodiscard]] QString cellTip(const AgreementRow& row, int column) const;

    std::shared_ptr<const MeasuredAgreement> m_measured;
    std::shared_ptr<const model::Codebook> m_codebook;
    std::vector<AgreementRow> m_rows;
    std::string m_by;
    CoefficientChoice m_choice = CoefficientChoice::Kappa;
    double m_target = 0.70;
    int m_sortColumn = Value;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace rapport::ui
