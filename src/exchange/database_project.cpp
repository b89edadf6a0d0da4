// SPDX-License-Identifier: GPL-3.0-or-later
// SOURCE: QualCoder, database of versions v1 to v17 (tables as its project files hold them); Taguette 1.4,
// models of its database. Both are public formats; nothing of either program is used.
#include "exchange/database_project.h"

#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/code_list.h"
#include "exchange/html.h"
#include "exchange/offset_fit.h"
#include "text/decode.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using Rows = std::vector<std::vector<std::string>>;

constexpr int deepest = 60;

std::string oneLine(std::string_view text) {
    std::string kept(text::trim(text));
    std::replace(kept.begin(), kept.end(), '\n', ' ');
    return kept;
}

/// "2026-01-15 10:00:00.123456", of no known time zone: taken as UTC.
std::optional<base::Instant> instantOf(std::string_view words) {
    constexpr std::size_t toMilliseconds = 23;
    return base::parseIso(words.substr(0, toMilliseconds));
}

/// Codes and headings as rows that name their parent, brought into depth-first order.
class CodeTree {
public:
    /// `key` is unique; a parent that is not there makes a root.
    void add(std::string key, std::string parent, CodeDraft draft) {
        m_places.try_emplace(key, m_nodes.size());
        m_nodes.push_back({std::move(key), std::move(parent), std::move(draft), {}});
    }

    /// Keys in the order of `drafts`. Headings that hang in a circle become roots.
    std::vector<std::string> order(std::vector<CodeDraft>& drafts) {
        std::vector<std::size_t> roots;
        for (std::size_t index = 0; index < m_nodes.size(); ++index) {
            const auto parent = m_places.find(m_nodes[index].parent);
            if (m_nodes[index].parent.empty() || parent == m_places.end() || parent->second == index)
                roots.push_back(index);
            else
                m_nodes[parent->second].children.push_back(index);
        }
        std::vector<std::string> keys;
        std::vector<bool> isSeen(m_nodes.size(), false);
        const auto walk = [&](std::size_t root) {
            std::vector<std::pair<std::size_t, int>> waiting{{root, 0}};
            while (!waiting.empty()) {
                const auto [index, depth] = waiting.back();
                waiting.pop_back();
                if (isSeen[index])
                    continue;
                isSeen[index] = true;
                Node& node = m_nodes[index];
                node.draft.depth = std::min(depth, deepest);
                keys.push_back(node.key);
                drafts.push_back(node.draft);
                for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
                    waiting.emplace_back(*child, depth + 1);
            }
        };
        for (const std::size_t root : roots)
            walk(root);
        for (std::size_t index = 0; index < m_nodes.size(); ++index) {
            if (!isSeen[index])
                walk(index);
        }
        return keys;
    }

private:
    struct Node {
        std::string key;
        std::string parent;
        CodeDraft draft;
        std::vector<std::size_t> children;
    };
    std::vector<Node> m_nodes;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// What both programs' projects need.
class DatabaseReader {
public:
    DatabaseReader(std::vector<DatabaseTable> tables, const std::string& fileName, const base::Task& task)
        : m_fileName(fileName)
        , m_task(task) {
        for (DatabaseTable& table : tables)
            m_tables.emplace(table.name, std::move(table.rows));
    }

protected:
    Rows& rows(std::string_view table) { return m_tables[table]; }

    void warn(std::size_t count, base::Phrase one, base::Phrase many) {
        if (count > 0)
            m_project.warnings.push_back(count == 1 ? std::move(one) : std::move(many));
    }

    void problem(base::Phrase message, base::Phrase hint = {}) {
        m_project.problems.push_back(RowProblem{m_fileName, 0, {}, std::move(message), std::move(hint)});
    }

    /// A text of the database as valid UTF-8 with \n line ends; nothing where it is empty or no text.
    std::optional<std::string> textOf(std::string_view bytes, const std::string& of, TextFacts& facts) {
        auto decoded = text::decode(bytes, m_fileName);
        if (!decoded || text::trim(decoded->text).empty()) {
            problem(base::said("'{}' is left out: {}", text::elide(of, 60),
                               decoded ? base::Phrase("it is empty") : decoded.error().message));
            return std::nullopt;
        }
        facts.hadMark = decoded->hadByteOrderMark;
        facts.hasCrLf = bytes.find("\r\n") != std::string_view::npos;
        return std::move(decoded->text);
    }

