// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/naming.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "base/seal.h"
#include "exchange/csv.h"
#include "exchange/name_proposals.h"
#include "exchange/pseudonyms.h"
#include "service/consent.h"
#include "service/import_withdrawn.h"
#include "store/all_values.h"
#include "text/decode.h"
#include "text/language.h"
#include "text/spelling.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace rapport::service {

namespace {

struct ValuePlace {
    std::string_view table;
    std::string_view column; ///< empty: any
    const char* name;
};

constexpr std::array<ValuePlace, 21> valuePlaces{
    {{"source", "text", "a text of a participant or a transcript"},
     {"source", "", "the name or wave of a text"},
     {"unit", "", "the name or wave of a text"},
     {"turn", "", "the speaker of a turn"},
     {"response", "", "an answer to a closed question"},
     {"participant", "", "the name of a participant"},
     {"attribute", "", "the name or title of an attribute"},
     {"attribute_value", "", "a value of an attribute"},
     {"prompt", "", "a question"},
     {"instrument", "", "the case of the study"},
     {"study", "", "the title of the study"},
     {"imported_file", "", "an imported file"},
     {"variable_content", "", "the codebook"},
     {"code_content", "", "the codebook"},
     {"codebook_version", "", "the codebook"},
     {"memo", "", "a memo"},
     {"note", "", "a note"},
     {"rater", "", "the name of a rater"},
     {"journal", "", "the history"},
     {"saved_search", "", "a saved search"},
     {"setting", "", "a setting or saved mapping"}}};

base::Phrase placeOf(std::string_view table, std::string_view column) {
    const auto found = std::find_if(valuePlaces.begin(), valuePlaces.end(), [&](const ValuePlace& place) {
        return place.table == table && (place.column.empty() || place.column == column);
    });
    if (found != valuePlaces.end())
        return base::Phrase(found->name);
    std::string own(table); // a place that has no words yet
    own.append(1, '.').append(column);
    return base::Phrase(std::move(own));
}

/// Whether a listed name stands in a value: a text, or the bytes of a file in any encoding or of no text.
bool isIn(const exchange::Pseudonyms& names, std::string_view value) {
    if (text::isValidUtf8(value))
        return names.isIn(value);
    const auto decoded = text::decode(value, {});
    return names.isInBytes(value) || (decoded && names.isIn(decoded->text));
}

/// `Study`: where it is, or the open study.
template<typename Study>
base::Result<std::vector<base::Phrase>> namesInValues(const Study& study, const exchange::Pseudonyms& names) {
    std::vector<base::Phrase> places;
    RAPPORT_TRY(
        store::eachValue(study, [&](std::string_view table, std::string_view column, std::string_view value) {
            if (!isIn(names, value))
                return true;
            base::Phrase place = placeOf(table, column);
            if (std::find(places.begin(), places.end(), place) == places.end())
                places.push_back(std::move(place));
            return true;
        }));
    return places;
}

template<typename Study>
base::Result<std::vector<WordAround>> wordsAround(const Study& study, const exchange::Pseudonyms& names) {
    std::map<std::string, std::int64_t> counted;
    RAPPORT_TRY(store::eachValue(study, [&](std::string_view, std::string_view, std::string_view value) {
        names.wordsAroundInBytes(value, counted);
        return true;
    }));
    std::vector<WordAround> words;
    words.reserve(counted.size());
    for (const auto& [word, times] : counted)
        words.push_back({word, times});
    std::stable_sort(words.begin(), words.end(),
                     [](const WordAround& a, const WordAround& b) { return a.times > b.times; });
    return words;
}

/// Whether the row is somebody's who withdrew.
bool isOfForgotten(const exchange::Row& row, const std::vector<bool>& maySayWho,
                   const ForgottenNames& forgotten) {
    constexpr std::size_t longestName = 200; // bytes
    for (std::size_t index = 0; !forgotten.isEmpty() && index < maySayWho.size(); ++index) {
        const std::string_view cell = text::trim(row.cells[index]);
        if (maySayWho[index] && !cell.empty() && cell.size() <= longestName &&
            forgotten.holds(std::string(cell)))
            return true;
    }
    return false;
}

} // namespace

