// SPDX-License-Identifier: GPL-3.0-or-later
// Texts between the study (UTF-8, code points) and Qt (UTF-16). Text is never read back from a widget that
// folds characters; ShownText keeps the study's own bytes beside what is drawn.
#pragma once

#include "text/offset_map.h"
#include "text/text_range.h"

#include <QString>
#include <string>
#include <string_view>

namespace rapport::ui {

[[nodiscard]] QString toQt(std::string_view utf8);
[[nodiscard]] std::string toUtf8(const QString& text);

/// A text of the study as it is drawn, with the way back to code points. A value; cheap to move.
class ShownText {
public:
    ShownText()
        : ShownText(std::string()) {}
    /// `utf8` must be valid.
    explicit ShownText(std::string utf8)
        : m_utf8(std::move(utf8))
        , m_text(toQt(m_utf8))
        , m_map(m_utf8) {}

    [[nodiscard]] const std::string& utf8() const { return m_utf8; }
    [[nodiscard]] const QString& qt() const { return m_text; }
    [[nodiscard]] text::CodePoints length() const { return m_map.length(); }
    [[nodiscard]] text::CodePoints toCodePoints(qsizetype utf16) const {
        return m_map.toCodePoints(text::Utf16Units(utf16));
    }
    [[nodiscard]] qsizetype toQtOffset(text::CodePoints position) const {
        return qsizetype(m_map.toUtf16(position).value);
    }
    /// The bytes that a range names; valid as long as this text.
    [[nodiscard]] std::string_view utf8Slice(text::TextRange range) const {
        const auto begin = std::size_t(m_map.toUtf8(range.begin).value);
        return std::string_view(m_utf8).substr(begin, std::size_t(m_map.toUtf8(range.end).value) - begin);
    }
    /// The part that a range names.
    [[nodiscard]] QString slice(text::TextRange range) const {
        const qsizetype begin = toQtOffset(range.begin);
        return m_text.mid(begin, toQtOffset(range.end) - begin);
    }

private:
    std::string m_utf8;
    QString m_text;
    text::OffsetMap m_map;
};

} // namespace rapport::ui
