// SPDX-License-Identifier: GPL-3.0-or-later
// The queue: each difference with its unit, code and split, one line of text, and a tick when it is settled.
// UI thread.
#pragma once

#include "ui/models/consensus_queue.h"

#include <QListView>

namespace rapport::ui {

class ConsensusList : public QListView {
    Q_OBJECT
public:
    explicit ConsensusList(ConsensusQueue& queue, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

} // namespace rapport::ui
