// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/own_rating_dialog.h"

#include "service/own_rating.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"

#include <QComboBox>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

OwnRatingDialog::OwnRatingDialog(StudyContext& study, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_rater(new QComboBox(this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this)) {
    setWindowTitle(tr("You rate too"));
    auto* column = beginDialog(
        *this, 480,
        tr("While a blind round runs, the coordinator's windows then keep back what others did on the "
           "texts that you still have to rate, their blinded attributes, and the agreement of that "
           "round. Each text shows itself again once you have completed it. Exports and the audit "
           "trail stay whole: asking for one is unblinding yourself."));
    m_rater->addItem(tr("Nobody: you coordinate only"), QString());
    service::Session& session = m_study.session();
    if (const auto raters = session.raters()) {
        for (const model::Rater& rater : *raters) {
            if (rater.kind == model::RaterKind::Human)
                m_rater->addItem(toQt(rater.name), toQt(rater.name));
        }
    }
    if (const auto now = service::coordinatorRates(session))
        m_rater->setCurrentIndex(std::max(0, m_rater->findData(toQt(*now))));
    addField(*column, tr("You rate as"), m_rater);
    m_problem->setWraps(true);
    m_problem->hide();
    column->addWidget(m_problem);
    auto* keep = new KeyButton(tr("Keep"), ButtonKind::Primary, this);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), keep);
    m_rater->setFocus();
}

QString OwnRatingDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void OwnRatingDialog::accept() {
    const auto done =
        service::setCoordinatorRates(m_study.session(), toUtf8(m_rater->currentData().toString()));
    if (!done) {
        m_problem->setText(errorSentence(done.error()) + QLatin1Char(' ') + errorDetails(done.error()));
        m_problem->show();
        return;
    }
    m_study.announce(*done);
    QDialog::accept();
}

} // namespace rapport::ui
