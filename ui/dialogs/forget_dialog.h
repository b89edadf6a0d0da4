// SPDX-License-Identifier: GPL-3.0-or-later
// A participant withdraws consent: who, what goes and what stays, and a typed name before it is done, because
// it cannot be undone. Says afterwards what is left to do by hand. Counted and written in jobs. UI thread.
#pragma once

#include "service/consent.h"
#include "ui/views/view.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLineEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class ForgetDialog : public QDialog {
    Q_OBJECT
public:
    ForgetDialog(ViewHost& host, const std::string& participant, QWidget* parent = nullptr);
    void accept() override;
    [[nodiscard]] QString preview() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QLineEdit* confirmation() const { return m_confirmation; }
    [[nodiscard]] QLineEdit* name() const { return m_name; }
    [[nodiscard]] bool isDone() const { return m_isDone; }

Q_SIGNALS:
    void previewed();
    void forgotten(bool isDone);

private:
    [[nodiscard]] service::ForgetRequest request() const;
    void askAgain();
    void readPreview();
    void showPreview(const base::Result<service::ForgetReport>& report);
    void showReport(const service::ForgetReport& report);

    ViewHost& m_host;
    QTimer m_later;
    int m_asked = 0; ///< counts previews: an answer to an earlier one is dropped
    QLineEdit* m_name;
    QCheckBox* m_withCodings;
    Words* m_preview;
    Words* m_askLabel;
    QLineEdit* m_confirmation;
    Words* m_problem;
    KeyButton* m_do;
    KeyButton* m_cancel;
    bool m_isKnown = false;
    bool m_isWriting = false;
    bool m_isDone = false;
};

} // namespace rapport::ui
