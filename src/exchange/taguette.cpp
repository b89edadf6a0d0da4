// SPDX-License-Identifier: GPL-3.0-or-later
// SOURCE: Taguette 1.4, models of its database. Nothing of the program is used.
#include "base/json.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/database_reader.h"
#include "exchange/html.h"
#include "text/decode.h"
#include "text/offset_map.h"

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

class TaguetteReader : public DatabaseReader {
public:
    using DatabaseReader::DatabaseReader;

    base::Result<Project> read() {
        m_project.origin = "Taguette";
        const DatabaseRows& projects = rows("projects");
        if (projects.size() != 1)
            return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                              base::said("holds {} Taguette projects; one can be imported", projects.size()),
                              "in Taguette open the project and export it alone, as SQLite");
        m_project.name = oneLine(words(projects.front()[1]));
        if (m_project.name.empty())
            m_project.name = text::decodeName(base::fileStem(m_fileName));
        addRemark(m_project.name, projects.front()[2], {}, {});
        readTags();
        readCommands();
        for (const std::vector<std::string>& row : rows("highlight_tags"))
            m_tagsOf[row[0]].push_back(row[1]);
        for (std::size_t index = 0; index < rows("highlights").size(); ++index)
            m_highlightsOf[rows("highlights")[index][1]].push_back(index);
        std::size_t done = 0;
        for (std::vector<std::string>& row : rows("documents")) {
            if (m_task.isStopped())
                return base::Task::cancelled();
            m_task.report(++done, rows("documents").size(), "reading a project");
            readDocument(row);
        }
        warn(m_untagged, base::said("1 highlight without a tag is left out"),
             base::said("{} highlights without a tag are left out", m_untagged));
        return finish();
    }

