// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a report as Qt lays out text: service::ReportFormat::Print, whose drawings stand in it as data.
#pragma once

#include <QTextDocument>

namespace rapport::ui {

class ReportDocument : public QTextDocument {
public:
    /// `drawings`: how large they are, of the size they were drawn in.
    explicit ReportDocument(double drawings)
        : m_drawings(drawings) {}

protected:
    QVariant loadResource(int type, const QUrl& name) override;

private:
    double m_drawings;
};

} // namespace rapport::ui
