// SPDX-License-Identifier: GPL-3.0-or-later
// Words in the middle of a list that has no rows: why, and what to do. Owned by the list, which must have its
// model. UI thread.
#pragma once

#include "ui/components/small_parts.h"

#include <functional>

class QAbstractItemView;

namespace rapport::ui {

class EmptyNote final : public Words {
    Q_OBJECT
public:
    /// `say`: in the language of now; nothing where an empty list needs no words, as before it is read.
    EmptyNote(QAbstractItemView& list, std::function<QString()> say);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    QAbstractItemView& m_list;
    std::function<QString()> m_say;
};

} // namespace rapport::ui
