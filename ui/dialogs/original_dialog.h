// SPDX-License-Identifier: GPL-3.0-or-later
// The file that a text came from: its name, size, reader, encoding and digest, and a copy of it as it came.
// UI thread; the copy is written in a job.
#pragma once

#include "model/source.h"
#include "ui/views/view.h"

#include <QDialog>

namespace rapport::ui {

class OriginalDialog : public QDialog {
    Q_OBJECT
public:
    OriginalDialog(ViewHost& host, model::ImportedFile file, QWidget* parent = nullptr);
    /// Writes the copy without asking where to.
    void write(const QString& file);

Q_SIGNALS:
    void written();

private:
    void chooseFile();

    ViewHost& m_host;
    model::ImportedFile m_file;
};

} // namespace rapport::ui
