// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/system_look.h"

#include "ui/app/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace rapport::ui {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop";
constexpr auto path = "/org/freedesktop/portal/desktop";
constexpr auto interface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";

/// The portal packs a variant into a variant.
uint numberIn(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

SystemLook::SystemLook() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QLatin1String(service), QLatin1String(path), QLatin1String(interface),
                QStringLiteral("SettingChanged"), this, SLOT(settingChanged(QString, QString, QDBusVariant)));
    for (const char* key : {"color-scheme", "contrast"}) {
        QDBusMessage question = QDBusMessage::createMethodCall(
            QLatin1String(service), QLatin1String(path), QLatin1String(interface), QStringLiteral("Read"));
        question << QString::fromLatin1(appearance) << QString::fromLatin1(key);
        // Not waited for: a desktop that answers late changes the look late, and one that does not, not at
        // all.
        auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, 2000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
            const QDBusPendingReply<QVariant> answer = *watcher;
            if (!answer.isError())
                take(QString::fromLatin1(key), numberIn(answer.value()));
            watcher->deleteLater();
        });
    }
}

void SystemLook::settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == QLatin1String(appearance))
        take(key, numberIn(value.variant()));
}

// SOURCE: XDG Desktop Portal, Settings: color-scheme 0 none, 1 dark, 2 light; contrast 0 none, 1 higher.
void SystemLook::take(const QString& key, uint value) {
    if (key == QLatin1String("color-scheme") && value != 0)
        theme().setSystemLook(value == 1, theme().systemIsHighContrast());
    else if (key == QLatin1String("contrast"))
        theme().setSystemLook(theme().systemIsDark(), value == 1);
}

} // namespace rapport::ui
