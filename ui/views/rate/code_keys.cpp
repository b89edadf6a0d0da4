// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/code_keys.h"

#include "ui/bridge/text.h"

#include <algorithm>
#include <limits>
#include <set>

namespace rapport::ui {

namespace {

constexpr qsizetype mostRows = 4;

bool standsThere(const model::Variable& variable, KeyPlace place) {
    return place == KeyPlace::Answers ? !variable.prompts.empty() : !variable.unitKinds.empty();
}

template<typename T>
bool share(const std::vector<T>& a, const std::vector<T>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&b](const T& each) { return std::find(b.begin(), b.end(), each) != b.end(); });
}

/// Whether codes of both may be on the screen at once.
bool meet(const model::Variable& a, const model::Variable& b, KeyPlace place) {
    if (place == KeyPlace::Transcripts)
        return true; // the palette of a transcript shows what any of its units may get
    const auto isAll = [](const model::Variable& variable) {
        return std::find(variable.prompts.begin(), variable.prompts.end(), "*") != variable.prompts.end();
    };
    return isAll(a) || isAll(b) || share(a.prompts, b.prompts);
}

/// Letters to try for a code, best first: those that begin the words of its name, then its others. The name
/// is the same in every language, so the keys are, too.
QString wishes(const std::string& name) {
    QString letters;
    const QStringList words = toQt(name).toLower().split(QLatin1Char('_'), Qt::SkipEmptyParts);
    for (const QString& word : words)
        letters += word.left(1);
    for (const QString& word : words)
        letters += word.mid(1);
    for (char letter = 'a'; letter <= 'z'; ++letter)
        letters += QLatin1Char(letter);
    QString found;
    for (const QChar letter : letters) {
        if (letter >= QLatin1Char('a') && letter <= QLatin1Char('z') && !found.contains(letter))
            found += letter;
    }
    return found;
}

using Place = std::pair<const model::Variable*, const model::Code*>;

/// Codes in the order in which they came into the codebook; those of one version in its order, and those that
/// are not saved yet last.
std::vector<Place> byAge(const std::vector<const model::Variable*>& shown) {
    std::vector<Place> places;
    for (const model::Variable* variable : shown) {
        for (const model::Code& code : variable->codes) {
            if (code.isCodable)
                places.emplace_back(variable, &code);
        }
    }
    const auto since = [](const model::Code& code) {
        return code.id.isNone()        ? std::numeric_limits<std::int64_t>::max()
               : code.versions.empty() ? code.sinceVersion
                                       : code.versions.front();
    };
    std::stable_sort(places.begin(), places.end(), [&since](const Place& one, const Place& other) {
        return since(*one.second) < since(*other.second);
    });
    return places;
}

} // namespace

CodeKeys::CodeKeys(const model::Codebook& codebook, KeyPlace place) {
    std::vector<const model::Variable*> shown;
    for (const model::Variable& variable : codebook.variables) {
        if (standsThere(variable, place))
            shown.push_back(&variable);
    }
    // What is for transcripts alone keeps its keys there.
    if (place == KeyPlace::Transcripts)
        std::stable_partition(shown.begin(), shown.end(),
                              [](const model::Variable* variable) { return variable->prompts.empty(); });
    std::map<const model::Variable*, std::set<QString>> taken;
    const auto isTaken = [&](const model::Variable& variable, const QString& key) {
        return std::any_of(shown.begin(), shown.end(), [&](const model::Variable* other) {
            return taken[other].contains(key) && (other == &variable || meet(variable, *other, place));
        });
    };
    const auto give = [&](const model::Variable& variable, const model::Code& code, const QString& key) {
        taken[&variable].insert(key);
        m_keys[code.id] = key;
    };
    const std::vector<Place> places = byAge(shown);
    for (const auto& [variable, code] : places) {
        const QString own = toQt(code->key).toLower();
        if (!own.isEmpty() && !isTaken(*variable, own))
            give(*variable, *code, own);
    }
    for (const auto& [variable, code] : places) {
        for (qsizetype row = 1; row <= mostRows && !m_keys.contains(code->id); ++row) {
            for (const QChar letter : wishes(code->name)) {
                const QString key = QString(row, QLatin1Char(',')) + letter;
                if (!isTaken(*variable, key)) {
                    give(*variable, *code, key);
                    break;
                }
            }
        }
    }
}

QString CodeKeys::of(model::CodeId code) const {
    const auto found = m_keys.find(code);
    return found == m_keys.end() ? QString() : found->second;
}

QString KeySequence::letter(const QString& letter) {
    QString key = m_commas + letter;
    m_commas.clear();
    return key;
}

void KeySequence::comma() {
    m_commas += QLatin1Char(',');
    if (m_commas.size() > mostRows)
        m_commas.clear();
}

bool KeySequence::reset() {
    const bool waited = !m_commas.isEmpty();
    m_commas.clear();
    return waited;
}

} // namespace rapport::ui
