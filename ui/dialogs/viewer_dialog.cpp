// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/viewer_dialog.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace rapport::ui {

ViewerDialog::ViewerDialog(const std::vector<model::Rater>& raters, const QString& study,
                           const QString& before, QWidget* parent)
    : QDialog(parent)
    , m_who(new QComboBox(this))
    , m_open(new KeyButton(tr("Open"), ButtonKind::Primary, this)) {
    setObjectName(QStringLiteral("viewerDialog"));
    setWindowTitle(tr("Who is looking?"));
    auto* column = beginDialog(
        *this, 460,
        tr("The last time %1 was open here you were %2, and it cannot be told for certain who that is in it "
           "now. A rater sees nothing that others did in a blind round; the coordinator sees everything.")
            .arg(study, before));
    m_who->setPlaceholderText(tr("Choose…"));
    m_who->addItem(tr("Coordinator"), QString());
    for (const model::Rater& rater : raters)
        m_who->addItem(toQt(rater.name), toQt(rater.guid.text()));
    m_who->setCurrentIndex(-1);
    addField(*column, tr("You are"), m_who);
    m_open->setEnabled(false);
    m_open->setKey(QStringLiteral("Enter"));
    connect(m_who, &QComboBox::currentIndexChanged, this, [this](int row) { m_open->setEnabled(row >= 0); });
    pressOnEnter(*this, m_open);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_open);
    m_who->setFocus();
}

model::Guid ViewerDialog::rater() const {
    return model::Guid::parse(toUtf8(m_who->currentData().toString())).value_or(model::Guid());
}

void ViewerDialog::accept() {
    if (m_open->isEnabled())
        QDialog::accept();
}

} // namespace rapport::ui
