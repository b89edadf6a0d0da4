// SPDX-License-Identifier: GPL-3.0-or-later
// What the coordinator says of the whole study: that he or she rates too, whether the pace of raters is
// shown; the audit trail, as a reviewer reads it; and agreement so far as a figure for others.
#include "base/platform/file.h"
#include "service/agreement_figure.h"
#include "service/history.h"
#include "ui/bridge/figure_file.h"
#include "ui/bridge/text.h"
#include "ui/components/save_dialog.h"
#include "ui/dialogs/own_rating_dialog.h"
#include "ui/models/figures.h"
#include "ui/views/study/overview_view.h"

#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace rapport::ui {

void OverviewView::rateToo() {
    auto* dialog = new OwnRatingDialog(study(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void OverviewView::showPace() {
    const auto isShown =
        study().read([](service::Session& session) { return service::isPaceShown(session); });
    if (!isShown)
        return;
    const bool wanted = !*isShown;
    if (study().act([wanted](service::Session& session) { return service::showPace(session, wanted); }))
        host().showToast(wanted ? tr("How fast raters work is shown here from now on. They are not ranked.")
                                : tr("How fast raters work is shown to themselves only."));
}

void OverviewView::saveAudit() {
    if (m_state.stillToRate.empty()) {
        chooseAuditFile();
        return;
    }
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Export the audit trail"),
        tr("You still have texts to rate in %1. The audit trail tells what others gave there: "
           "your own ratings would not be blind any more.")
            .arg(toQt(m_state.stillToRate.front())),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton* anyway = box->addButton(tr("Export all the same"), QMessageBox::AcceptRole);
    connect(anyway, &QAbstractButton::clicked, this, [this] { chooseAuditFile(); });
    box->open();
}

void OverviewView::chooseAuditFile() {
    askWhereToSave(this, tr("Export the audit trail"),
                   QFileInfo(study().path()).completeBaseName() + QStringLiteral("-audit"),
                   {tr("Document (*.md)"), tr("Table of all rows (*.csv)"), tr("Data (*.json)")},
                   [this](const QString& file) { writeAudit(file); });
}

QByteArray OverviewView::figure() const {
    service::AgreementFigure figure;
    const auto add = [&](const QString& label, std::optional<double> value, std::optional<double> low,
                         std::optional<double> high) {
        service::AgreementLine line;
        line.label = toUtf8(label);
        line.value = value;
        line.low = low;
        line.high = high;
        QString note = coefficientText(value);
        if (low && high)
            note += QStringLiteral(" [%1]").arg(intervalText(*low, *high));
        line.note = toUtf8(note);
        figure.lines.push_back(std::move(line));
    };
    const auto head = [&](const QString& label) {
        service::AgreementLine line;
        line.label = toUtf8(label);
        line.isHeading = true;
        figure.lines.push_back(std::move(line));
    };
    if (!m_agreed.empty()) {
        head(tr("Mean κ of the codes; bands as wide as their 95 % intervals are on average"));
        for (const RoundAgreement& round : m_agreed)
            add(toQt(round.round), round.value, round.lower, round.upper);
    }
    if (m_targets.rowCount() > 0) {
        head(tr("Codes in %1: Krippendorff's α, 95 %").arg(m_targetRound));
        for (int place = 0; place < m_targets.rowCount(); ++place) {
            const TargetRow& row = *m_targets.row(place);
            add(row.title, row.standing.value, row.standing.low, row.standing.high);
        }
    }
    figure.title = toUtf8(QStringLiteral("%1: %2").arg(study().title(), tr("Agreement so far")));
    figure.target = target();
    figure.targetText = toUtf8(tr("target %1").arg(coefficientText(figure.target)));
    figure.decimal = QLocale().decimalPoint().startsWith(QLatin1Char(',')) ? ',' : '.';
    return QByteArray::fromStdString(service::agreementFigure(figure));
}

void OverviewView::askFigure() {
    if (m_agreed.empty())
        return;
    askWhereToSave(this, tr("Save the figure"),
                   QFileInfo(study().path()).completeBaseName() + QStringLiteral("-agreement"), figureKinds(),
                   [this](const QString& file) {
                       if (const base::Status saved = saveFigure(figure(), file); !saved)
                           host().showError(saved.error());
                       else
                           host().showToast(tr("The figure is in %1").arg(QFileInfo(file).fileName()));
                   });
}

void OverviewView::writeAudit(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    const service::AuditFormat format = ending == QLatin1String("csv")    ? service::AuditFormat::Csv
                                        : ending == QLatin1String("json") ? service::AuditFormat::Json
                                                                          : service::AuditFormat::Markdown;
    host().jobs().start<std::string>(
        QStringLiteral("audit"), tr("Writing the audit trail"), this,
        [format](service::Session& session, const base::Task& task) {
            return service::audit(session, format, task);
        },
        [this, file](const base::Result<std::string>& text) {
            if (!text) {
                if (text.error().code != base::Errc::Cancelled)
                    host().showError(text.error());
                return;
            }
            if (const base::Status written = base::writeFileAtomically(toUtf8(file), *text); !written) {
                host().showError(written.error());
                return;
            }
            host().showToast(tr("The audit trail is at %1").arg(file));
            Q_EMIT auditWritten();
        });
}

} // namespace rapport::ui
