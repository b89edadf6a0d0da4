// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/terms.h"

#include "search/words.h"

namespace rapport::search::detail {

namespace {

constexpr char unitSeparator = '\x1f';
constexpr char recordSeparator = '\x1e';

void appendClean(std::string& out, std::string_view text) {
    for (const char character : text) {
        if (character != unitSeparator && character != recordSeparator)
            out += character;
    }
}

/// A zero byte takes two in a term: there is none in a name.
std::string termName(std::string_view name) {
    constexpr std::size_t maximumBytes = 60;
    std::string clean;
    for (const char character : cutAt(name, maximumBytes)) {
        if (static_cast<unsigned char>(character) >= 0x20)
            clean += character;
    }
    return clean;
}

} // namespace

std::string wordTerm(std::string_view folded) {
    return 'w' + std::string(folded);
}

std::string fieldTermStart(std::string_view field) {
    return 'F' + termName(field) + unitSeparator;
}

std::string fieldTerm(std::string_view field, std::string_view foldedValue) {
    return fieldTermStart(field) + std::string(foldedValue);
}

std::string kindTerm(std::string_view kind) {
    return 'K' + termName(kind);
}

std::string orderValue(std::int64_t order) {
    const std::uint64_t shifted = static_cast<std::uint64_t>(order) ^ (std::uint64_t{1} << 63);
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<unsigned char>((shifted >> shift) & 0xFF));
    return bytes;
}

std::string dateValue(const std::string& date) {
    return date.empty() ? std::string("\xFF") : date;
}

std::string fieldData(const std::vector<std::pair<std::string, std::string>>& fields) {
    std::string data;
    for (const auto& [field, value] : fields) {
        appendClean(data, field);
        data += unitSeparator;
        appendClean(data, value);
        data += recordSeparator;
    }
    return data;
}

std::vector<std::pair<std::string, std::string>> readFieldData(std::string_view data) {
    std::vector<std::pair<std::string, std::string>> fields;
    while (!data.empty()) {
        const std::string_view record = data.substr(0, data.find(recordSeparator));
        data.remove_prefix(std::min(data.size(), record.size() + 1));
        const std::size_t middle = record.find(unitSeparator);
        if (middle != std::string_view::npos)
            fields.emplace_back(record.substr(0, middle), record.substr(middle + 1));
    }
    return fields;
}

} // namespace rapport::search::detail
