// SPDX-License-Identifier: GPL-3.0-or-later
// Words that are probably names: written with a capital and, in small letters, no word of the language. A
// proposal for the list of pseudonyms that a person reads and corrects; never applied by itself. Owns nothing
// of the texts.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rapport::exchange {

/// A small word inside of a family name: "van".
[[nodiscard]] bool isParticle(std::string_view word);

struct NameProposal {
    std::string name;        ///< as it was written first: "Anna", "Anna van den Berg"
    std::string replacement; ///< "Person 1"
    std::int64_t times = 0;
    std::string example; ///< a few words around the first
    /// The dictionary has it: with a capital (a first name, a place, a day), or a word that is a speaker.
    /// Such ones come last.
    bool isInDictionary = false;
};

class NameProposals {
public:
    enum class Known { No, WithCapital, Yes };
    /// What the dictionary of a language ("nl", "en", "") says of a word as it is written; none: no
    /// dictionary is there for it, and only words inside sentences are proposed.
    using Lookup = std::function<std::optional<Known>(std::string_view word, std::string_view language)>;

    explicit NameProposals(Lookup lookup)
        : m_lookup(std::move(lookup)) {}

    /// Who speaks is a name, also where it is a word ("Els", "Mark"): without what somebody is
    /// ("Interviewer", "Teacher" of "Teacher Anna") and numbers ("Speaker 1").
    void addSpeaker(std::string_view name, std::string_view language);
    /// Valid UTF-8. Linear in the text. What the texts write without a capital elsewhere is no name.
    void addText(std::string_view text, std::string_view language);

    /// The most frequent first; what the dictionary has with a capital behind the others.
    [[nodiscard]] std::vector<NameProposal> finish() const;

private:
    struct Found {
        std::string name;
        std::int64_t times = 0;
        std::string example;
        bool isInDictionary = true;
        bool isSpeaker = false;
        std::size_t order = 0;
    };
    Found& note(std::string_view name, std::string_view text, std::size_t at, bool isInDictionary);
    [[nodiscard]] std::optional<Known> look(std::string_view word, std::string_view language);

    Lookup m_lookup;
    std::map<std::string, Found, std::less<>> m_found;
    std::map<std::string, std::optional<Known>, std::less<>> m_looked;
    std::unordered_set<std::string> m_small; ///< words that the texts write without a capital
};

} // namespace rapport::exchange
