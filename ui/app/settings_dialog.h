// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set for this computer: language, looks and sizes with a sample beside them, what happens at the
// start, and the keys. Everything takes effect at once; there is nothing to confirm. UI thread.
#pragma once

#include "ui/app/actions.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QSlider;
class QStackedWidget;
class QVBoxLayout;

namespace rapport::ui {

class KeyButton;
class SegmentedControl;
class Words;

enum class SettingsPage { Looks, Start, Keys };

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(Actions& actions, QWidget* parent);
    void showPage(SettingsPage page);

Q_SIGNALS:
    void tourWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Setting {
        Words* title = nullptr;
        Words* explained = nullptr;
    };
    QWidget* makeLooks();
    QWidget* makeStart();
    Setting addSetting(QVBoxLayout& column, QWidget& page, QWidget* control);
    void connectControls();
    void retranslate();
    /// From what is chosen now, which the menus may have changed.
    void showValues();

    Actions& m_actions;
    QListWidget* m_list;
    QStackedWidget* m_pages;
    KeyButton* m_close;
    SegmentedControl* m_language;
    SegmentedControl* m_theme;
    SegmentedControl* m_contrast;
    QComboBox* m_scale;
    QSlider* m_zoom;
    Words* m_zoomText;
    QWidget* m_sample;
    KeyButton* m_reset;
    QCheckBox* m_reopens;
    KeyButton* m_tour;
    Setting m_languageRow;
    Setting m_themeRow;
    Setting m_contrastRow;
    Setting m_scaleRow;
    Setting m_zoomRow;
    Setting m_startRow;
    Setting m_tourRow;
};

} // namespace rapport::ui
