// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader made of a file, as text that a person can check once and a test for ever. Golden files lie
// beside the inputs; RAPPORT_UPDATE_GOLDEN=1 writes them anew, to be read before they are kept.
#pragma once

#include "base/format.h"
#include "exchange/format.h"
#include "support/tree.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace rapport::test {

inline std::string dataPath(const std::string& name) {
    return std::string(rapport::support::sourceTree) + "/tests/exchange/data/" + name;
}

inline std::string slurp(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string data(const std::string& name) {
    return slurp(dataPath(name));
}

/// Folder of real files that are not part of the project; empty where it is not there.
inline std::string referenceFolder() {
    const char* root = std::getenv("RAPPORT_REFERENCE");
    return root == nullptr ? std::string() : std::string(root) + "/data/";
}

inline std::string visible(std::string_view text) {
    std::string shown;
    for (const char letter : text)
        shown += letter == '\n'   ? std::string("\\n")
                 : letter == '\t' ? std::string("\\t")
                                  : std::string(1, letter);
    return shown;
}

inline std::string dump(const std::vector<exchange::RowProblem>& problems,
                        const std::vector<base::Phrase>& warnings) {
    std::string text;
    for (const auto& problem : problems)
        text +=
            fmt::format("problem {}:{}{}: {} ({})\n", problem.file, problem.line,
                        problem.column.empty() ? "" : " " + problem.column, problem.message, problem.hint);
    for (const auto& warning : warnings)
        text += fmt::format("warning {}\n", warning);
    return text;
}

inline std::string dump(const exchange::Table& table) {
    std::string text = fmt::format("table {} separator {} headers {} shape {}\n", table.encoding,
                                   visible(std::string(1, table.separator)), table.headerRows, table.shape);
    for (const auto& column : table.columns)
        text += fmt::format("column {} | {} | {} | {} samples\n", visible(column.name), visible(column.title),
                            column.importId, column.samples.size());
    for (const auto& row : table.rows) {
        text += fmt::format("row {}:", row.line);
        for (const auto& cell : row.cells)
            text += " <" + visible(cell) + ">";
        text += "\n";
    }
    return text + dump(table.problems, table.warnings);
}

inline std::string timeText(const std::optional<std::int64_t>& time) {
    return time ? fmt::format("{}", *time) : "-";
}

/// "Anna|Ja./Bram|Nee."
inline std::string turns(const exchange::Transcript& transcript) {
    std::string text;
    for (const exchange::TranscriptTurn& turn : transcript.turns)
        text += (text.empty() ? "" : "/") + turn.speaker + "|" + visible(turn.text);
    return text;
}

inline std::string dump(const exchange::Transcript& transcript) {
    std::string text = fmt::format("transcript {} notation {}\n", transcript.encoding, transcript.notation);
    text += fmt::format("heading <{}>\n", visible(transcript.heading));
    for (const auto& turn : transcript.turns)
        text += fmt::format("turn {} {}..{} [{}] <{}>\n", turn.line, timeText(turn.beginMs),
                            timeText(turn.endMs), turn.speaker, visible(turn.text));
    for (const auto& speaker : transcript.speakers)
        text += fmt::format("speaker [{}] {} turns {} words\n", speaker.name, speaker.turns, speaker.words);
    return text + dump(transcript.problems, transcript.warnings);
}

inline std::string dump(const base::Result<exchange::Records>& read) {
    if (!read)
        return fmt::format("error {}: {} ({})\n", base::name(read.error().code), base::describe(read.error()),
                           read.error().hint);
    return std::visit([](const auto& records) { return dump(records); }, *read);
}

/// The golden text of a data file; written first where that is asked for.
inline std::string golden(const std::string& name, const std::string& found) {
    const std::string path = dataPath(name + ".golden");
    if (std::getenv("RAPPORT_UPDATE_GOLDEN") != nullptr)
        std::ofstream(path, std::ios::binary) << found;
    return slurp(path);
}

} // namespace rapport::test