base::Result<ProposedNames> proposeNames(Session& session, const std::vector<std::string>& files,
                                         const ImportOptions& options, const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "import"));
    ProposedNames names;
    const auto dictionaryOf = [&names](std::string_view language) {
        auto dictionary = text::Dictionary::ofLanguage(language);
        auto& list = dictionary ? names.dictionaries : names.withoutDictionary;
        if (!language.empty() && std::find(list.begin(), list.end(), language) == list.end())
            list.emplace_back(language);
        return dictionary;
    };
    using Known = exchange::NameProposals::Known;
    exchange::NameProposals proposals(
        [&dictionaryOf](std::string_view word, std::string_view language) -> std::optional<Known> {
            const auto dictionary = dictionaryOf(language);
            if (!dictionary)
                return std::nullopt;
            switch (dictionary->spellingOf(word)) {
            case text::Dictionary::Spelling::Word:
                return Known::Yes;
            case text::Dictionary::Spelling::WithCapital:
                return Known::WithCapital;
            case text::Dictionary::Spelling::Unknown:
                break;
            }
            return Known::No;
        });
    const auto languageOf = [&options](std::string_view words) {
        return options.language == "auto" ? text::guessLanguage(words) : options.language;
    };
    ImportOptions plain = options;
    plain.pseudonymsFile.clear();
    plain.pseudonyms.clear();
    RAPPORT_ASSIGN(const ForgottenNames forgotten, ForgottenNames::read(session));
    for (const std::string& path : files) {
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(ReadFile file, readForImport(session, path, plain, task));
        RAPPORT_ASSIGN(const Withdrawn withdrawn, takeOutWithdrawn(session, file));
        if (withdrawn.isAll)
            continue;
        if (file.kind == ImportKind::Transcript) {
            std::string whole;
            for (const exchange::TranscriptTurn& turn : file.transcript.turns)
                whole += turn.text + '\n';
            const std::string language = languageOf(whole);
            for (const exchange::SpeakerCount& speaker : file.transcript.speakers) {
                if (!withdrawn.people.contains(speaker.name))
                    proposals.addSpeaker(speaker.name, language);
            }
            proposals.addText(whole, language);
            continue;
        }
        // Only what would come in as an answer; where that is not known, everything.
        std::vector<bool> isWanted(file.table.columns.size(), true);
        std::vector<bool> maySayWho(file.table.columns.size(), true);
        RAPPORT_ASSIGN(const exchange::MappingSuggestion suggestion, mappingFor(session, file, plain));
        if (!suggestion.needsMapping) {
            for (std::size_t index = 0; index < isWanted.size(); ++index) {
                const auto& roles = suggestion.mapping.columns;
                const auto is = [&](exchange::ColumnKind kind) {
                    return std::any_of(roles.begin(), roles.end(), [&](const exchange::ColumnRole& role) {
                        return role.column == file.table.columns[index].name && role.kind == kind;
                    });
                };
                isWanted[index] = is(exchange::ColumnKind::Answer);
                maySayWho[index] = is(exchange::ColumnKind::Participant);
            }
        }
        for (const exchange::Row& row : file.table.rows) {
            if (isOfForgotten(row, maySayWho, forgotten))
                continue;
            for (std::size_t index = 0; index < isWanted.size(); ++index) {
                if (isWanted[index])
                    proposals.addText(row.cells[index], languageOf(row.cells[index]));
            }
        }
    }
    for (exchange::NameProposal& each : proposals.finish())
        names.names.push_back({std::move(each.name), std::move(each.replacement), each.times,
                               std::move(each.example), each.isInDictionary});
    return names;
}

std::string namesList(const ProposedNames& names) {
    std::string list = "name,replacement\n";
    for (const ProposedName& each : names.names)
        list += exchange::csvLine({each.name, each.replacement});
    return list;
}

base::Status sealNames(const ProposedNames& names, const std::string& out, const std::string& passphrase) {
    return base::sealBytes(namesList(names), out, passphrase);
}

base::Result<std::vector<base::Phrase>>
namesLeftInValues(const std::string& study, const std::vector<std::pair<std::string, std::string>>& names) {
    RAPPORT_ASSIGN(const exchange::Pseudonyms listed, exchange::Pseudonyms::fromPairs(names));
    return namesInValues(study, listed);
}

base::Result<std::vector<base::Phrase>> namesLeftInBytes(const std::string& study,
                                                         const std::string& pseudonymsFile) {
    RAPPORT_ASSIGN(const std::string list, base::readFile(pseudonymsFile));
    RAPPORT_ASSIGN(const exchange::Pseudonyms names, exchange::Pseudonyms::read(list, pseudonymsFile));
    RAPPORT_ASSIGN(const auto all, store::fileBytes(study));
    std::vector<base::Phrase> places;
    if (std::any_of(all.begin(), all.end(), [&](const std::string& bytes) { return names.isInBytes(bytes); }))
        places.emplace_back("the bytes of the file");
    return places;
}

base::Result<std::vector<base::Phrase>> namesLeft(const std::string& study,
                                                  const std::string& pseudonymsFile) {
    RAPPORT_ASSIGN(const std::string list, base::readFile(pseudonymsFile));
    RAPPORT_ASSIGN(const exchange::Pseudonyms names, exchange::Pseudonyms::read(list, pseudonymsFile));
    RAPPORT_ASSIGN(auto places, namesInValues(study, names));
    return places.empty() ? namesLeftInBytes(study, pseudonymsFile)
                          : base::Result<std::vector<base::Phrase>>(std::move(places));
}

base::Result<std::vector<WordAround>>
wordsAroundNames(const std::string& study, const std::vector<std::pair<std::string, std::string>>& names) {
    RAPPORT_ASSIGN(const exchange::Pseudonyms listed, exchange::Pseudonyms::fromPairs(names));
    return wordsAround(study, listed);
}

base::Result<std::vector<WordAround>> wordsAroundNames(const std::string& study,
                                                       const std::string& pseudonymsFile) {
    RAPPORT_ASSIGN(const std::string list, base::readFile(pseudonymsFile));
    RAPPORT_ASSIGN(const exchange::Pseudonyms names, exchange::Pseudonyms::read(list, pseudonymsFile));
    return wordsAround(study, names);
}

base::Result<NamesFound> namesFound(const Session& session, const exchange::Pseudonyms& names) {
    NamesFound found;
    RAPPORT_ASSIGN(found.left, namesInValues(*session.impl().file, names));
    RAPPORT_ASSIGN(found.around, wordsAround(*session.impl().file, names));
    return found;
}

} // namespace rapport::service
