// SPDX-License-Identifier: GPL-3.0-or-later
// What the raters of a round differ on, one code of one unit a row, dearest first; each settled or open. A
// list of values: reading them and settling is the view's business. UI thread.
#pragma once

#include "model/codebook.h"
#include "service/measuring.h"

#include <QAbstractListModel>
#include <QString>
#include <memory>
#include <vector>

namespace rapport::ui {

struct ConsensusRow {
    service::Disagreement what;
    QString text; ///< the unit's, for the list
};

class ConsensusQueue : public QAbstractListModel {
    Q_OBJECT
public:
    /// What is shown: all codes and variables, or one of them by its name; all rows, or open ones.
    struct Filter {
        std::string name; ///< of a code, or of a variable with levels or a count; empty: all
        bool onlyOpen = false;
    };

    explicit ConsensusQueue(QObject* parent = nullptr);
    void setRows(std::vector<ConsensusRow> rows, std::shared_ptr<const model::Codebook> codebook);
    void setFilter(const Filter& filter);
    /// Marks a row without moving it: what was just settled stays where it is until the list is read anew.
    void setSettled(model::UnitId unit, const std::string& name, const std::optional<std::string>& value);

    [[nodiscard]] const ConsensusRow* at(int row) const;
    [[nodiscard]] int rowOf(model::UnitId unit, const std::string& name) const; ///< -1 if not shown
    /// Other rows of the same code or variable that are settled, whatever is shown; in the order of cost.
    [[nodiscard]] std::vector<const service::Disagreement*>
    settledLike(const service::Disagreement& row) const;
    /// The next open row after `row`, beginning anew at the end; -1 if all shown are settled.
    [[nodiscard]] int nextOpen(int row) const;
    [[nodiscard]] int total() const { return int(m_all.size()); }
    [[nodiscard]] int settled() const;
    /// Names that occur, in the order of the codebook.
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] const model::Codebook* codebook() const { return m_codebook.get(); }
    /// "2 of 3 yes", "3 ways".
    [[nodiscard]] QString splitText(const service::Disagreement& row) const;
    /// A value as people read it: "yes", "no", a level's title, a number, "not judged".
    [[nodiscard]] QString valueText(const service::Disagreement& row,
                                    const std::optional<std::string>& value) const;
    /// Title of the row's code, or of its variable.
    [[nodiscard]] QString title(const service::Disagreement& row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void refresh();
    std::vector<ConsensusRow> m_all;
    std::vector<std::size_t> m_shown;
    std::shared_ptr<const model::Codebook> m_codebook;
    Filter m_filter;
};

/// The code's name, or the variable's where there is no code: what `adjudicate` is told.
[[nodiscard]] const std::string& settledName(const service::Disagreement& row);

} // namespace rapport::ui
