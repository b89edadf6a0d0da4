// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told, asked for as one asks: over the accessibility bus, from another program.
// "walk": every object that is shown has a role, and every one that takes the keyboard a name (a table's cell
// may be empty). "focused" prints role and name of what has the keyboard. "text WORDS": some text that is
// shown holds them. "do NAME" does the first action of the object of that name. Ends with 1 where that does
// not hold, with 2 where there is no window.
#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusReply>
#include <cstdio>
#include <functional>

namespace {

/// An object on the bus.
struct Place {
    QString service;
    QDBusObjectPath path;
};

QDBusArgument& operator<<(QDBusArgument& argument, const Place& place) {
    argument.beginStructure();
    argument << place.service << place.path;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, Place& place) {
    argument.beginStructure();
    argument >> place.service >> place.path;
    argument.endStructure();
    return argument;
}

// Numbers of AtspiStateType.
constexpr int focusable = 11;
constexpr int focused = 12;
constexpr int showing = 25;

/// Of a long table the first are looked at: the others are made of the same.
constexpr qsizetype mostChildren = 300;

class Bus {
public:
    Bus()
        : m_bus(QString()) {
        const QDBusMessage asked =
            QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                           QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
        const QDBusReply<QString> address = QDBusConnection::sessionBus().call(asked);
        if (address.isValid())
            m_bus = QDBusConnection::connectToBus(address.value(), QStringLiteral("accessibility"));
    }

    template<typename... Arguments>
    [[nodiscard]] QDBusMessage call(const Place& place, const char* interface, const char* method,
                                    Arguments... arguments) const {
        QDBusMessage message = QDBusMessage::createMethodCall(
            place.service, place.path.path(), QLatin1String(interface), QLatin1String(method));
        message.setArguments({QVariant::fromValue(arguments)...});
        return m_bus.call(message, QDBus::Block, 5000);
    }
    [[nodiscard]] QList<Place> children(const Place& place) const {
        const QDBusReply<QList<Place>> found = call(place, "org.a11y.atspi.Accessible", "GetChildren");
        return found.isValid() ? found.value().first(std::min(found.value().size(), mostChildren))
                               : QList<Place>();
    }
    [[nodiscard]] QString role(const Place& place) const {
        const QDBusReply<QString> found = call(place, "org.a11y.atspi.Accessible", "GetRoleName");
        return found.isValid() ? found.value() : QString();
    }
    [[nodiscard]] QString name(const Place& place) const {
        const QDBusReply<QDBusVariant> found =
            call(place, "org.freedesktop.DBus.Properties", "Get", QStringLiteral("org.a11y.atspi.Accessible"),
                 QStringLiteral("Name"));
        return found.isValid() ? found.value().variant().toString() : QString();
    }
    [[nodiscard]] bool is(const Place& place, int state) const {
        const QDBusReply<QList<uint>> found = call(place, "org.a11y.atspi.Accessible", "GetState");
        return found.isValid() && found.value().size() > state / 32 &&
               (found.value().at(state / 32) >> (state % 32) & 1U) != 0;
    }
    [[nodiscard]] QString text(const Place& place) const {
        const QDBusReply<QString> found = call(place, "org.a11y.atspi.Text", "GetText", 0, -1);
        return found.isValid() ? found.value() : QString();
    }
    [[nodiscard]] bool act(const Place& place) const {
        const QDBusReply<bool> done = call(place, "org.a11y.atspi.Action", "DoAction", 0);
        return done.isValid() && done.value();
    }
    /// The program's object; nothing on it where it is not there.
    [[nodiscard]] Place program() const {
        const Place root{QStringLiteral("org.a11y.atspi.Registry"),
                         QDBusObjectPath(QStringLiteral("/org/a11y/atspi/accessible/root"))};
        for (const Place& each : children(root)) {
            if (name(each) == QLatin1String("rapport-desktop"))
                return each;
        }
        return {};
    }
    /// Goes through what is shown until `visit` gives false.
    bool walk(const Place& place, const std::function<bool(const Place&)>& visit) const {
        for (const Place& child : children(place)) {
            if (!is(child, showing))
                continue;
            if (!visit(child) || !walk(child, visit))
                return false;
        }
        return true;
    }

private:
    QDBusConnection m_bus;
};

} // namespace

Q_DECLARE_METATYPE(Place)

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString what = words.value(1);
    qDBusRegisterMetaType<Place>();
    qDBusRegisterMetaType<QList<Place>>();
    const Bus bus;
    const Place program = bus.program();
    if (program.service.isEmpty())
        return 2;

    int seen = 0;
    int stops = 0;
    int wrong = 0;
    bool isFound = false;
    bus.walk(program, [&](const Place& place) {
        ++seen;
        if (what == QLatin1String("focused")) {
            // Qt says of a list's current row that it has the keyboard whoever has it: the list itself
            // counts.
            const QString role = bus.role(place);
            const bool isRow = role == QLatin1String("list item") || role == QLatin1String("tree item") ||
                               role.endsWith(QLatin1String("cell"));
            if (!isRow && role != QLatin1String("frame") && bus.is(place, focused)) {
                std::printf("%s: %s\n", qPrintable(role), qPrintable(bus.name(place)));
                isFound = !bus.name(place).isEmpty();
                return false;
            }
        } else if (what == QLatin1String("text")) {
            isFound = bus.text(place).contains(words.value(2)) || bus.name(place).contains(words.value(2));
            return !isFound;
        } else if (what == QLatin1String("do")) {
            isFound = bus.name(place) == words.value(2) && bus.act(place);
            return !isFound;
        } else {
            const bool takesKeys = bus.is(place, focusable);
            stops += takesKeys ? 1 : 0;
            const QString role = bus.role(place);
            if (role.isEmpty() || role == QLatin1String("unknown") || role == QLatin1String("invalid") ||
                (takesKeys && role != QLatin1String("cell") && bus.name(place).isEmpty())) {
                ++wrong;
                std::printf("%s at %s: name '%s'\n", role.isEmpty() ? "no role" : qPrintable(role),
                            qPrintable(place.path.path()), qPrintable(bus.name(place)));
            }
        }
        return true;
    });
    if (what != QLatin1String("walk"))
        return isFound ? 0 : 1;
    std::printf("%d objects are shown, %d take the keyboard\n", seen, stops);
    return seen > 20 && stops > 5 && wrong == 0 ? 0 : 1;
}
