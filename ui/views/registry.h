// SPDX-License-Identifier: GPL-3.0-or-later
// The one list of views, in the order of the rail. Adding a view is a factory and one line in registry.cpp.
#pragma once

#include "service/importing.h"
#include "ui/app/actions.h"

#include <functional>
#include <span>

class QWidget;

namespace rapport::ui {

class View;
class ViewHost;

enum class RailGroup { Study, Work, Results };

struct ViewRow {
    const char* name; ///< "codebook": for openView and --screenshots
    const char*
        activity; ///< QT_TRANSLATE_NOOP("Activities", "Codebook"); views of one activity share one entry
    const char* icon;
    RailGroup group;
    ActionContext context; ///< whose keys work while it is shown
    bool prefersNarrowRail;
    View* (*make)(ViewHost& host, QWidget* parent);
};

[[nodiscard]] std::span<const ViewRow> viewRows();
/// Null if there is no such view.
[[nodiscard]] const ViewRow* viewRow(const QString& name);

/// Puts the copy of the study from before an import in its place.
using TakeBack = std::function<void(const QString& copy)>;
/// Brings files into the open study (empty list: asks which). Null where the program has no import dialog.
using ImportEntry = void (*)(ViewHost& host, const QStringList& files, service::ImportKind kind,
                             const TakeBack& takeBack, QWidget* parent);
[[nodiscard]] ImportEntry importEntry();

} // namespace rapport::ui
