// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/code_look.h"

#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"

namespace rapport::ui {

QColor CodeLook::color() const {
    return theme().codeColour(colour, place);
}

QString localText(const model::LocalText& text) {
    return toQt(text.in(uiLanguage()));
}

CodeLook lookOf(const model::Code& code, int place) {
    CodeLook look;
    look.title = localText(code.title);
    if (look.title.isEmpty())
        look.title = toQt(code.name);
    look.tag = localText(code.tag);
    if (look.tag.isEmpty())
        look.tag = look.title.left(2).toUpper();
    look.key = toQt(code.key);
    look.colour = toQt(code.colour);
    look.place = place;
    return look;
}

CodeLook lookOf(const model::Codebook& codebook, model::CodeId code) {
    const model::Codebook::Found found = codebook.code(code);
    if (found.code == nullptr)
        return {};
    int place = 0;
    for (const model::Code& each : found.variable->codes) {
        if (each.id == code)
            break;
        if (each.isCodable)
            ++place;
    }
    return lookOf(*found.code, place);
}

} // namespace rapport::ui
