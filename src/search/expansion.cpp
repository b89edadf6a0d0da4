// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/expansion.h"

#include "search/query_words.h"
#include "text/spelling.h"
#include "text/utf8.h"

#include <xapian.h>

#include <algorithm>
#include <array>

namespace rapport::search {

namespace {

struct Stemming {
    FormOrigin origin;
    Xapian::Stem stem;
    std::string wanted;
};

/// Words with a base form in common, by one dictionary.
class BaseForms {
public:
    BaseForms(FormOrigin origin, const char* language, std::uint32_t forms)
        : m_origin(origin)
        , m_dictionary(text::Dictionary::ofLanguage(language))
        , m_isLarge(forms > mostAsked) {}

    [[nodiscard]] FormOrigin origin() const { return m_origin; }

    void want(std::string_view folded, const std::vector<std::string_view>& spellings) {
        m_folded = folded;
        if (!m_dictionary)
            return;
        m_wanted = basesOf(folded, folded);
        for (const std::string_view spelt : spellings)
            add(m_wanted, basesOf(spelt, folded));
        std::sort(m_wanted.begin(), m_wanted.end());
    }

    /// Whether the form is one of the words wanted. Spellings are asked with their accents and capitals.
    [[nodiscard]] bool holds(std::string_view form, const TokenIndex& tokens, std::uint32_t number) const {
        if (m_wanted.empty() || (m_isLarge && !mayBeOne(form)))
            return false;
        const auto isWanted = [this](const std::string& base) {
            return std::binary_search(m_wanted.begin(), m_wanted.end(), base);
        };
        std::size_t asked = 0;
        constexpr std::size_t mostSpellings =
            4; // of one fold, in no order of use: more would be asked in vain
        for (const std::string_view spelt : tokens.spellings(number)) {
            const auto bases = basesOf(spelt, form);
            if (std::any_of(bases.begin(), bases.end(), isWanted))
                return true;
            if (++asked == mostSpellings)
                break;
        }
        return false;
    }

private:
    /// A dictionary looks up some 60,000 words a second: of larger lexicons, only words that begin alike are
    /// asked, with or without the ge of a participle.
    static constexpr std::uint32_t mostAsked = 30'000;
    static constexpr std::size_t alike = 2;

    /// Of a compound the dictionary gives the first part as its base: zorgautoriteit is no form of zorg.
    [[nodiscard]] std::vector<std::string> basesOf(std::string_view spelt, std::string_view form) const {
        std::vector<std::string> bases = m_dictionary->baseForms(spelt);
        std::erase_if(bases, [&](const std::string& base) {
            return form.size() > base.size() && form.starts_with(base) &&
                   !isEnding(base, form.substr(base.size()));
        });
        return bases;
    }
    /// Whether a word may be bent so: with an ending of either language, with the last letter doubled or not.
    [[nodiscard]] bool isEnding(const std::string& base, std::string_view rest) const {
        static constexpr auto endings = std::to_array<std::string_view>(
            {"'s",  "d",   "de",   "den", "der", "e",   "ed",   "en",    "end",  "ende", "enden",
             "er",  "ere", "eren", "ers", "es",  "est", "etje", "etjes", "ing",  "ings", "je",
             "jes", "ly",  "n",    "ne",  "nen", "pje", "pjes", "r",     "re",   "rs",   "s",
             "st",  "ste", "sten", "t",   "te",  "ten", "tje",  "tjes",  "'tje", "'tjes"});
        const auto isOne = [](std::string_view ending) {
            return std::find(endings.begin(), endings.end(), ending) != endings.end();
        };
        return isOne(rest) || (rest.size() > 1 && rest.front() == base.back() && isOne(rest.substr(1)));
    }

    static void add(std::vector<std::string>& to, std::vector<std::string> more) {
        for (std::string& each : more) {
            if (std::find(to.begin(), to.end(), each) == to.end())
                to.push_back(std::move(each));
        }
    }
    [[nodiscard]] bool mayBeOne(std::string_view form) const {
        const auto beginsAlike = [&](std::string_view other) {
            return form.starts_with(other.substr(0, alike)) ||
                   (form.starts_with("ge") && form.substr(2).starts_with(other.substr(0, alike)));
        };
        return beginsAlike(m_folded) || std::any_of(m_wanted.begin(), m_wanted.end(), beginsAlike);
    }

