// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/act_text.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"

#include <QCoreApplication>

namespace rapport::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("ActText", text);
}

QString objectTitle(const std::string& object, const model::Codebook& codebook) {
    const model::Codebook::Found found = codebook.code(object);
    if (found.code != nullptr)
        return lookOf(*found.code).title;
    if (const model::Variable* variable = codebook.variable(object))
        return localText(variable->title);
    return toQt(object);
}

} // namespace

QString actText(const service::ChangeSet& change, const model::Codebook& codebook) {
    const QString object = objectTitle(change.object, codebook);
    const QString unit = toQt(change.unitName);
    QString what;
    if (change.act == "code" || change.act == "level" || change.act == "count")
        what = object;
    else if (change.act == "withdraw")
        what = say(QT_TRANSLATE_NOOP("ActText", "%1 withdrawn")).arg(object);
    else if (change.act == "move")
        what = say(QT_TRANSLATE_NOOP("ActText", "%1 moved")).arg(object);
    else if (change.act == "recode")
        what = say(QT_TRANSLATE_NOOP("ActText", "changed to %1")).arg(object);
    else if (change.act == "adjudicate")
        what = say(QT_TRANSLATE_NOOP("ActText", "%1 settled")).arg(object);
    else if (change.act == "unsettle")
        what = say(QT_TRANSLATE_NOOP("ActText", "%1 open again")).arg(object);
    else if (change.act == "complete")
        what = say(QT_TRANSLATE_NOOP("ActText", "completed"));
    else if (change.act == "reopen")
        what = say(QT_TRANSLATE_NOOP("ActText", "opened again"));
    else if (change.act == "memo")
        what = say(QT_TRANSLATE_NOOP("ActText", "memo"));
    else if (change.act == "note")
        what = say(QT_TRANSLATE_NOOP("ActText", "remark"));
    else if (change.act == "flag")
        what = say(QT_TRANSLATE_NOOP("ActText", "flag"));
    else if (change.act == "unflag")
        what = say(QT_TRANSLATE_NOOP("ActText", "flag taken away"));
    else if (change.act == "import")
        what = say(QT_TRANSLATE_NOOP("ActText", "import"));
    else if (change.act == "instrument")
        what = say(QT_TRANSLATE_NOOP("ActText", "change of the case and the questions"));
    else if (change.act == "codebook")
        what = say(QT_TRANSLATE_NOOP("ActText", "change of the codebook"));
    else if (change.act == "rename")
        what = say(QT_TRANSLATE_NOOP("ActText", "%1 renamed")).arg(object);
    else if (change.act == "merge")
        what = say(QT_TRANSLATE_NOOP("ActText", "%1 merged")).arg(object);
    else if (change.act == "split")
        what = say(QT_TRANSLATE_NOOP("ActText", "%1 split")).arg(object);
    else if (change.act == "retire")
        what = say(QT_TRANSLATE_NOOP("ActText", "%1 retired")).arg(object);
    else if (change.act == "define")
        what = say(QT_TRANSLATE_NOOP("ActText", "definition of %1")).arg(object);
    else
        what = object.isEmpty() ? toQt(change.act) : object;
    if (change.units.size() > 1 && !change.rater.isNone() && change.unitKind == model::UnitKind::Answer)
        return say(QT_TRANSLATE_NOOP("ActText", "%1 on %2 answers")).arg(what).arg(change.units.size());
    if (change.units.size() > 1)
        return say(QT_TRANSLATE_NOOP("ActText", "%1 on %2 units")).arg(what).arg(change.units.size());
    return unit.isEmpty() ? what : say(QT_TRANSLATE_NOOP("ActText", "%1 on %2")).arg(what, unit);
}

} // namespace rapport::ui
