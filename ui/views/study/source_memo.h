// SPDX-License-Identifier: GPL-3.0-or-later
// The researchers' memo on a text: shown under its particulars, written in a field that opens there. What is
// written is kept when the field is left, by Esc or by going elsewhere. UI thread.
#pragma once

#include <QString>
#include <QWidget>

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
    void close();
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] QPlainTextEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void written(const QString& text);
    void left(); ///< the field was closed by its keys

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void refresh();

    QString m_text;
    Words* m_shown;
    QPlainTextEdit* m_edit;
};

} // namespace rapport::ui