    /// Short words of the database: names, titles, memos.
    static std::string words(std::string_view bytes) {
        return text::isValidUtf8(bytes) ? std::string(bytes) : std::string("?");
    }

    std::string raterOf(std::string_view owner) {
        std::string name = oneLine(words(owner));
        std::replace(name.begin(), name.end(), ',', ' ');
        name = name.empty() ? "unknown" : text::elide(name, 60);
        if (m_raters.insert(name).second)
            m_project.raters.push_back(name);
        return name;
    }

    void takeCodes(CodeTree& tree) {
        std::vector<CodeDraft> drafts;
        const std::vector<std::string> keys = tree.order(drafts);
        if (drafts.empty())
            return;
        m_project.codebook = codebookOf(drafts, m_project.name, {});
        const model::Variable& variable = m_project.codebook.codebook.variables.front();
        for (std::size_t index = 0; index < keys.size(); ++index)
            m_codes.emplace(keys[index], variable.codes[index].name);
    }

    /// Once per code, rater and place.
    void add(ProjectSource& source, ProjectCoding coding) {
        if (m_seen
                .insert({m_project.sources.size(), coding.code, coding.rater, coding.begin.value_or(-1),
                         coding.end.value_or(-1)})
                .second)
            source.codings.push_back(std::move(coding));
    }

    base::Result<Project> finish() {
        if (m_project.sources.empty() && m_project.codebook.codebook.variables.empty())
            return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                              "holds neither codes nor a text that can be read");
        warn(m_unknownCodes, base::said("1 coding names a code that is not in the codebook"),
             base::said("{} codings name a code that is not in the codebook", m_unknownCodes));
        warn(m_memos, base::said("1 memo on a passage is left out"),
             base::said("{} memos on passages are left out", m_memos));
        return std::move(m_project);
    }

    const std::string& m_fileName;
    const base::Task& m_task;
    Project m_project;
    std::unordered_map<std::string, std::string> m_codes; ///< key in the database -> name
    std::size_t m_unknownCodes = 0;
    std::size_t m_memos = 0;

private:
    std::map<std::string_view, Rows> m_tables;
    std::unordered_set<std::string> m_raters;
    std::set<std::tuple<std::size_t, std::string, std::string, std::int64_t, std::int64_t>> m_seen;
};

class QualCoderReader : public DatabaseReader {
public:
    using DatabaseReader::DatabaseReader;

    base::Result<Project> read() {
        m_project.origin = "QualCoder";
        m_project.name = nameOfFolder();
        readCodes();
        readCases();
        for (std::size_t index = 0; index < rows("code_text").size(); ++index)
            m_codings[rows("code_text")[index][1]].push_back(index);
        std::size_t media = 0;
        std::size_t done = 0;
        for (std::vector<std::string>& row : rows("source")) {
            if (m_task.isStopped())
                return base::Task::cancelled();
            m_task.report(++done, rows("source").size(), "reading a project");
            // A recording has no text of its own; its transcript is another source.
            if (row[2].empty())
                ++media;
            else
                readSource(row);
        }
        warn(media, base::said("1 picture, recording or empty text is left out"),
             base::said("{} pictures, recordings or empty texts are left out", media));
        const std::size_t marked = rows("code_image").size() + rows("code_av").size();
        warn(marked, base::said("1 coding of a picture or recording is left out"),
             base::said("{} codings of pictures and recordings are left out", marked));
        m_memos += rows("annotation").size();
        return finish();
    }

private:
    /// "Interviews.qda/data.qda" is the project "Interviews".
    [[nodiscard]] std::string nameOfFolder() const {
        std::string stem = base::fileStem(m_fileName);
        const std::size_t slash = m_fileName.rfind('/');
        if (stem != "data" || slash == std::string::npos || slash == 0)
            return stem;
        return base::fileStem(m_fileName.substr(0, slash));
    }

