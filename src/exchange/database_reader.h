// SPDX-License-Identifier: GPL-3.0-or-later
// What the projects of programs that keep them in a database have in common: codes as rows that name their
// parent, texts, raters, codings and memos once each. Private to this room.
#pragma once

#include "base/format.h"
#include "base/task.h"
#include "exchange/code_list.h"
#include "exchange/database_project.h"
#include "exchange/offset_fit.h"
#include "exchange/refi_codes.h"
#include "model/names.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace rapport::exchange {

using DatabaseRows = std::vector<std::vector<std::string>>;

/// "2026-01-15 10:00:00.123456", of no known time zone: taken as UTC.
[[nodiscard]] inline std::optional<base::Instant> databaseTime(std::string_view words) {
    constexpr std::size_t toMilliseconds = 23;
    return base::parseIso(words.substr(0, toMilliseconds));
}

/// Codes are nested so deep at most.
inline constexpr int deepestCode = 60;

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
                node.draft.depth = std::min(depth, deepestCode);
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
    DatabaseRows& rows(std::string_view table) { return m_tables[table]; }

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
    [[nodiscard]] static std::string words(std::string_view bytes) {
        return text::isValidUtf8(bytes) ? std::string(bytes) : std::string("?");
    }

    static std::string userName(std::string_view owner) { return model::raterName(words(owner)); }

    /// A memo that says something, by whoever wrote it.
    static void addMemo(ProjectSource& source, std::string_view said, std::string_view owner,
                        std::string_view date, ProjectMemo place = {}) {
        place.text = std::string(text::trim(words(said)));
        if (place.text.empty())
            return;
        place.author = userName(owner);
        place.time = databaseTime(date);
        source.memos.push_back(std::move(place));
    }

    /// What is on no text, where it says something.
    void addRemark(std::string about, std::string_view said, std::string_view owner, std::string_view date,
                   std::optional<std::size_t> source = {}) {
        std::string text(text::trim(words(said)));
        if (!text.empty())
            m_remarks.push_back(
                {{}, std::move(about), userName(owner), std::move(text), databaseTime(date), source});
    }

    std::string raterOf(std::string_view owner) {
        std::string name = userName(owner);
        name = name.empty() ? "unknown" : name;
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
            return base::fail(base::Errc::Unreadable, base::Place{m_fileName, 0, 0, {}},
                              "holds neither codes nor a text that can be read");
        warn(m_unknownCodes, base::said("1 coding names a code that is not in the codebook"),
             base::said("{} codings name a code that is not in the codebook", m_unknownCodes));
        placeRemarks(m_project, std::move(m_remarks));
        return std::move(m_project);
    }

    const std::string& m_fileName;
    const base::Task& m_task;
    Project m_project;
    std::unordered_map<std::string, std::string> m_codes; ///< key in the database -> name
    std::size_t m_unknownCodes = 0;
    std::vector<ProjectRemark> m_remarks;

private:
    std::map<std::string_view, DatabaseRows> m_tables;
    std::unordered_set<std::string> m_raters;
    std::set<std::tuple<std::size_t, std::string, std::string, std::int64_t, std::int64_t>> m_seen;
};

[[nodiscard]] base::Result<Project> readQualCoder(std::vector<DatabaseTable> tables,
                                                  const std::string& fileName, const base::Task& task);
[[nodiscard]] base::Result<Project> readTaguette(std::vector<DatabaseTable> tables,
                                                 const std::string& fileName, const base::Task& task);

} // namespace rapport::exchange
