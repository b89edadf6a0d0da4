// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/hint_text.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/import_parts.h"
#include "ui/models/figures.h"

#include <QCoreApplication>
#include <algorithm>

namespace rapport::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("ImportFindings", text);
}

/// "a, b, c and 4 more"
QString listed(const QStringList& names) {
    constexpr qsizetype most = 5;
    if (names.size() <= most)
        return names.join(QStringLiteral(", "));
    return say(QT_TRANSLATE_NOOP("ImportFindings", "%1 and %2 more"))
        .arg(names.mid(0, most).join(QStringLiteral(", ")))
        .arg(names.size() - most);
}

void addColumnFindings(const std::vector<service::ColumnPlan>& plan, std::vector<ImportFinding>& findings) {
    QStringList personal;
    QStringList freeText;
    for (const service::ColumnPlan& column : plan) {
        if (isPersonal(column))
            personal.append(toQt(column.column));
        else if (column.use == service::ColumnUse::LeftOut &&
                 column.finding.text().rfind("looks like free text", 0) == 0)
            freeText.append(toQt(column.column));
    }
    if (!personal.isEmpty())
        findings.push_back(
            {QStringLiteral("eye-off"), Token::Bad,
             counted(personal.size(),
                     say(QT_TRANSLATE_NOOP("ImportFindings", "A column that says who, left out")),
                     say(QT_TRANSLATE_NOOP("ImportFindings", "%1 columns that say who, left out"))),
             say(QT_TRANSLATE_NOOP("ImportFindings", "%1. Not read into the study at all."))
                 .arg(listed(personal))});
    if (!freeText.isEmpty())
        findings.push_back(
            {QStringLiteral("info"), Token::Text,
             say(QT_TRANSLATE_NOOP("ImportFindings", "Is this an answer?")),
             say(QT_TRANSLATE_NOOP("ImportFindings",
                                   "%1: looks like free text. Choose a question above it if it is one."))
                 .arg(listed(freeText))});
}

} // namespace

QString importKindText(service::ImportKind kind) {
    switch (kind) {
    case service::ImportKind::Detect:
        return say(QT_TRANSLATE_NOOP("ImportFindings", "what it looks like"));
    case service::ImportKind::Answers:
        return say(QT_TRANSLATE_NOOP("ImportFindings", "answers"));
    case service::ImportKind::Transcript:
        return say(QT_TRANSLATE_NOOP("ImportFindings", "transcript"));
    case service::ImportKind::Participants:
        return say(QT_TRANSLATE_NOOP("ImportFindings", "participants"));
    case service::ImportKind::Codebook:
        return say(QT_TRANSLATE_NOOP("ImportFindings", "codebook"));
    case service::ImportKind::Codings:
        return say(QT_TRANSLATE_NOOP("ImportFindings", "codings"));
    case service::ImportKind::Project:
        return say(QT_TRANSLATE_NOOP("ImportFindings", "project of another program"));
    }
    return {};
}

std::vector<ImportCount> countsOf(const service::ImportPreview& preview,
                                  const std::vector<service::ColumnPlan>& plan) {
    std::vector<ImportCount> counts;
    const auto add = [&](std::int64_t count, const char* what) {
        counts.push_back({countText(count), say(what)});
    };
    switch (preview.kind) {
    case service::ImportKind::Transcript: {
        std::int64_t words = 0;
        for (const service::SpeakerRow& speaker : preview.speakers)
            words += speaker.words;
        add(preview.records, QT_TRANSLATE_NOOP("ImportFindings", "turns"));
        add(std::int64_t(preview.speakers.size()), QT_TRANSLATE_NOOP("ImportFindings", "speakers"));
        add(words, QT_TRANSLATE_NOOP("ImportFindings", "words"));
        break;
    }
    case service::ImportKind::Codebook:
        add(preview.records, QT_TRANSLATE_NOOP("ImportFindings", "codes"));
        break;
    case service::ImportKind::Project:
        add(preview.records, QT_TRANSLATE_NOOP("ImportFindings", "texts"));
        add(preview.participants, QT_TRANSLATE_NOOP("ImportFindings", "participants"));
        break;
    case service::ImportKind::Codings:
        add(preview.records, QT_TRANSLATE_NOOP("ImportFindings", "rows of codings"));
        break;
    default: {
        const auto attributes =
            std::count_if(plan.begin(), plan.end(), [](const service::ColumnPlan& column) {
                return column.use == service::ColumnUse::Attribute;
            });
        const auto blinded = std::count_if(plan.begin(), plan.end(), [](const service::ColumnPlan& column) {
            return column.use == service::ColumnUse::Attribute && column.isBlinded;
        });
        QStringList prompts;
        for (const service::ColumnPlan& column : plan) {
            if (column.use == service::ColumnUse::Answer && !column.target.empty())
                prompts.append(toQt(column.target));
        }
        add(preview.participants, QT_TRANSLATE_NOOP("ImportFindings", "participants"));
        counts.push_back(
            {countText(preview.answers),
             prompts.isEmpty()
                 ? say(QT_TRANSLATE_NOOP("ImportFindings", "answers"))
                 : say(QT_TRANSLATE_NOOP("ImportFindings", "answers to %1")).arg(listed(prompts))});
        counts.push_back(
            {countText(attributes),
             say(QT_TRANSLATE_NOOP("ImportFindings", "attributes, %1 of them hidden from raters"))
                 .arg(countText(blinded))});
        break;
    }
    }
    if (preview.isHeld) {
        add(preview.added, QT_TRANSLATE_NOOP("ImportFindings", "added in all"));
        add(preview.updated, QT_TRANSLATE_NOOP("ImportFindings", "changed"));
    }
    add(std::int64_t(preview.rejected.size()), preview.rejected.size() == 1
                                                   ? QT_TRANSLATE_NOOP("ImportFindings", "row rejected")
                                                   : QT_TRANSLATE_NOOP("ImportFindings", "rows rejected"));
    return counts;
}