    void readCodes() {
        CodeTree tree;
        for (const std::vector<std::string>& row : rows("code_cat")) {
            CodeDraft heading;
            heading.title = oneLine(words(row[1]));
            heading.definition = words(row[2]);
            heading.isCodable = false;
            tree.add("heading " + row[0], row[3].empty() ? std::string() : "heading " + row[3],
                     std::move(heading));
        }
        for (const std::vector<std::string>& row : rows("code_name")) {
            CodeDraft code;
            code.title = oneLine(words(row[1]));
            code.definition = words(row[2]);
            code.colour = words(row[4]);
            tree.add("code " + row[0],
                     !row[5].empty()   ? "code " + row[5]
                     : !row[3].empty() ? "heading " + row[3]
                                       : std::string(),
                     std::move(code));
        }
        takeCodes(tree);
    }

    void readCases() {
        std::unordered_map<std::string, std::size_t> places;
        for (const std::vector<std::string>& row : rows("cases")) {
            ProjectCase one;
            one.name = oneLine(words(row[1]));
            if (one.name.empty())
                one.name = fmt::format("case {}", m_project.cases.size() + 1);
            places.emplace(row[0], m_project.cases.size());
            m_project.cases.push_back(std::move(one));
        }
        std::unordered_map<std::string, std::string> caseOfFile;
        for (const std::vector<std::string>& row : rows("case_text"))
            caseOfFile.emplace(row[1], row[0]);
        std::unordered_map<std::string, std::string> fileNames;
        for (const std::vector<std::string>& row : rows("source"))
            fileNames.emplace(row[0], oneLine(words(row[1])));
        for (const std::vector<std::string>& row : rows("attribute")) {
            const std::string name = oneLine(words(row[0]));
            const std::string value = oneLine(words(row[2]));
            if (name.empty() || value.empty())
                continue;
            std::string key = row[3];
            if (row[1] != "case") {
                const auto of = caseOfFile.find(row[3]);
                const auto file = fileNames.find(row[3]);
                if (of == caseOfFile.end() && file == fileNames.end())
                    continue;
                key = of != caseOfFile.end() ? of->second : "file " + row[3];
                if (of == caseOfFile.end() && places.emplace(key, m_project.cases.size()).second) {
                    ProjectCase made;
                    made.name = file->second;
                    m_project.cases.push_back(std::move(made));
                }
            }
            if (const auto place = places.find(key); place != places.end())
                m_project.cases[place->second].values.emplace_back(name, value);
        }
    }

    void readSource(std::vector<std::string>& row) {
        ProjectSource source;
        source.name = oneLine(words(row[1]));
        if (source.name.empty())
            source.name = fmt::format("source {}", m_project.sources.size() + 1);
        TextFacts facts;
        auto decoded = textOf(row[2], source.name, facts);
        row[2].clear();
        row[2].shrink_to_fit();
        if (!decoded)
            return;
        source.text = std::move(*decoded);
        const auto found = m_codings.find(row[0]);
        if (found != m_codings.end())
            readCodings(source, found->second, facts);
        m_project.sources.push_back(std::move(source));
    }

    void readCodings(ProjectSource& source, const std::vector<std::size_t>& places, const TextFacts& facts) {
        std::vector<ForeignSpan> spans;
        std::vector<const std::vector<std::string>*> wanted;
        for (const std::size_t place : places) {
            const std::vector<std::string>& row = rows("code_text")[place];
            const auto begin = base::parseInteger(row[3]);
            const auto end = base::parseInteger(row[4]);
            if (!begin || !end) {
                problem(base::said("a coding of '{}' has no position", text::elide(source.name, 60)));
                continue;
            }
            spans.push_back({*begin, *end, words(row[2])});
            wanted.push_back(&row);
        }
        if (spans.empty())
            return;
        const OffsetFit fit = fitOffsets(source.text, spans, facts);
        source.positions = describe(fit);
        if (fit.isGuess)
            m_project.warnings.push_back(
                base::said("{}: no quoted words fit its codings, so how their positions were counted is a "
                           "guess ({}): look at them",
                           text::elide(source.name, 60), source.positions));
        for (std::size_t index = 0; index < wanted.size(); ++index) {
            const std::vector<std::string>& row = *wanted[index];
            const auto code = m_codes.find("code " + row[0]);
            if (code == m_codes.end()) {
                ++m_unknownCodes;
                continue;
            }
            if (!fit.spans[index]) {
                problem(base::said("a coding of '{}' from {} to {} lies outside of its text",
                                   text::elide(source.name, 60), spans[index].begin, spans[index].end));
                continue;
            }
            ProjectCoding coding;
            coding.code = code->second;
            coding.rater = raterOf(row[5]);
            coding.begin = fit.spans[index]->first;
            coding.end = fit.spans[index]->second;
            coding.time = instantOf(row[6]);
            m_memos += text::trim(row[7]).empty() ? 0U : 1U;
            add(source, std::move(coding));
        }
    }