private:
    void readTags() {
        DatabaseRows tags = rows("tags");
        std::stable_sort(tags.begin(), tags.end(),
                         [](const auto& left, const auto& right) { return left[1] < right[1]; });
        std::unordered_map<std::string, std::string> keys;
        for (const std::vector<std::string>& row : tags)
            keys.emplace(row[1], row[0]);
        CodeTree tree;
        for (const std::vector<std::string>& row : tags) {
            CodeDraft code;
            code.title = oneLine(words(row[1]));
            code.definition = words(row[2]);
            std::string parent = row[3];
            // "feeling.warm" is below "feeling" where there is such a tag.
            for (std::size_t dot = row[1].rfind('.'); parent.empty() && dot != std::string::npos && dot > 0;
                 dot = row[1].rfind('.', dot - 1)) {
                const auto above = keys.find(row[1].substr(0, dot));
                if (above == keys.end())
                    continue;
                parent = above->second;
                code.title = oneLine(words(row[1].substr(dot + 1)));
            }
            tree.add(row[0], std::move(parent), std::move(code));
        }
        takeCodes(tree);
    }

    /// Who made a highlight stands in the log of what was done, and nowhere else.
    void readCommands() {
        for (const std::vector<std::string>& row : rows("commands")) {
            if (row[2].find("highlight_add") == std::string::npos &&
                row[2].find("document_add") == std::string::npos)
                continue;
            const auto payload = base::parseJson(row[2], m_fileName);
            if (payload && base::stringAt(*payload, "type") == "document_add") {
                // The log names the document beside what was done.
                m_describers[row[3]] = {row[0], row[1]};
                continue;
            }
            if (!payload || base::stringAt(*payload, "type") != "highlight_add")
                continue;
            const auto highlight = static_cast<std::int64_t>(base::numberAt(*payload, "highlight_id", -1));
            m_authors[fmt::format("{}", highlight)] = {row[0], databaseTime(row[1])};
        }
        if (rows("project_members").size() == 1)
            m_onlyMember = rows("project_members").front()[0];
    }

    void readDocument(std::vector<std::string>& row) {
        ProjectSource source;
        source.name = oneLine(words(row[1]));
        if (source.name.empty())
            source.name = fmt::format("source {}", m_project.sources.size() + 1);
        if (!text::isValidUtf8(row[2])) {
            problem(base::said("'{}' is left out: {}", text::elide(source.name, 60),
                               base::Phrase("it is no valid UTF-8")));
            return;
        }
        HtmlText page = htmlText(row[2]);
        row[2].clear();
        row[2].shrink_to_fit();
        if (text::trim(page.text).empty()) {
            problem(base::said("'{}' is left out: {}", text::elide(source.name, 60),
                               base::Phrase("it is empty")));
            return;
        }
        source.text = std::move(page.text);
        page.text.clear();
        std::size_t quotes = 0;
        std::size_t matched = 0;
        if (const auto found = m_highlightsOf.find(row[0]); found != m_highlightsOf.end()) {
            const text::OffsetMap map(source.text);
            for (const std::size_t place : found->second)
                addHighlight(source, page, map, rows("highlights")[place], quotes, matched);
        }
        if (quotes > 0)
            source.positions =
                quotes == 1
                    ? base::said("{}: {} of 1 quote fit", base::Phrase("positions count bytes"), matched)
                    : base::said("{}: {} of {} quotes fit", base::Phrase("positions count bytes"), matched,
                                 quotes);
        const auto describer = m_describers.find(row[0]);
        addMemo(source, row[3], describer == m_describers.end() ? m_onlyMember : describer->second.first,
                describer == m_describers.end() ? std::string() : describer->second.second);
        m_project.sources.push_back(std::move(source));
    }

    void addHighlight(ProjectSource& source, const HtmlText& page, const text::OffsetMap& map,
                      const std::vector<std::string>& row, std::size_t& quotes, std::size_t& matched) {
        const auto tags = m_tagsOf.find(row[0]);
        if (tags == m_tagsOf.end()) {
            ++m_untagged;
            return;
        }
        const auto first = base::parseInteger(row[2]);
        const auto last = base::parseInteger(row[3]);
        if (!first || !last || *first < 0 || *last <= *first) {
            problem(base::said("a coding of '{}' has no position", text::elide(source.name, 60)));
            return;
        }
        const std::size_t size = source.text.size();
        const auto place = [&](std::int64_t byte, bool isEnd) {
            const std::size_t at =
                page.pieces.empty() ? 0 : page.toText(static_cast<std::size_t>(byte), isEnd);
            return map.toCodePoints(text::Utf8Bytes(static_cast<std::int64_t>(std::min(at, size))));
        };
        text::TextRange range{place(*first, false), place(*last, true)};
        if (range.end <= range.begin) {
            problem(base::said("a coding of '{}' from {} to {} lies outside of its text",
                               text::elide(source.name, 60), *first, *last));
            return;
        }
        if (!row[4].empty() && text::isValidUtf8(row[4])) {
            ++quotes;
            const auto bytes = map.toUtf8(range);
            const std::string_view said = std::string_view(source.text)
                                              .substr(static_cast<std::size_t>(bytes.begin.value),
                                                      static_cast<std::size_t>(bytes.length()));
            matched += sameWords(said, htmlText(row[4]).text) ? 1U : 0U;
        }
        const auto author = m_authors.find(row[0]);
        for (const std::string& tag : tags->second) {
            const auto code = m_codes.find(tag);
            if (code == m_codes.end()) {
                ++m_unknownCodes;
                continue;
            }
            ProjectCoding coding;
            coding.code = code->second;
            coding.rater = raterOf(author == m_authors.end() ? m_onlyMember : author->second.first);
            coding.begin = range.begin.value;
            coding.end = range.end.value;
            if (author != m_authors.end())
                coding.time = author->second.second;
            add(source, std::move(coding));
        }
    }

    /// Apart from white space, which a page and its text have in other places.
    static bool sameWords(std::string_view left, std::string_view right) {
        const auto isSpace = [](char letter) {
            return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
        };
        std::size_t i = 0;
        std::size_t j = 0;
        while (true) {
            while (i < left.size() && isSpace(left[i]))
                ++i;
            while (j < right.size() && isSpace(right[j]))
                ++j;
            if (i == left.size() || j == right.size())
                return i == left.size() && j == right.size();
            if (left[i++] != right[j++])
                return false;
        }
    }

    std::unordered_map<std::string, std::vector<std::string>> m_tagsOf;       ///< by highlight
    std::unordered_map<std::string, std::vector<std::size_t>> m_highlightsOf; ///< by document
    std::unordered_map<std::string, std::pair<std::string, std::optional<base::Instant>>> m_authors;
    std::unordered_map<std::string, std::pair<std::string, std::string>> m_describers; ///< of documents
    std::string m_onlyMember;
    std::size_t m_untagged = 0;
};

} // namespace

base::Result<Project> readTaguette(std::vector<DatabaseTable> tables, const std::string& fileName,
                                   const base::Task& task) {
    return TaguetteReader(std::move(tables), fileName, task).read();
}

} // namespace rapport::exchange
