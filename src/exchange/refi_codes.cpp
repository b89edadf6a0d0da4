// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi_codes.h"

#include "exchange/code_list.h"
#include "exchange/refi_parts.h"
#include "text/utf8.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace rapport::exchange {

using package::XmlElement;

base::Guid guidOf(const std::string& text) {
    return base::Guid::parse(text::trim(text)).value_or(base::Guid{});
}

std::string oneLine(std::string_view text) {
    std::string kept(text::trim(text));
    std::replace(kept.begin(), kept.end(), '\n', ' ');
    return kept;
}

const std::vector<XmlElement>& childrenOf(const XmlElement* element) {
    static const std::vector<XmlElement> none;
    return element == nullptr ? none : element->children;
}

bool isOwnOrigin(const XmlElement& element) {
    return element.attribute("origin").rfind("Rapport", 0) == 0;
}

namespace {

void addCodes(const XmlElement& parent, int depth, std::vector<CodeDraft>& drafts) {
    for (const XmlElement& element : parent.children) {
        if (element.name != "Code")
            continue;
        CodeDraft draft;
        draft.title = oneLine(element.attribute("name"));
        draft.guid = guidOf(element.attribute("guid"));
        draft.colour = element.attribute("color");
        draft.definition = element.textOf("Description");
        const std::string& codable = element.attribute("isCodable");
        draft.isCodable = codable != "false" && codable != "0";
        draft.depth = depth;
        drafts.push_back(std::move(draft));
        addCodes(element, depth + 1, drafts);
    }
}

/// The id, and the title without the id that tells it from another of the same title.
std::pair<std::string, std::string> namesOf(const XmlElement& element, RefiDescription& description) {
    std::string shown = element.attribute("name");
    const std::string id = description.part(RefiPart::Id);
    if (id.empty())
        return {std::move(shown), description.takeTitle()};
    const std::string behind = " (" + id + ')';
    if (shown.ends_with(behind))
        shown.resize(shown.size() - behind.size());
    return {id, std::move(shown)};
}

void addOwnCodes(const XmlElement& parent, int depth, std::vector<CodeDraft>& drafts) {
    for (const XmlElement& element : parent.children) {
        if (element.name != "Code")
            continue;
        RefiDescription description = readDescription(element.textOf("Description"), Described::Code);
        CodeDraft draft;
        std::tie(draft.name, draft.title) = namesOf(element, description);
        draft.guid = guidOf(element.attribute("guid"));
        draft.colour = element.attribute("color");
        if (!draft.colour.empty() && !readColour(draft.colour))
            draft.colour.clear();
        draft.definition = description.definition;
        draft.isCodable = element.attribute("isCodable") != "false";
        draft.depth = depth;
        for (const auto& [part, words] : description.parts) {
            if (part == RefiPart::Use)
                draft.use = words;
            else if (part == RefiPart::Avoid)
                draft.avoid = words;
            else if (part == RefiPart::Source)
                draft.source = words;
            else if (part == RefiPart::Language)
                draft.languages = WordLanguages::read(words).value_or(WordLanguages());
            else if (part == RefiPart::Example)
                draft.examples.push_back(words);
            else if (part == RefiPart::AntiExample)
                draft.antiExamples.push_back(words);
        }
        drafts.push_back(std::move(draft));
        addOwnCodes(element, depth + 1, drafts);
    }
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin)
            words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// Variables with their scales, codes with their names and words. Nothing where it is not as it was written:
/// somebody changed it, and it is read as anybody's codebook.
std::optional<CodebookFile> readOwnCodebook(const XmlElement& book, const XmlElement& codes,
                                            const std::string& name, std::string_view asked) {
    std::set<base::Guid> sets;
    for (const XmlElement& set : childrenOf(book.child("Sets")))
        sets.insert(guidOf(set.attribute("guid")));
    std::optional<CodebookFile> file;
    for (const XmlElement& element : codes.children) {
        const base::Guid guid = guidOf(element.attribute("guid"));
        RefiDescription description = readDescription(element.textOf("Description"), Described::Variable);
        const auto scale = model::scale(description.part(RefiPart::Scale));
        if (!scale || (description.part(RefiPart::Id).empty() && !sets.contains(refiSet(guid))))
            return std::nullopt;
        const auto [id, title] = namesOf(element, description);
        std::vector<CodeDraft> drafts;
        addOwnCodes(element, 0, drafts);
        const std::string spoken = asked.empty() ? description.language : std::string(asked);
        WordLanguages languages = WordLanguages::read(spoken).value_or(WordLanguages());
        if (!asked.empty()) {
            for (CodeDraft& draft : drafts)
                draft.languages = {};
        } else if (const auto said = WordLanguages::read(description.part(RefiPart::Language))) {
            languages = *said;
        }
        CodebookFile one = codebookOf(drafts, name, spoken);
        one.saysVariables = true;
        one.saysCodable = true;
        one.saysNames = true;
        model::Variable& variable = one.codebook.variables.front();
        for (std::size_t index = 0; index < drafts.size(); ++index)
            variable.codes[index].colour = ownColour(drafts[index].colour);
        variable.name = id;
        variable.guid = guid;
        variable.title = model::sameText(title, languages.of("code"));
        variable.definition = description.definition.empty()
                                  ? model::LocalText()
                                  : model::sameText(description.definition, languages.of("definition"));
        variable.scale = *scale;
        variable.prompts = wordsOf(description.part(RefiPart::Prompts));
        variable.unitKinds.clear();
        for (const std::string& word : wordsOf(description.part(RefiPart::Units))) {
            if (const auto kind = model::unitKind(word))
                variable.unitKinds.push_back(*kind);
        }
        if (!file) {
            file = std::move(one);
            continue;
        }
        file->codebook.variables.push_back(std::move(variable));
        file->warnings.insert(file->warnings.end(), one.warnings.begin(), one.warnings.end());
        file->madeGuids.merge(one.madeGuids);
    }
    if (file && !model::validate(file->codebook))
        return std::nullopt;
    return file;
}

} // namespace

CodebookFile refiCodes(const XmlElement& book, bool isOwn, const std::string& name, std::string_view asked,
                       std::string_view otherwise) {
    const XmlElement* codes = book.child("Codes");
    if (codes == nullptr)
        return {};
    if (isOwn) {
        if (auto own = readOwnCodebook(book, *codes, name, asked))
            return std::move(*own);
    }
    std::vector<CodeDraft> drafts;
    addCodes(*codes, 0, drafts);
    if (drafts.empty())
        return {};
    CodebookFile file = codebookOf(drafts, name, asked.empty() ? otherwise : asked);
    file.saysCodable = true;
    return file;
}

} // namespace rapport::exchange
