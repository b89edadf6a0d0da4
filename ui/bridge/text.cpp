// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"

namespace rapport::ui {

QString toQt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string toUtf8(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace rapport::ui