    std::unordered_map<std::string, std::vector<std::size_t>> m_codings; ///< by their source
};

class TaguetteReader : public DatabaseReader {
public:
    using DatabaseReader::DatabaseReader;

    base::Result<Project> read() {
        m_project.origin = "Taguette";
        const Rows& projects = rows("projects");
        if (projects.size() != 1)
            return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                              base::said("holds {} Taguette projects; one can be imported", projects.size()),
                              "in Taguette open the project and export it alone, as SQLite");
        m_project.name = oneLine(words(projects.front()[1]));
        if (m_project.name.empty())
            m_project.name = base::fileStem(m_fileName);
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
        Rows tags = rows("tags");
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
            if (row[2].find("highlight_add") == std::string::npos)
                continue;
            const auto payload = base::parseJson(row[2], m_fileName);
            if (!payload || base::stringAt(*payload, "type") != "highlight_add")
                continue;
            const auto highlight = static_cast<std::int64_t>(base::numberAt(*payload, "highlight_id", -1));
            m_authors[fmt::format("{}", highlight)] = {row[0], instantOf(row[1])};
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
    std::string m_onlyMember;
    std::size_t m_untagged = 0;
};

} // namespace

std::vector<DatabaseTable> tablesOf(DatabaseProgram program) {
    if (program == DatabaseProgram::QualCoder)
        return {{"source", {"id", "name", "fulltext"}, {}},
                {"code_cat", {"catid", "name", "memo", "supercatid"}, {}},
                {"code_name", {"cid", "name", "memo", "catid", "color", "supercid"}, {}},
                {"code_text", {"cid", "fid", "seltext", "pos0", "pos1", "owner", "date", "memo"}, {}},
                {"code_image", {"cid"}, {}},
                {"code_av", {"cid"}, {}},
                {"annotation", {"fid"}, {}},
                {"cases", {"caseid", "name"}, {}},
                {"case_text", {"caseid", "fid"}, {}},
                {"attribute", {"name", "attr_type", "value", "id"}, {}}};
    return {{"projects", {"id", "name"}, {}},
            {"documents", {"id", "name", "contents"}, {}},
            {"tags", {"id", "path", "description", "parent_id"}, {}},
            {"highlights", {"id", "document_id", "start_offset", "end_offset", "snippet"}, {}},
            {"highlight_tags", {"highlight_id", "tag_id"}, {}},
            {"commands", {"user_login", "date", "payload"}, {}},
            {"project_members", {"user_login"}, {}}};
}

std::vector<std::string_view> markOf(DatabaseProgram program) {
    if (program == DatabaseProgram::QualCoder)
        return {"source", "code_name", "code_text"};
    return {"projects", "documents", "highlights", "tags"};
}

const char* name(DatabaseProgram program) {
    return program == DatabaseProgram::QualCoder ? "QualCoder" : "Taguette";
}

base::Result<Project> readDatabaseProject(DatabaseProgram program, std::vector<DatabaseTable> tables,
                                          const std::string& fileName, const base::Task& task) {
    // A row that lacks a cell would be read past its end.
    for (DatabaseTable& table : tables) {
        for (std::vector<std::string>& row : table.rows)
            row.resize(table.columns.size());
    }
    if (program == DatabaseProgram::QualCoder)
        return QualCoderReader(std::move(tables), fileName, task).read();
    return TaguetteReader(std::move(tables), fileName, task).read();
}

} // namespace rapport::exchange
