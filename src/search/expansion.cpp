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
        m_wanted = m_dictionary->baseForms(folded);
        for (const std::string_view spelt : spellings)
            add(m_wanted, m_dictionary->baseForms(spelt));
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
            const auto bases = m_dictionary->baseForms(spelt);
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
    std::vector<ExpandedForm> found;
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
            const std::size_t inside = length >= shortestPart ? form.find(folded) : std::string_view::npos;
            if (inside != std::string_view::npos)
                expanded.origins.push_back(inside == 0 ? FormOrigin::Beginning : FormOrigin::Compound);
            const bool mayBeNear = length >= shortestPart && form.size() <= folded.size() + 4 * edits &&
                                   folded.size() <= form.size() + 4 * edits;
            if (mayBeNear && detail::editDistance(characters, form, edits) <= edits)
                expanded.origins.push_back(FormOrigin::Typo);
        }
        if (expanded.origins.empty())
            continue;
        std::uint32_t lastUnit = tokens.unitCount();
        tokens.forEachPlace(number, [&](std::uint32_t place) {
            const std::uint32_t unit = tokens.unitAt(place);
            if (!isIn[unit])
                return;
            ++expanded.occurrences;
            expanded.units += unit == lastUnit ? 0U : 1U;
            lastUnit = unit;
        });
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
