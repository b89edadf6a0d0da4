// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/in_vivo.h"

#include "ui/bridge/text.h"
#include "ui/models/codebook_edit.h"

#include <algorithm>

namespace rapport::ui {

namespace {

constexpr qsizetype mostLetters = 60;
constexpr const char* groupName = "in_vivo";

QString shortened(const QString& words) {
    QString plain = words.simplified();
    if (plain.size() <= mostLetters)
        return plain;
    const qsizetype space = plain.lastIndexOf(QLatin1Char(' '), mostLetters);
    return plain.left(space > mostLetters / 2 ? space : mostLetters) + QStringLiteral("…");
}

} // namespace

std::optional<InVivo> withInVivoCode(const model::Codebook& codebook, const std::string& words,
                                     model::UnitKind kind) {
    InVivo made{codebook, {}, true};
    const QString title = shortened(toQt(words));
    if (title.isEmpty())
        return std::nullopt;
    model::Variable* wanted = nullptr;
    for (model::Variable& variable : made.codebook.variables) {
        if (variable.scale != model::Scale::Presence || !variable.appliesTo(kind, {}))
            continue;
        for (const model::Code& code : variable.codes) {
            if (code.isCodable &&
                (code.title.in("en") == toUtf8(title) || code.title.in("nl") == toUtf8(title)))
                return InVivo{codebook, code.name, false};
        }
        // What is for transcripts alone comes before what answers share with them.
        if (wanted == nullptr || (!wanted->prompts.empty() && variable.prompts.empty()))
            wanted = &variable;
    }
    if (wanted == nullptr)
        return std::nullopt;
    auto group = std::find_if(wanted->codes.begin(), wanted->codes.end(), [](const model::Code& code) {
        return code.name == groupName || (code.name.starts_with(groupName) && !code.isCodable);
    });
    if (group == wanted->codes.end()) {
        model::Code heading;
        heading.name = freeCodeName(made.codebook, groupName);
        heading.title = model::sameText("In vivo");
        heading.isCodable = false;
        const int place = insertCode(*wanted, -1, std::move(heading));
        group = wanted->codes.begin() + place;
    }
    model::Code code;
    made.name = freeCodeName(made.codebook, toUtf8(title));
    code.name = made.name;
    code.title = model::sameText(toUtf8(title));
    code.examples.push_back(model::sameText(toUtf8(toQt(words).simplified())));
    // Behind the last one of its group.
    const int place = int(group - wanted->codes.begin());
    const int last = endOfSubtree(*wanted, place) - 1;
    if (last > place) {
        (void)insertCode(*wanted, last, std::move(code));
    } else {
        (void)insertCode(*wanted, place, std::move(code));
        (void)nestCode(*wanted, place + 1);
    }
    return made;
}

} // namespace rapport::ui
