// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/code_keys.h"

#include "ui/bridge/text.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

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

/// Codes in the order in which they came into the codebook, which no later move changes; those that are not
/// saved yet last. What is for transcripts alone keeps its keys there: it goes before others of its age.
std::vector<Place> byAge(const std::vector<const model::Variable*>& shown, KeyPlace place) {
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
    const auto rank = [&](const Place& each) {
        const bool isShared = place == KeyPlace::Transcripts && !each.first->prompts.empty();
        return std::tuple(since(*each.second), isShared, each.second->id);
    };
    std::stable_sort(places.begin(), places.end(),
                     [&rank](const Place& one, const Place& other) { return rank(one) < rank(other); });
    return places;
}

/// The codes that are no more and hold a key yet, each in its variable. One with a letter of its own leaves
/// it to others, unless a code that was beside it wanted the same one and would now change to it.
std::vector<model::Variable> variablesOf(const std::vector<service::FormerCode>& former,
                                         const model::Codebook& codebook, KeyPlace place) {
    std::vector<model::Variable> variables;
    for (const service::FormerCode& each : former) {
        const auto isWanted = [&](model::CodeId id) {
            const auto found = codebook.code(id);
            return found.code != nullptr && found.code->id == id && found.code->key == each.code.key &&
                   meet(*found.variable, each.variable, place);
        };
        if (!standsThere(each.variable, place) ||
            (!each.code.key.empty() && std::none_of(each.sameKey.begin(), each.sameKey.end(), isWanted)))
            continue;
        variables.push_back(each.variable);
        variables.back().codes.push_back(each.code);
    }
    return variables;
}

} // namespace

CodeKeys::CodeKeys(const model::Codebook& codebook, KeyPlace place,
                   const std::vector<service::FormerCode>& former) {
    const std::vector<model::Variable> gone = variablesOf(former, codebook, place);
    std::vector<const model::Variable*> shown;
    for (const model::Variable& variable : codebook.variables) {
        if (standsThere(variable, place))
            shown.push_back(&variable);
    }
    for (const model::Variable& variable : gone)
        shown.push_back(&variable);
    std::map<const model::Variable*, std::set<QString>> taken;
    const auto isTaken = [&](const model::Variable& variable, const QString& key) {
        return std::any_of(shown.begin(), shown.end(), [&](const model::Variable* other) {
            return taken[other].contains(key) && (other->id == variable.id || meet(variable, *other, place));
        });
    };
    const auto give = [&](const model::Variable& variable, const model::Code& code, const QString& key) {
        taken[&variable].insert(key);
        m_keys[code.id] = key;
    };
    const std::vector<Place> places = byAge(shown, place);
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
    for (const model::Variable& variable : gone)
        m_keys.erase(variable.codes.front().id);
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
