// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/survey_structure.h"

#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "exchange/foreign_file.h"
#include "exchange/html.h"
#include "exchange/table_shape.h"
#include "package/xml_tree.h"
#include "package/zip.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using package::XmlElement;

/// What is stored for each choice or answer of a question, and its words: recoded values where there are any.
std::map<std::string, std::string> storedWords(const base::Json& choices, const base::Json& recoded) {
    std::map<std::string, std::string> words;
    if (!choices.is_object())
        return words;
    for (const auto& [number, choice] : choices.items()) {
        const std::string shown = withoutMarkup(base::stringAt(choice, "Display"));
        std::string stored = number;
        if (recoded.is_object()) {
            const base::Json& value = base::memberAt(recoded, number.c_str());
            if (value.is_string())
                stored = value.get<std::string>();
            else if (value.is_number_integer())
                stored = fmt::format("{}", value.get<std::int64_t>());
        }
        if (!shown.empty())
            words.emplace(stored, shown);
    }
    return words;
}

base::Result<SurveyStructure> readQualtrics(std::string_view bytes, const std::string& fileName) {
    RAPPORT_ASSIGN(const base::Json root, base::parseJson(bytes, fileName));
    const base::Json& elements = base::memberAt(root, "SurveyElements");
    if (!elements.is_array())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is no Qualtrics survey (.qsf)");
    SurveyStructure structure;
    structure.tool = "qualtrics";
    structure.title = withoutMarkup(base::stringAt(base::memberAt(root, "SurveyEntry"), "SurveyName"));
    for (const base::Json& element : elements) {
        if (base::stringAt(element, "Element") != "SQ")
            continue;
        const base::Json& payload = base::memberAt(element, "Payload");
        const std::string tag =
            base::stringAt(payload, "DataExportTag", base::stringAt(element, "PrimaryAttribute"));
        const std::string words = withoutMarkup(base::stringAt(payload, "QuestionText"));
        if (tag.empty() || words.empty())
            continue;
        structure.questions.emplace(tag, words);
        const base::Json& choices = base::memberAt(payload, "Choices");
        if (!choices.is_object())
            continue;
        const base::Json& recoded = base::memberAt(payload, "RecodeValues");
        const bool isMatrix = base::stringAt(payload, "QuestionType") == "Matrix";
        const std::string selector = base::stringAt(payload, "Selector");
        // One choice is one value; several are values with commas between them, or have a column each, whose
        // value says that it was made.
        const bool isChoice = base::stringAt(payload, "QuestionType") == "MC";
        const bool isOneChoice = selector.starts_with("SA") || selector == "DL" || selector == "SB";
        const bool isSeveral = selector.starts_with("MA") || selector == "MSB";
        if (isChoice && (isOneChoice || isSeveral))
            structure.answers.emplace(tag, storedWords(choices, recoded));
        if (isChoice && isSeveral)
            structure.several.insert(tag);
        const bool areSeveralOnScale = base::stringAt(payload, "SubSelector") == "MultipleAnswer";
        const auto scale = isMatrix ? storedWords(base::memberAt(payload, "Answers"), recoded)
                                    : std::map<std::string, std::string>();
        const base::Json& tags = base::memberAt(payload, "ChoiceDataExportTags");
        for (const auto& [number, choice] : choices.items()) {
            const std::string shown = withoutMarkup(base::stringAt(choice, "Display"));
            const std::string own = tags.is_object() ? base::stringAt(tags, number.c_str()) : std::string();
            for (const std::string& column : {tag + "_" + number, own}) {
                if (shown.empty() || column.empty())
                    continue;
                structure.questions.emplace(column, words + " - " + shown);
                if (!scale.empty())
                    structure.answers.emplace(column, scale);
                if (!scale.empty() && areSeveralOnScale)
                    structure.several.insert(column);
            }
        }
    }
    return structure;
}

/// Rows of one of LimeSurvey's tables: <questions><rows><row><qid>..
void rowsOf(const XmlElement& root, std::string_view table, std::vector<const XmlElement*>& rows) {
    const XmlElement* part = root.child(table);
    const XmlElement* list = part == nullptr ? nullptr : part->child("rows");
    for (std::size_t index = 0; list != nullptr && index < list->children.size(); ++index)
        rows.push_back(&list->children[index]);
}

