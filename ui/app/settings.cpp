// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/settings.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>
#include <QSettings>
#include <QThreadPool>
#include <QTimer>
#include <chrono>
#include <optional>
#include <utility>

namespace rapport::ui {

namespace {

/// One drag of a splitter is one write.
constexpr std::chrono::milliseconds beforeWriting{300};

/// As QSettings names it: without empty parts.
QString named(const QString& key) {
    return key.split(QLatin1Char('/'), Qt::SkipEmptyParts).join(QLatin1Char('/'));
}

using Changes = QHash<QString, std::optional<QVariant>>;

void write(const Changes& changes) {
    QSettings file;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value())
            file.setValue(change.key(), *change.value());
        else
            file.remove(change.key());
    }
}

class Memory : public QObject {
public:
    Memory() {
        const QSettings file;
        for (const QString& key : file.allKeys())
            m_values.insert(key, file.value(key));
        // One after another: what was chosen last is what stays.
        m_writer.setMaxThreadCount(1);
        m_soon.setSingleShot(true);
        m_soon.setInterval(beforeWriting);
        connect(&m_soon, &QTimer::timeout, this, [this] { send(); });
        connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this] { finish(); });
    }
    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise) const {
        return m_values.value(key, otherwise);
    }
    void set(const QString& key, const QVariant& value) {
        if (m_values.contains(key) && m_values.value(key) == value)
            return;
        m_values.insert(key, value);
        change(key, value);
    }
    void remove(const QString& key) {
        const QString under = key + QLatin1Char('/');
        const QStringList keys = m_values.keys();
        for (const QString& each : keys) {
            if (!key.isEmpty() && each != key && !each.startsWith(under))
                continue;
            m_values.remove(each);
            change(each, std::nullopt);
        }
    }
    void finish() {
        m_soon.stop();
        send();
        m_writer.waitForDone();
    }

private:
    void change(const QString& key, const std::optional<QVariant>& value) {
        m_changes.insert(key, value);
        if (!m_soon.isActive())
            m_soon.start();
    }
    void send() {
        if (!m_changes.isEmpty())
            m_writer.start([changes = std::exchange(m_changes, {})] { write(changes); });
    }

    QHash<QString, QVariant> m_values;
    Changes m_changes;
    QTimer m_soon;
    QThreadPool m_writer;
};

/// Goes with the application: nothing of it runs after the end.
Memory& memory() {
    static QPointer<Memory> only;
    if (only.isNull()) {
        only = new Memory;
        only->setParent(QCoreApplication::instance());
    }
    return *only;
}

} // namespace

QVariant remembered(const QString& key, const QVariant& otherwise) {
    return memory().value(named(key), otherwise);
}

void remember(const QString& key, const QVariant& value) {
    memory().set(named(key), value);
}

void forget(const QString& key) {
    memory().remove(named(key));
}

void writeRemembered() {
    memory().finish();
}

} // namespace rapport::ui
