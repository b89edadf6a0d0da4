// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/import_memos.h"

#include "base/format.h"
#include "service/reading.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_set>

namespace rapport::service {

namespace {

constexpr std::size_t longestQuote = 200;
constexpr std::string_view between = "\n\n"; ///< remarks of one memo

/// Where a remark stands in a memo as one of its own, from there on; npos: nowhere.
std::size_t remarkAt(std::string_view memo, std::string_view remark, std::size_t from) {
    for (std::size_t at = memo.find(remark, from); at != std::string_view::npos;
         at = memo.find(remark, at + 1)) {
        const std::string_view behind = memo.substr(at + remark.size());
        if ((at == 0 || memo.substr(0, at).ends_with(between)) &&
            (behind.empty() || behind.starts_with(between)))
            return at;
    }
    return std::string_view::npos;
}

} // namespace

base::Status ProjectMemos::add(const exchange::ProjectSource& read, model::SourceId source) {
    if (read.memos.empty())
        return {};
    RAPPORT_ASSIGN(std::vector<model::Unit> units, impl().sources().unitsOf(source));
    const auto whole = std::find_if(units.begin(), units.end(), [](const model::Unit& unit) {
        return unit.kind != model::UnitKind::Turn;
    });
    const model::UnitId wholeText = whole == units.end() ? units.front().id : whole->id;
    std::erase_if(units, [](const model::Unit& unit) { return unit.kind != model::UnitKind::Turn; });
    std::sort(units.begin(), units.end(), [](const model::Unit& left, const model::Unit& right) {
        return left.range.begin < right.range.begin;
    });
    const text::OffsetMap map(read.text);
    std::vector<const exchange::ProjectMemo*> memos;
    for (const exchange::ProjectMemo& memo : read.memos)
        memos.push_back(&memo);
    std::stable_sort(memos.begin(), memos.end(), [](const auto* left, const auto* right) {
        return left->begin.value_or(-1) < right->begin.value_or(-1);
    });
    for (const exchange::ProjectMemo* memo : memos) {
        Remark remark{memo->guid, {}, memo->about, memo->codes, memo->text, memo->time};
        model::UnitId unit = wholeText;
        if (memo->begin && memo->end) {
            const text::TextRange range = text::textRange(*memo->begin, *memo->end);
            const auto bytes = map.toUtf8(range);
            remark.quote = text::elide(
                text::trim(std::string_view(read.text).substr(static_cast<std::size_t>(bytes.begin.value),
                                                              static_cast<std::size_t>(bytes.length()))),
                longestQuote);
            std::replace(remark.quote.begin(), remark.quote.end(), '\n', ' ');
            const auto behind = std::upper_bound(
                units.begin(), units.end(), range.begin,
                [](text::CodePoints place, const model::Unit& turn) { return place < turn.range.begin; });
            if (behind != units.begin() && range.begin < std::prev(behind)->range.end)
                unit = std::prev(behind)->id;
        }
        m_remarks[{unit, memo->author}].push_back(std::move(remark));
    }
    return {};
}

base::Result<model::RaterId> ProjectMemos::rater(const std::string& name) {
    if (!m_raters) {
        RAPPORT_ASSIGN(m_raters, RaterNames::read(m_writer->session()));
    }
    return m_raters->join(*m_writer, *m_report, name);
}

base::Status ProjectMemos::write(const std::map<std::string, std::string>& codeNames) {
    if (m_remarks.empty())
        return {};
    RAPPORT_ASSIGN(const auto codebook, m_writer->session().codebook());
    RAPPORT_ASSIGN(const std::string language, studyLanguage(m_writer->session()));
    std::set<base::Guid> there;
    RAPPORT_ASSIGN(const auto memos, impl().codings().memos());
    for (const model::Memo& memo : memos)
        there.insert(memo.guid);
    const auto shown = [&](const std::string& code) {
        const auto renamed = codeNames.find(code);
        const std::string& name = renamed == codeNames.end() ? code : renamed->second;
        const model::Code* found = codebook->code(name).code;
        return found == nullptr ? name : found->title.in(language);
    };
    std::int64_t written = 0;
    for (const auto& [place, remarks] : m_remarks) {
        RAPPORT_ASSIGN(const model::RaterId author, rater(place.second));
        RAPPORT_ASSIGN(const model::Memo before, impl().codings().memo(author, place.first));
        model::Memo memo;
        memo.author = author;
        memo.unit = place.first;
        memo.text = before.text;
        std::int64_t fresh = 0;
        std::unordered_set<std::string> said;
        std::size_t reached = 0; // in what was there before: mostly the same remarks in the same order
        for (const Remark& remark : remarks) {
            std::string words;
            if (!remark.quote.empty())
                words = fmt::format("“{}”", remark.quote);
            else if (!remark.about.empty())
                words = "→ " + remark.about;
            for (std::size_t code = 0; code < remark.codes.size(); ++code)
                words += (code > 0 ? ", " : words.empty() ? "→ " : " → ") + shown(remark.codes[code]);
            words += (words.empty() ? "" : "\n") + remark.text;
            // From an import before this one, or said twice of the same place.
            std::size_t known = remarkAt(before.text, words, reached);
            if (known == std::string::npos)
                known = remarkAt(before.text, words, 0);
            if (known != std::string::npos)
                reached = known + words.size();
            if (!said.insert(words).second || known != std::string::npos)
                continue;
            memo.text += (memo.text.empty() ? std::string_view() : between);
            memo.text += words;
            memo.time = std::max(memo.time, remark.time.value_or(base::Instant()));
            memo.guid = remark.guid;
            ++fresh;
        }
        if (fresh == 0)
            continue;
        // The note's own identity where it alone is the memo.
        if (fresh > 1 || !before.text.empty() || memo.guid.isNull() || !there.insert(memo.guid).second)
            memo.guid = base::Guid::random(impl().environment.random);
        if (memo.time == base::Instant())
            memo.time = impl().environment.clock->now();
        RAPPORT_TRY(m_writer->memo(memo, before.text, model::RoundId{}));
        written += fresh;
    }
    if (written > 0)
        m_report->notes.push_back(written == 1 ? base::said("{}: 1 memo came in", *m_fileName)
                                               : base::said("{}: {} memos came in", *m_fileName, written));
    return {};
}

} // namespace rapport::service