    FormOrigin m_origin;
    std::shared_ptr<const text::Dictionary> m_dictionary;
    bool m_isLarge;
    std::string m_folded;
    std::vector<std::string> m_wanted; ///< folded, sorted
};

/// Whether what stands around a word in a longer one are words too: verzekeringszorg, not verzorging.
class Compounds {
public:
    Compounds(const TokenIndex& tokens, std::string_view folded)
        : m_tokens(tokens)
        , m_folded(folded)
        , m_dutch(text::Dictionary::ofLanguage("nl"))
        , m_english(text::Dictionary::ofLanguage("en")) {}

    [[nodiscard]] bool holds(std::string_view form) const {
        for (std::size_t at = form.find(m_folded); at != std::string_view::npos;
             at = form.find(m_folded, at + 1)) {
            const std::string_view before = form.substr(0, at);
            const std::string_view behind = form.substr(at + m_folded.size());
            if (before.empty() && behind.empty())
                continue;
            if ((before.empty() || isFirst(before)) && (behind.empty() || isLast(behind, !before.empty())))
                return true;
        }
        return false;
    }

private:
    static constexpr std::size_t shortest = 3;

    [[nodiscard]] bool isWord(std::string_view part) const {
        // Syllables that begin verbs are words as well, and make no compounds.
        static constexpr auto prefixes = std::to_array<std::string_view>({"ver", "ont", "her", "mis", "wan"});
        if (part.size() < shortest || std::find(prefixes.begin(), prefixes.end(), part) != prefixes.end())
            return false;
        if (m_tokens.formNumber(part) < m_tokens.formCount())
            return true;
        // Short words of a dictionary are endings too often.
        const auto knows = [&part](const auto& dictionary) {
            return dictionary && part.size() > shortest &&
                   dictionary->spellingOf(part) == text::Dictionary::Spelling::Word;
        };
        return knows(m_dutch) || knows(m_english);
    }
    /// With the s, e, en or n that links parts.
    [[nodiscard]] bool isFirst(std::string_view part) const {
        for (const std::string_view link : {"", "s", "e", "en", "n"}) {
            if (part.ends_with(link) && isWord(part.substr(0, part.size() - link.size())))
                return true;
        }
        return false;
    }
    /// `mayBend`: an ending is enough, as the word stands last: klasrelaties, grondwetten.
    [[nodiscard]] bool isLast(std::string_view part, bool mayBend) const {
        static constexpr auto endings =
            std::to_array<std::string_view>({"s", "en", "e", "n", "je", "jes", "tje", "tjes"});
        const auto isEnding = [](std::string_view rest) {
            return std::find(endings.begin(), endings.end(), rest) != endings.end();
        };
        if (mayBend && (isEnding(part) || (part.front() == m_folded.back() && isEnding(part.substr(1)))))
            return true;
        for (const std::string_view link : {"", "s", "e", "en", "n"}) {
            if (part.starts_with(link) && isWord(part.substr(link.size())))
                return true;
        }
        return false;
    }

