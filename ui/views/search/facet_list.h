// SPDX-License-Identifier: GPL-3.0-or-later
// The facets as a list of ticks with counts; Space and Enter tick like a click. UI thread.
#pragma once

#include "ui/models/search_facets.h"

#include <QListView>

namespace rapport::ui {

class FacetList : public QListView {
    Q_OBJECT
public:
    explicit FacetList(SearchFacets& facets, QWidget* parent = nullptr);

Q_SIGNALS:
    void toggled(const QModelIndex& index); ///< by the keyboard

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace rapport::ui
