// SPDX-License-Identifier: GPL-3.0-or-later
// Follows what the desktop asks of its programs: dark or light, high contrast or not. Asked of the settings
// portal (org.freedesktop.portal.Settings, namespace org.freedesktop.appearance), which GNOME, KDE and others
// answer; where nobody answers the palette that Qt found at the start stays. Tells the theme; UI thread.
#pragma once

#include <QObject>

class QDBusVariant;

namespace rapport::ui {

class SystemLook : public QObject {
    Q_OBJECT
public:
    SystemLook();

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void take(const QString& key, uint value);
};

} // namespace rapport::ui
