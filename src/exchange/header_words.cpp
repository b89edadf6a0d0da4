// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/header_words.h"

#include <algorithm>
#include <utility>

namespace rapport::exchange {

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), name) != words.end();
}

std::vector<std::string> headerWords(std::string_view header) {
    std::vector<std::string> words;
    std::string word;
    bool wasSmall = false;
    for (const char letter : header) {
        const bool isUpper = letter >= 'A' && letter <= 'Z';
        const bool isKept = isUpper || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                            (static_cast<unsigned char>(letter) & 0x80U) != 0;
        if ((!isKept || (isUpper && wasSmall)) && !word.empty())
            words.push_back(std::exchange(word, {}));
        if (isKept)
            word += isUpper ? static_cast<char>(letter - 'A' + 'a') : letter;
        wasSmall = letter >= 'a' && letter <= 'z';
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

} // namespace rapport::exchange
