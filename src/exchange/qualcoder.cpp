// SPDX-License-Identifier: GPL-3.0-or-later
// SOURCE: QualCoder, database of versions v1 to v17 (tables as its project files hold them). Nothing of the
// program is used.
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/database_reader.h"
#include "text/decode.h"

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

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
        for (std::size_t index = 0; index < rows("annotation").size(); ++index)
            m_annotations[rows("annotation")[index][0]].push_back(index);
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
        for (const std::vector<std::string>& row : rows("project"))
            addRemark(m_project.name, row[0], {}, {});
        for (const std::vector<std::string>& row : rows("cases")) {
            const std::size_t place = m_caseAt.at(row[0]);
            const auto first = m_firstOf.find(place);
            addRemark(m_project.cases[place].name, row[2], row[3], row[4],
                      first == m_firstOf.end() ? std::nullopt : std::optional(first->second));
        }
        for (const std::vector<std::string>& row : rows("journal"))
            addRemark(oneLine(words(row[0])), row[1], row[2], row[3]);
        return finish();
    }

private:
    /// "Interviews.qda/data.qda" is the project "Interviews".
    [[nodiscard]] std::string nameOfFolder() const {
        std::string stem = text::decodeName(base::fileStem(m_fileName));
        const std::size_t slash = m_fileName.rfind('/');
        if (stem != "data" || slash == std::string::npos || slash == 0)
            return stem;
        return text::decodeName(base::fileStem(m_fileName.substr(0, slash)));
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
        std::unordered_map<std::string, std::size_t>& places = m_caseAt;
        for (const std::vector<std::string>& row : rows("cases")) {
            ProjectCase one;
            one.name = oneLine(words(row[1]));
            if (one.name.empty())
                one.name = fmt::format("case {}", m_project.cases.size() + 1);
            places.emplace(row[0], m_project.cases.size());
            m_project.cases.push_back(std::move(one));
        }
        std::unordered_map<std::string, std::string> caseOfFile;
        for (const std::vector<std::string>& row : rows("case_text")) {
            caseOfFile.emplace(row[1], row[0]);
            if (const auto place = places.find(row[0]); place != places.end())
                m_casesOf[row[1]].push_back(
                    {place->second, base::parseInteger(row[2]).value_or(0), base::parseInteger(row[3])});
        }
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
                    m_casesOf[row[3]].push_back({m_project.cases.size(), 0, std::nullopt});
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
        const std::int64_t length = text::countCodePoints(source.text);
        for (const CaseText& each : m_casesOf[row[0]]) {
            m_firstOf.emplace(each.place, m_project.sources.size());
            // A part of a text is a case's too; what else is in it is not.
            const bool isWhole = each.begin <= 0 && each.end.value_or(length) >= length - 1;
            if (isWhole &&
                std::find(source.cases.begin(), source.cases.end(), each.place) == source.cases.end())
                source.cases.push_back(each.place);
        }
        addMemo(source, row[3], row[4], row[5]);
        readCodings(source, m_codings[row[0]], m_annotations[row[0]], facts);
        m_project.sources.push_back(std::move(source));
    }

    void readCodings(ProjectSource& source, const std::vector<std::size_t>& places,
                     const std::vector<std::size_t>& annotations, const TextFacts& facts) {
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
        // Remarks on places count as codings do, but carry no words that a fit could go by.
        std::vector<const std::vector<std::string>*> remarks;
        for (const std::size_t place : annotations) {
            const std::vector<std::string>& row = rows("annotation")[place];
            const auto begin = base::parseInteger(row[1]);
            const auto end = base::parseInteger(row[2]);
            if (!begin || !end) {
                addMemo(source, row[3], row[4], row[5]);
                continue;
            }
            spans.push_back({*begin, *end, {}});
            remarks.push_back(&row);
        }
        if (spans.empty())
            return;
        const OffsetFit fit = fitOffsets(source.text, spans, facts);
        if (!wanted.empty())
            source.positions = describe(fit);
        if (fit.isGuess && !wanted.empty())
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
            coding.time = databaseTime(row[6]);
            ProjectMemo place;
            place.codes.push_back(coding.code);
            place.begin = coding.begin;
            place.end = coding.end;
            addMemo(source, row[7], row[5], row[6], std::move(place));
            add(source, std::move(coding));
        }
        for (std::size_t index = 0; index < remarks.size(); ++index) {
            const std::vector<std::string>& row = *remarks[index];
            ProjectMemo place;
            if (const auto& span = fit.spans[wanted.size() + index]) {
                place.begin = span->first;
                place.end = span->second;
            }
            addMemo(source, row[3], row[4], row[5], std::move(place));
        }
    }

    struct CaseText {
        std::size_t place; ///< of the case
        std::int64_t begin;
        std::optional<std::int64_t> end;
    };
    std::unordered_map<std::string, std::size_t> m_caseAt;
    std::unordered_map<std::string, std::vector<CaseText>> m_casesOf;        ///< by source
    std::unordered_map<std::size_t, std::size_t> m_firstOf;                  ///< source by case
    std::unordered_map<std::string, std::vector<std::size_t>> m_codings;     ///< by their source
    std::unordered_map<std::string, std::vector<std::size_t>> m_annotations; ///< by their source
};

} // namespace

base::Result<Project> readQualCoder(std::vector<DatabaseTable> tables, const std::string& fileName,
                                    const base::Task& task) {
    return QualCoderReader(std::move(tables), fileName, task).read();
}

} // namespace rapport::exchange
