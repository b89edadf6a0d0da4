// SPDX-License-Identifier: GPL-3.0-or-later
// The step of the import in which people's names are listed, with what stands for each, and the dialog that
// keeps the list in a sealed file of its own. UI thread.
#pragma once

#include "ui/models/names_table.h"

#include <QDialog>
#include <QWidget>

class QLineEdit;
class QTableView;

namespace rapport::ui {

class KeyButton;
class Words;

class NamesPage : public QWidget {
    Q_OBJECT
public:
    explicit NamesPage(QWidget* parent = nullptr);

    [[nodiscard]] NamesTable& names() { return m_names; }
    [[nodiscard]] const NamesTable& names() const { return m_names; }
    /// A job looks through the files: the page waits.
    void setLooking(bool isLooking);
    void setProposals(const service::ProposedNames& names);
    /// Other files: the list is theirs no longer.
    void clear();

Q_SIGNALS:
    void proposalsWanted();
    void edited();

private:
    void addName();
    void showNote();

    NamesTable m_names;
    QTableView* m_table;
    Words* m_note;
    KeyButton* m_look;
    KeyButton* m_add;
    KeyButton* m_all;
    QString m_about; ///< of the dictionaries
    bool m_isLooking = false;
    bool m_wasAsked = false;
};

/// Asks for a passphrase, twice, and a place; writes the list there, sealed.
class SealNamesDialog : public QDialog {
    Q_OBJECT
public:
    explicit SealNamesDialog(service::ProposedNames names, QWidget* parent = nullptr);
    /// Without asking where.
    void sealTo(const QString& file);
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QLineEdit* field(int number) const { return number == 0 ? m_passphrase : m_again; }
    void accept() override;

private:
    void updateState();

    service::ProposedNames m_names;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    Words* m_problem;
    KeyButton* m_save;
};

} // namespace rapport::ui