bool isLanguage(std::string_view code, std::string_view wanted) {
    return !wanted.empty() && code.substr(0, wanted.size()) == wanted &&
           (code.size() == wanted.size() || code[wanted.size()] == '-');
}

base::Result<SurveyStructure> readLimeSurvey(std::string_view bytes, const std::string& fileName,
                                             const std::string& language) {
    RAPPORT_ASSIGN(const XmlElement root, package::readXmlTree(bytes, fileName));
    if (root.name != "document" || root.child("questions") == nullptr)
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is no LimeSurvey structure (.lss)");
    SurveyStructure structure;
    structure.tool = "limesurvey";
    // Since version 4 words are in tables of their own, before that in a row for each language.
    std::map<std::string, std::string> words;
    std::map<std::string, std::string> answerWords; // by the answer's id
    const auto take = [&language](std::map<std::string, std::string>& into, const std::string& key,
                                  const XmlElement& row, const char* member) {
        std::string said = withoutMarkup(row.textOf(member));
        if (isLanguage(row.textOf("language"), language))
            into.insert_or_assign(key, std::move(said));
        else
            into.emplace(key, std::move(said));
    };
    std::vector<const XmlElement*> texts;
    rowsOf(root, "question_l10ns", texts);
    const bool hasTables = !texts.empty();
    if (!hasTables) {
        rowsOf(root, "questions", texts);
        rowsOf(root, "subquestions", texts);
    }
    for (const XmlElement* text : texts)
        take(words, text->textOf("qid"), *text, "question");
    std::vector<const XmlElement*> localised;
    rowsOf(root, "answer_l10ns", localised);
    for (const XmlElement* text : localised)
        take(answerWords, text->textOf("aid"), *text, "answer");
    std::vector<const XmlElement*> questions;
    rowsOf(root, "questions", questions);
    std::map<std::string, std::pair<std::string, std::string>> parents; // qid -> name, words
    const auto wordsOf = [&](const XmlElement& question) {
        const auto found = words.find(question.textOf("qid"));
        return found != words.end() ? found->second : withoutMarkup(question.textOf("question"));
    };
    for (const XmlElement* question : questions) {
        parents.emplace(question->textOf("qid"), std::pair(question->textOf("title"), wordsOf(*question)));
        if (!question->textOf("title").empty())
            structure.questions.emplace(question->textOf("title"), wordsOf(*question));
    }
    std::vector<const XmlElement*> answers;
    rowsOf(root, "answers", answers);
    std::map<std::string, std::map<std::string, std::string>> labels; // qid -> code -> words
    for (const XmlElement* answer : answers) {
        auto& codes = labels[answer->textOf("qid")];
        const std::string code = answer->textOf("code");
        if (const auto found = answerWords.find(answer->textOf("aid")); found != answerWords.end())
            codes.emplace(code, found->second);
        else if (!withoutMarkup(answer->textOf("answer")).empty())
            take(codes, code, *answer, "answer");
    }
    const auto nameAnswers = [&](const std::string& qid, const std::string& column) {
        if (const auto found = labels.find(qid); found != labels.end() && !column.empty())
            structure.answers.emplace(column, found->second);
    };
    for (const XmlElement* question : questions)
        nameAnswers(question->textOf("qid"), question->textOf("title"));
    std::vector<const XmlElement*> parts;
    rowsOf(root, "subquestions", parts);
    for (const XmlElement* part : parts) {
        const auto parent = parents.find(part->textOf("parent_qid"));
        if (parent == parents.end())
            continue;
        structure.questions.emplace(fmt::format("{}[{}]", parent->second.first, part->textOf("title")),
                                    fmt::format("{} [{}]", parent->second.second, wordsOf(*part)));
        nameAnswers(part->textOf("parent_qid"),
                    fmt::format("{}[{}]", parent->second.first, part->textOf("title")));
    }
    std::vector<const XmlElement*> titles;
    rowsOf(root, "surveys_languagesettings", titles);
    if (!titles.empty())
        structure.title = withoutMarkup(titles.front()->textOf("surveyls_title"));
    return structure;
}

} // namespace

