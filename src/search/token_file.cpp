// SPDX-License-Identifier: GPL-3.0-or-later
// The token index as a file: a head, the stamp, the history, then the columns, each padded to eight bytes, as
// they lie in memory. A cache of one machine: another byte order is another file. docs/decisions/0013.
#include "base/digest.h"
#include "base/format.h"
#include "base/platform/mapped_file.h"
#include "search/token_columns.h"
#include "search/token_index.h"

#include <array>
#include <cstring>
#include <type_traits>

namespace rapport::search {

namespace {

constexpr std::array<char, 8> magic{'R', 'a', 'p', 'T', 'o', 'k', 'e', 'n'};
/// Raise it with every change of the columns or of what they mean.
constexpr std::uint32_t formatVersion = 1;
constexpr std::uint32_t byteOrder = 0x0102'0304;
constexpr std::size_t alignment = 8;

struct Head {
    std::array<char, 8> name = magic;
    std::uint32_t order = byteOrder;
    std::uint32_t version = formatVersion;
    std::int64_t position = 0;
    std::uint64_t stampBytes = 0;
    std::uint64_t historyBytes = 0;
    std::array<std::uint64_t, 16> columnBytes{};
    base::Digest digest{}; ///< over everything else in the file, this as zeros
};
static_assert(std::is_trivially_copyable_v<Head> && sizeof(Head) % alignment == 0);

template<typename Value>
std::string_view bytesOf(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

std::size_t padded(std::size_t bytes) {
    return (bytes + alignment - 1) / alignment * alignment;
}

std::string paddedText(std::string_view text) {
    std::string made(text);
    made.resize(padded(text.size()), '\0');
    return made;
}

tl::unexpected<base::Error> unusable(const std::string& path, const base::Phrase& why) {
    return base::fail(base::Errc::Unreadable,
                      base::said("the index of words at {} is not usable: {}", path, why));
}

} // namespace

base::Status TokenIndex::save(const std::string& path, std::string_view stamp) const {
    static_assert(Columns::count == std::tuple_size_v<decltype(Head::columnBytes)>);
    static constexpr std::array<char, alignment> zeros{};
    Head head;
    head.position = m_position;
    head.stampBytes = stamp.size();
    head.historyBytes = m_history.size();
    const std::string names = paddedText(stamp) + paddedText(m_history);
    std::vector<std::string_view> pieces{{}, names};
    std::size_t next = 0;
    Columns::forEach(*this, [&](const auto& column) {
        const std::size_t bytes = column.size_bytes();
        head.columnBytes[next++] = bytes;
        pieces.emplace_back(reinterpret_cast<const char*>(column.data()), bytes);
        pieces.emplace_back(zeros.data(), padded(bytes) - bytes);
    });
    pieces.front() = bytesOf(head);
    base::Digester digester;
    for (const std::string_view piece : pieces)
        digester.add(piece);
    head.digest = digester.finish();
    return base::writeFileAtomically(path, pieces);
}

base::Result<std::shared_ptr<const TokenIndex>>
TokenIndex::load(const std::string& path, std::string_view stamp, const base::Task& task) {
    RAPPORT_ASSIGN(const auto file, base::MappedFile::open(path));
    std::string_view rest = file->bytes();
    Head head;
    if (rest.size() < sizeof(head))
        return unusable(path, "it is truncated");
    std::memcpy(&head, rest.data(), sizeof(head));
    rest.remove_prefix(sizeof(head));
    if (head.name != magic || head.order != byteOrder || head.version != formatVersion)
        return unusable(path, "it is of another version");
    // Sizes first, one by one, so that no sum of them can overflow.
    std::vector<std::string_view> pieces;
    const auto take = [&](std::uint64_t bytes) {
        if (bytes > rest.size() || padded(bytes) > rest.size())
            return false;
        pieces.push_back(rest.substr(0, bytes));
        rest.remove_prefix(padded(bytes));
        return true;
    };
    bool isWhole = take(head.stampBytes) && take(head.historyBytes);
    for (const std::uint64_t bytes : head.columnBytes)
        isWhole = isWhole && take(bytes);
    if (!isWhole || !rest.empty())
        return unusable(path, "it is truncated");
    if (pieces[0] != stamp)
        return unusable(path, "it is of another study or program");

    const base::Digest claimed = head.digest;
    head.digest = {};
    base::Digester digester;
    digester.add(bytesOf(head));
    constexpr std::size_t bytesPerLook = std::size_t{1} << 22U;
    for (std::string_view left = file->bytes().substr(sizeof(head)); !left.empty();) {
        if (task.isStopped())
            return base::Task::cancelled();
        const std::string_view part = left.substr(0, bytesPerLook);
        digester.add(part);
        left.remove_prefix(part.size());
    }
    if (digester.finish() != claimed)
        return unusable(path, "it is damaged");

    const std::shared_ptr<TokenIndex> made(new TokenIndex());
    made->m_position = head.position;
    made->m_history = std::string(pieces[1]);
    made->m_held = file;
    std::size_t next = 2;
    bool isWholeValues = true;
    Columns::forEach(*made, [&]<typename Value>(std::span<const Value>& column) {
        const std::string_view bytes = pieces[next++];
        isWholeValues = isWholeValues && bytes.size() % sizeof(Value) == 0;
        column = {reinterpret_cast<const Value*>(bytes.data()), bytes.size() / sizeof(Value)};
    });
    if (!isWholeValues || !made->isSound())
        return unusable(path, "it is damaged");
    if (!made->findCommon(task))
        return base::Task::cancelled();
    return std::shared_ptr<const TokenIndex>(made);
}

bool TokenIndex::isSound() const {
    const std::size_t words = m_words.size();
    const std::size_t spellings = m_formOf.size();
    return m_unitBegins.size() == m_units.size() + 1 && m_unitBegins.back() == words &&
           !m_formBegins.empty() && m_placeBegins.size() == m_formBegins.size() &&
           m_firstSpelling.size() == m_formBegins.size() && m_firstSpelling.back() == spellings &&
           m_spellingBegins.size() == spellings + 1 && m_partsOf.size() == spellings &&
           m_formBegins.back() == m_formPool.size() && m_spellingBegins.back() == m_spellingPool.size() &&
           m_placeBegins.back() == m_places.size() && m_places.size() == words + m_joined.size() &&
           m_joinedHere.size() == (words + 63) / 64 && m_sentenceStarts.size() == m_joinedHere.size();
}

} // namespace rapport::search
