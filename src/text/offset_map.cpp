// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/offset_map.h"

#include <algorithm>

namespace rapport::text {

namespace {

constexpr int widthOf(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

constexpr std::int64_t utf16Width(int utf8Width) {
    return utf8Width == 4 ? 2 : 1;
}

/// The last run whose `member` is not past `position`. `runs` is not empty and begins at 0; `position` >= 0.
template<typename Run>
const Run& runAt(const std::vector<Run>& runs, std::int64_t Run::*member, std::int64_t position) {
    const auto next =
        std::upper_bound(runs.begin(), runs.end(), position,
                         [member](std::int64_t value, const Run& run) { return value < run.*member; });
    return *(next - 1);
}

} // namespace

OffsetMap::OffsetMap(std::string_view utf8) {
    std::int64_t codePoint = 0;
    std::int64_t utf16 = 0;
    int width = 0;
    std::size_t byte = 0;
    while (byte < utf8.size()) {
        const int next = widthOf(utf8[byte]);
        if (next != width) {
            width = next;
            m_runs.push_back(Run{codePoint, static_cast<std::int64_t>(byte), utf16, width});
        }
        byte += static_cast<std::size_t>(width);
        codePoint += 1;
        utf16 += utf16Width(width);
    }
    m_runs.shrink_to_fit();
    m_length = CodePoints(codePoint);
    m_bytes = Utf8Bytes(static_cast<std::int64_t>(std::min(byte, utf8.size())));
    m_units = Utf16Units(utf16);
}

CodePoints OffsetMap::toCodePoints(Utf16Units position) const {
    if (position >= m_units)
        return m_length;
    if (position.value <= 0)
        return CodePoints(0);
    const Run& run = runAt(m_runs, &Run::utf16, position.value);
    return CodePoints(run.codePoint + (position.value - run.utf16) / utf16Width(run.width));
}

CodePoints OffsetMap::toCodePoints(Utf8Bytes position) const {
    if (position >= m_bytes)
        return m_length;
    if (position.value <= 0)
        return CodePoints(0);
    const Run& run = runAt(m_runs, &Run::utf8, position.value);
    return CodePoints(run.codePoint + (position.value - run.utf8) / run.width);
}

Utf16Units OffsetMap::toUtf16(CodePoints position) const {
    if (position >= m_length)
        return m_units;
    if (position.value <= 0)
        return Utf16Units(0);
    const Run& run = runAt(m_runs, &Run::codePoint, position.value);
    return Utf16Units(run.utf16 + (position.value - run.codePoint) * utf16Width(run.width));
}

Utf8Bytes OffsetMap::toUtf8(CodePoints position) const {
    if (position >= m_length)
        return m_bytes;
    if (position.value <= 0)
        return Utf8Bytes(0);
    const Run& run = runAt(m_runs, &Run::codePoint, position.value);
    return Utf8Bytes(run.utf8 + (position.value - run.codePoint) * run.width);
}

} // namespace rapport::text