std::vector<ImportFinding> findingsOf(const service::ImportPreview& preview,
                                      const std::vector<service::ColumnPlan>& plan) {
    std::vector<ImportFinding> findings;
    const bool isTable =
        preview.kind == service::ImportKind::Answers || preview.kind == service::ImportKind::Participants;
    if (isTable) {
        const auto participants =
            std::count_if(plan.begin(), plan.end(), [](const service::ColumnPlan& column) {
                return column.use == service::ColumnUse::Participant;
            });
        if (participants == 0)
            findings.push_back(
                {QStringLiteral("warning"), Token::Warn,
                 say(QT_TRANSLATE_NOOP("ImportFindings", "Who answered?")),
                 say(QT_TRANSLATE_NOOP("ImportFindings",
                                       "Choose “Participant” above the column that holds the pseudonym. "
                                       "Without it nothing can come in."))});
        addColumnFindings(plan, findings);
    }
    if (!preview.rejected.empty())
        findings.push_back(
            {QStringLiteral("warning"), Token::Warn,
             counted(std::int64_t(preview.rejected.size()),
                     say(QT_TRANSLATE_NOOP("ImportFindings", "One row would be rejected")),
                     say(QT_TRANSLATE_NOOP("ImportFindings", "%1 rows would be rejected"))),
             say(QT_TRANSLATE_NOOP("ImportFindings",
                                   "Each is listed with its line and reason before anything comes in."))});
    if (preview.emptyAnswers > 0)
        findings.push_back(
            {QStringLiteral("info"), Token::Text,
             counted(preview.emptyAnswers, say(QT_TRANSLATE_NOOP("ImportFindings", "One empty answer")),
                     say(QT_TRANSLATE_NOOP("ImportFindings", "%1 empty answers"))),
             say(QT_TRANSLATE_NOOP("ImportFindings", "Kept as “not answered”, not given to raters."))});
    QStringList others;
    for (const base::Phrase& warning : preview.warnings) {
        if (warning == "looks like a codebook") {
            findings.push_back(
                {QStringLiteral("info"), Token::Text,
                 say(QT_TRANSLATE_NOOP("ImportFindings", "Is this a codebook?")),
                 say(QT_TRANSLATE_NOOP("ImportFindings",
                                       "It looks like one. Choose “%1” at “Read as” if it is."))
                     .arg(importKindText(service::ImportKind::Codebook))});
            continue;
        }
        // Said above already, for all columns together.
        if (!isTable || (warning.find("seems to hold") == std::string::npos &&
                         warning.find("looks like free text") == std::string::npos))
            others.append(hintText(warning));
    }
    for (const base::Phrase& note : service::notesBesideWarnings(preview))
        others.append(hintText(note));
    others.removeAll(QString());
    if (!others.isEmpty())
        findings.push_back({QStringLiteral("info"), Token::Text,
                            say(QT_TRANSLATE_NOOP("ImportFindings", "Worth a look")),
                            others.mid(0, 12).join(QLatin1Char('\n'))});
    if (preview.kind == service::ImportKind::Codebook)
        findings.push_back(
            {QStringLiteral("info"), Token::Text,
             say(QT_TRANSLATE_NOOP("ImportFindings", "Merged with the study's codebook")),
             say(QT_TRANSLATE_NOOP("ImportFindings",
                                   "What the file says wins, what it lacks stays. If the present version is "
                                   "frozen, the result is the next one: rounds under way go on under it, and "
                                   "what was completed before is missing for codes that are new."))});
    if (findings.empty())
        findings.push_back({QStringLiteral("check"),
                            Token::Ok,
                            say(QT_TRANSLATE_NOOP("ImportFindings", "Nothing stands out")),
                            {}});
    return findings;
}

} // namespace rapport::ui
