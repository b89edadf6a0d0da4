// SPDX-License-Identifier: GPL-3.0-or-later
// People's names in what is to be imported: proposed for the list of pseudonyms, the list sealed away, and a
// search of the whole study for what may be left of them.
#pragma once

#include "service/importing.h"

namespace rapport::exchange {
class Pseudonyms;
}

namespace rapport::service {

/// A word of the files that is probably a name.
struct ProposedName {
    std::string name;
    std::string replacement;
    std::int64_t times = 0;
    std::string example;
    /// A dictionary has it with a capital (a place, a day, a common first name), or it is a word and a
    /// speaker. Such ones come last.
    bool isInDictionary = false;
};

/// `rapport.names/1`.
struct ProposedNames {
    std::vector<ProposedName> names;
    /// Languages of the texts for which the system has a dictionary, and those for which it has none: of
    /// these only words inside sentences are proposed.
    std::vector<std::string> dictionaries;
    std::vector<std::string> withoutDictionary;
};

/// Words with a capital that the texts never write without one and that are no words of their language's
/// dictionary, and speakers' names.
/// Looks through answers and transcripts; the study is not changed. Errors: as for importing.
[[nodiscard]] base::Result<ProposedNames> proposeNames(Session& session,
                                                       const std::vector<std::string>& files,
                                                       const ImportOptions& options,
                                                       const base::Task& task = {});

/// The list as `ImportOptions::pseudonymsFile` reads it.
[[nodiscard]] std::string namesList(const ProposedNames& names);

/// Writes a list sealed with a passphrase (`rapport unseal` opens it), the one place where names and
/// replacements stay together, without a file of it that anybody could read. Errors: as for sealing.
[[nodiscard]] base::Status sealNames(const ProposedNames& names, const std::string& out,
                                     const std::string& passphrase);
/// Where names of the list still stand, in any value of any table: "a question", "a turn or an answer". Each
/// place once. The study may be open. Errors: as for the list and for opening.
[[nodiscard]] base::Result<std::vector<base::Phrase>>
namesLeftInValues(const std::string& study, const std::vector<std::pair<std::string, std::string>>& names);

/// The same, and where no value has one: "the bytes of the file". Every byte of the file and of the log
/// beside it is read but those of guids, digests and checks of pages, and every value of every table (a value
/// may be spread over pages of the file). Names of two or three bytes count outside of values only in what
/// reads as text (Pseudonyms::isInBytes). The study must not be open here. Errors: as for the list.
[[nodiscard]] base::Result<std::vector<base::Phrase>> namesLeft(const std::string& study,
                                                                const std::string& pseudonymsFile);

/// Of these only "the bytes of the file", where they have one.
[[nodiscard]] base::Result<std::vector<base::Phrase>> namesLeftInBytes(const std::string& study,
                                                                       const std::string& pseudonymsFile);

/// Words in the study's values that hold a listed name without being it, the most frequent first. The study
/// may be open. Errors: as above.
[[nodiscard]] base::Result<std::vector<WordAround>>
wordsAroundNames(const std::string& study, const std::vector<std::pair<std::string, std::string>>& names);
[[nodiscard]] base::Result<std::vector<WordAround>> wordsAroundNames(const std::string& study,
                                                                     const std::string& pseudonymsFile);

/// Both, in the values of a study that is open, such as a passing copy.
[[nodiscard]] base::Result<NamesFound> namesFound(const Session& session, const exchange::Pseudonyms& names);

} // namespace rapport::service