namespace {

/// Of a code, or of several with commas between them; empty where one is unknown.
std::string wordsFor(std::string_view cell, const std::map<std::string, std::string>& words, bool isSeveral) {
    std::string made;
    for (std::string_view rest = cell; !rest.empty();) {
        const std::size_t end = isSeveral ? std::min(rest.find(','), rest.size()) : rest.size();
        const auto found = words.find(std::string(text::trim(rest.substr(0, end))));
        if (found == words.end())
            return {};
        made += (made.empty() ? "" : "; ") + found->second;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return made;
}

/// Exports give either codes or words, which may be numbers too.
bool isWords(std::string_view cell, const std::map<std::string, std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const auto& each) { return each.second == text::trim(cell); });
}

bool areNumbers(std::string_view cell) {
    return cell.find_first_of("0123456789") != std::string_view::npos &&
           cell.find_first_not_of("0123456789, ") == std::string_view::npos;
}

} // namespace

std::string withoutMarkup(std::string_view html) {
    std::string words;
    bool isTag = false;
    for (const char letter : html) {
        if (letter == '<') {
            isTag = true;
            words += ' ';
        } else if (letter == '>' && isTag) {
            isTag = false;
        } else if (!isTag) {
            words += letter;
        }
    }
    return columnName(resolveReferences(words));
}

base::Result<SurveyStructure> readSurveyStructure(std::string_view bytes, const std::string& fileName,
                                                  const std::string& language) {
    if (package::looksLikeZip(bytes)) {
        RAPPORT_ASSIGN(const package::ZipArchive archive, package::ZipArchive::open(bytes, fileName));
        for (const package::ZipEntry& entry : archive.entries()) {
            if (base::fileEnding(entry.name) != "lss")
                continue;
            RAPPORT_ASSIGN(const std::string inside, archive.read(entry.name, 64U << 20U));
            return readLimeSurvey(inside, fileName, language);
        }
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}},
                          "holds no LimeSurvey structure (.lss)");
    }
    const std::string head = inUtf8(bytes.substr(0, 8192));
    const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && head[first] == '{')
        return readQualtrics(inUtf8(bytes), fileName);
    if (first != std::string::npos && head[first] == '<')
        return readLimeSurvey(bytes, fileName, language);
    return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is no survey structure",
                      "give the .qsf of Qualtrics, the .lss or .lsa of LimeSurvey");
}

AppliedStructure applyStructure(const SurveyStructure& structure, Table& table) {
    AppliedStructure applied;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        Column& column = table.columns[index];
        auto found = structure.questions.find(column.name);
        if (found == structure.questions.end() && column.name.ends_with("_TEXT"))
            found = structure.questions.find(column.name.substr(0, column.name.size() - 5));
        if (found == structure.questions.end()) {
            // "G1Q1_SQ001" and "Q1.SQ001." of other exports.
            const std::size_t sign = column.name.find_last_of("_.");
            if (sign != std::string::npos)
                found = structure.questions.find(column.name.substr(0, sign) + "[" +
                                                 column.name.substr(sign + 1) + "]");
        }
        if (found == structure.questions.end())
            continue;
        column.title = found->second;
        ++applied.columns;
        // What was typed beside a choice is no code of one.
        const auto answers =
            column.name.ends_with("_TEXT") ? structure.answers.end() : structure.answers.find(found->first);
        if (answers == structure.answers.end())
            continue;
        const bool isSeveral = structure.several.contains(found->first);
        for (Row& row : table.rows) {
            if (const std::string words = wordsFor(row.cells[index], answers->second, isSeveral);
                !words.empty()) {
                row.cells[index] = table.texts->keep(words);
                ++applied.cells;
            } else if (areNumbers(row.cells[index]) && !isWords(row.cells[index], answers->second)) {
                ++applied.unknown;
            }
        }
        for (std::string& sample : column.samples) {
            if (std::string words = wordsFor(sample, answers->second, isSeveral); !words.empty())
                sample = std::move(words);
        }
    }
    return applied;
}

} // namespace rapport::exchange
