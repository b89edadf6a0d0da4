// SPDX-License-Identifier: GPL-3.0-or-later
// Base forms of words by the spelling dictionaries of the system (Hunspell): foto's is foto, huizen is huis.
// Which dictionaries there are is the system's; without one there are no base forms, and nothing fails. Any
// thread: one asks at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::text {

class Dictionary {
public:
    /// For "nl" or "en"; read once and kept. `folders`: where NAME.aff and NAME.dic are looked for; empty:
    /// DICPATH, then the system's. Null where there is none that can be read.
    [[nodiscard]] static std::shared_ptr<const Dictionary>
    ofLanguage(std::string_view language, const std::vector<std::string>& folders = {});

    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// What the dictionary says of a word as a text writes it.
    enum class Spelling {
        Unknown,
        WithCapital, ///< only so, with a capital: a place, a day, a first name
        Word,        ///< in small letters too
    };
    [[nodiscard]] Spelling spellingOf(std::string_view word) const;

    /// Folded (see fold), sorted, without duplicates; empty for a word that the dictionary does not know.
    [[nodiscard]] std::vector<std::string> baseForms(std::string_view word) const;

private:
    struct Impl;
    explicit Dictionary(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace rapport::text