    const TokenIndex& m_tokens;
    std::string_view m_folded;
    std::shared_ptr<const text::Dictionary> m_dutch;
    std::shared_ptr<const text::Dictionary> m_english;
};

} // namespace

const char* name(FormOrigin origin) {
    switch (origin) {
    case FormOrigin::Itself:
        return "itself";
    case FormOrigin::StemDutch:
        return "stem-nl";
    case FormOrigin::StemDutchKraaij:
        return "stem-nl-kp";
    case FormOrigin::StemEnglish:
        return "stem-en";
    case FormOrigin::DictionaryDutch:
        return "dictionary-nl";
    case FormOrigin::DictionaryEnglish:
        return "dictionary-en";
    case FormOrigin::Beginning:
        return "beginning";
    case FormOrigin::Compound:
        return "compound";
    case FormOrigin::Typo:
        return "typo";
    }
    return "itself";
}

base::Result<std::vector<ExpandedForm>> expandedForms(const TokenIndex& tokens, std::string_view folded,
                                                      const std::vector<bool>& isIn, const base::Task& task) {
    constexpr std::uint32_t formsPerLook = 256;
    constexpr std::int64_t shortestPart = 4; // "de" begins and ends too much to be of use
    constexpr std::int64_t shortestInside = 3;
    constexpr std::int64_t longWord = 8;
    const std::int64_t length = text::countCodePoints(folded);
    const std::size_t edits = length >= longWord ? 2 : 1;
    std::array<Stemming, 3> stemmings{{{FormOrigin::StemDutch, Xapian::Stem("dutch"), {}},
                                       {FormOrigin::StemDutchKraaij, Xapian::Stem("kraaij_pohlmann"), {}},
                                       {FormOrigin::StemEnglish, Xapian::Stem("english"), {}}}};
    for (Stemming& stemming : stemmings)
        stemming.wanted = stemming.stem(std::string(folded));
    std::array<BaseForms, 2> dictionaries{{{FormOrigin::DictionaryDutch, "nl", tokens.formCount()},
                                           {FormOrigin::DictionaryEnglish, "en", tokens.formCount()}}};
    const std::uint32_t itself = tokens.formNumber(folded);
    for (BaseForms& dictionary : dictionaries)
        dictionary.want(folded, itself < tokens.formCount() ? tokens.spellings(itself)
                                                            : std::vector<std::string_view>());
    const std::u32string characters = detail::codePointsOf(folded);
    const std::uint64_t letters = detail::lettersOf(folded);
    const Compounds compounds(tokens, folded);
    std::vector<ExpandedForm> found;
    std::size_t steps = 0;
    for (std::uint32_t number = 0; number < tokens.formCount(); ++number) {
        if (number % formsPerLook == 0 && task.isStopped())
            return base::Task::cancelled();
        const std::string_view form = tokens.form(number);
        ExpandedForm expanded;
        if (form == folded) {
            expanded.origins.push_back(FormOrigin::Itself);
        } else {
            for (const Stemming& stemming : stemmings) {
                if (stemming.stem(std::string(form)) == stemming.wanted)
                    expanded.origins.push_back(stemming.origin);
            }
            for (const BaseForms& dictionary : dictionaries) {
                if (dictionary.holds(form, tokens, number))
                    expanded.origins.push_back(dictionary.origin());
            }
            if (length >= shortestPart && form.starts_with(folded))
                expanded.origins.push_back(FormOrigin::Beginning);
            else if (length >= shortestInside && compounds.holds(form))
                expanded.origins.push_back(FormOrigin::Compound);
            const bool mayBeTypo = length >= shortestPart && form.size() <= folded.size() + 4 * edits &&
                                   folded.size() <= form.size() + 4 * edits;
            if (mayBeTypo && detail::mayBeNear(letters, detail::lettersOf(form), static_cast<int>(edits)) &&
                detail::editDistance(characters, form, edits) <= edits)
                expanded.origins.push_back(FormOrigin::Typo);
        }
        if (expanded.origins.empty())
            continue;
        std::uint32_t lastUnit = tokens.unitCount();
        UnitCursor units(tokens);
        bool isStopped = false;
        tokens.forEachPlace(number, [&](std::uint32_t place) {
            isStopped = isStopped || (++steps % formsPerLook == 0 && task.isStopped());
            if (isStopped)
                return;
            const std::uint32_t unit = units.at(place);
            if (!isIn[unit])
                return;
            ++expanded.occurrences;
            expanded.units += unit == lastUnit ? 0U : 1U;
            lastUnit = unit;
        });
        if (isStopped)
            return base::Task::cancelled();
        if (expanded.occurrences == 0)
            continue;
        expanded.folded = form;
        found.push_back(std::move(expanded));
    }
    std::stable_sort(found.begin(), found.end(), [](const ExpandedForm& a, const ExpandedForm& b) {
        const bool isItselfA = a.origins.front() == FormOrigin::Itself;
        const bool isItselfB = b.origins.front() == FormOrigin::Itself;
        return isItselfA != isItselfB ? isItselfA : a.occurrences > b.occurrences;
    });
    return found;
}

std::string queryOfForms(const std::vector<std::string>& forms) {
    std::string query;
    for (const std::string& form : forms) {
        query += query.empty() ? "" : " OR ";
        query += detail::isOneChunk(form) && form.find_first_of(":*~=/-") == std::string::npos
                     ? form
                     : '"' + form + '"';
    }
    return forms.size() > 1 ? '(' + query + ')' : query;
}

} // namespace rapport::search
