// SPDX-License-Identifier: GPL-3.0-or-later
// The researchers' memo on a text: shown under its particulars, written in a field that opens there. What is
// written is kept when the field is left, by Esc or by going elsewhere. UI thread.
#pragma once

#include <QString>
#include <QWidget>
#include <functional>
#include <utility>

class QPlainTextEdit;

namespace rapport::ui {

class Words;

class SourceMemo : public QWidget {
    Q_OBJECT
public:
    explicit SourceMemo(QWidget* parent);
    /// Empty: there is none.
    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    void open();
    /// False: the words could not be written, and stay in the field.
    bool close();
    /// Writes what stands in the field, which stays open. False as close().
    bool keep();
    /// Called with what was written, and says whether it is on disk; it has told people if not.
    void setWriter(std::function<bool(const QString& text)> write) { m_write = std::move(write); }
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] QPlainTextEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void left(); ///< the field was closed by its keys

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void refresh();

    std::function<bool(const QString&)> m_write;
    QString m_text;
    Words* m_shown;
    QPlainTextEdit* m_edit;
};

} // namespace rapport::ui
