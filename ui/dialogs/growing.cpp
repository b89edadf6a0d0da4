// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/growing.h"

#include "ui/components/dialog_room.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <algorithm>

namespace rapport::ui {

namespace {

class Growing final : public QObject {
public:
    explicit Growing(QDialog& dialog)
        : QObject(&dialog)
        , m_dialog(dialog) {
        dialog.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Show || event->type() == QEvent::Resize ||
            event->type() == QEvent::LayoutRequest)
            grow();
        return QObject::eventFilter(watched, event);
    }

private:
    void grow() {
        const QLayout* layout = m_dialog.layout();
        if (layout == nullptr || m_isGrowing || !layout->hasHeightForWidth())
            return;
        const int needed =
            std::min(layout->totalHeightForWidth(m_dialog.width()), screenRoom(m_dialog).height());
        if (m_dialog.height() >= needed)
            return;
        m_isGrowing = true;
        m_dialog.resize(m_dialog.width(), needed);
        // Its lower edge stays on the screen.
        const int below = m_dialog.frameGeometry().bottom() - m_dialog.screen()->availableGeometry().bottom();
        if (m_dialog.isVisible() && below > 0)
            m_dialog.move(m_dialog.x(),
                          std::max(m_dialog.screen()->availableGeometry().top(), m_dialog.y() - below));
        m_isGrowing = false;
    }

    QDialog& m_dialog;
    bool m_isGrowing = false;
};

} // namespace

void growWithWords(QDialog& dialog) {
    new Growing(dialog);
}

} // namespace rapport::ui
