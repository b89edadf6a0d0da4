// SPDX-License-Identifier: GPL-3.0-or-later
// Data out of the study: what, in which form, where to. Written in a job that changes nothing in the study;
// what the form could not hold is said afterwards. UI thread.
#pragma once

#include "ui/views/view.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace rapport::ui {

class KeyButton;
class Words;

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(ViewHost& host, QWidget* parent = nullptr);
    /// Asks where to, and writes it.
    void accept() override;
    void exportTo(const QString& file);
    [[nodiscard]] QString problem() const;
    /// The stable word of what is chosen ("codings", "wide", ...).
    void choose(const QString& what, const QString& ending);
    [[nodiscard]] QComboBox* what() const { return m_what; }
    [[nodiscard]] QComboBox* form() const { return m_form; }

Q_SIGNALS:
    void written(const QString& file); ///< empty after a failure

private:
    void updateForms();

    ViewHost& m_host;
    QComboBox* m_what;
    Words* m_about;
    QComboBox* m_form;
    QComboBox* m_language;
    QCheckBox* m_blinded;
    QCheckBox* m_pseudonyms;
    Words* m_problem;
    KeyButton* m_make;
    bool m_isWriting = false;
};

} // namespace rapport::ui
