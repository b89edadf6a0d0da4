// SPDX-License-Identifier: GPL-3.0-or-later
// The raters of a difference in equal columns, in as many rows as the width asks for: what each said, with
// which words, what each coded there otherwise, memo and flag. Shows values that it is given. UI thread.
#pragma once

#include "service/consensus.h"
#include "ui/models/consensus_queue.h"

#include <QWidget>
#include <vector>

class QGridLayout;

namespace rapport::ui {

class RaterSides : public QWidget {
    Q_OBJECT
public:
    explicit RaterSides(QWidget* parent = nullptr);
    /// One column per side of the discussion.
    void show(const service::Discussion& discussion, const ConsensusQueue& queue,
              const service::Disagreement& row);
    void clear();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeColumn(const service::RaterSide& side, const ConsensusQueue& queue,
                        const service::Disagreement& row, const std::optional<std::string>& value);
    void arrange();
    QGridLayout* m_grid;
    std::vector<QWidget*> m_columns;
    int m_across = 0; ///< columns in a row
};

} // namespace rapport::ui
