// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spelling.h"

#include "text/fold.h"

#include <hunspell/hunspell.hxx>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <unordered_map>

namespace rapport::text {

namespace fs = std::filesystem;

namespace {

struct Names {
    std::string_view language;
    std::vector<const char*> files; ///< the first that is there
};

const std::vector<Names>& known() {
    static const std::vector<Names> names{{"nl", {"nl_BE", "nl_NL", "nl"}}, {"en", {"en_GB", "en_US", "en"}}};
    return names;
}

std::vector<std::string> systemFolders() {
    std::vector<std::string> folders;
    if (const char* const given = std::getenv("DICPATH"); given != nullptr) {
        const std::string list(given);
        for (std::size_t begin = 0; begin <= list.size();) {
            const std::size_t end = std::min(list.find(':', begin), list.size());
            if (end > begin)
                folders.push_back(list.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    for (const char* const folder :
         {"/usr/share/hunspell", "/usr/local/share/hunspell", "/usr/share/myspell/dicts"})
        folders.emplace_back(folder);
    return folders;
}

/// Hunspell opens its files without looking whether they are any.
bool isFile(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) && fs::file_size(path, ignored) > 0;
}

} // namespace

struct Dictionary::Impl {
    explicit Impl(const fs::path& start)
        : hunspell((start.string() + ".aff").c_str(), (start.string() + ".dic").c_str()) {}

    std::mutex mutex;
    Hunspell hunspell;
    std::unordered_map<std::string, std::vector<std::string>> known; ///< asked before
};

Dictionary::Dictionary(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {
}
Dictionary::~Dictionary() = default;

std::shared_ptr<const Dictionary> Dictionary::ofLanguage(std::string_view language,
                                                         const std::vector<std::string>& folders) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Dictionary>> kept; ///< by the path of the files
    const std::lock_guard lock(mutex);
    for (const Names& names : known()) {
        if (names.language != language)
            continue;
        for (const std::string& folder : folders.empty() ? systemFolders() : folders) {
            for (const char* const name : names.files) {
                const fs::path start = fs::path(folder) / name;
                if (!isFile(start.string() + ".aff") || !isFile(start.string() + ".dic"))
                    continue;
                if (const auto found = kept.find(start.string()); found != kept.end()) {
                    if (found->second)
                        return found->second;
                    continue; // not usable
                }
                auto impl = std::make_unique<Impl>(start);
                // Words are asked and answered in UTF-8; dictionaries in other encodings are older ones.
                const bool isUsable = impl->hunspell.get_dict_encoding() == "UTF-8";
                std::shared_ptr<const Dictionary> made;
                if (isUsable)
                    made.reset(new Dictionary(std::move(impl)));
                kept.emplace(start.string(), made);
                if (made)
                    return made;
            }
        }
    }
    return nullptr;
}

Dictionary::Spelling Dictionary::spellingOf(std::string_view word) const {
    constexpr std::size_t longest = 100; // bytes
    if (word.empty() || word.size() > longest)
        return Spelling::Unknown;
    std::string small;
    icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())))
        .toLower()
        .toUTF8String(small);
    const std::lock_guard lock(m_impl->mutex);
    if (m_impl->hunspell.spell(small))
        return Spelling::Word;
    return m_impl->hunspell.spell(std::string(word)) ? Spelling::WithCapital : Spelling::Unknown;
}

std::vector<std::string> Dictionary::baseForms(std::string_view word) const {
    constexpr std::size_t longest = 100; // bytes: what is longer is no word of a dictionary
    constexpr std::size_t mostKept = 1'000'000;
    if (word.empty() || word.size() > longest)
        return {};
    const std::lock_guard lock(m_impl->mutex);
    std::string asked(word);
    if (const auto found = m_impl->known.find(asked); found != m_impl->known.end())
        return found->second;
    std::vector<std::string> forms;
    for (const std::string& stem : m_impl->hunspell.stem(asked))
        forms.push_back(fold(stem));
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    if (m_impl->known.size() >= mostKept)
        m_impl->known.clear();
    m_impl->known.emplace(std::move(asked), forms);
    return forms;
}

} // namespace rapport::text
