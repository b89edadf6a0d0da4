// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/hint_text.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/import_parts.h"
#include "ui/models/figures.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

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
        else if ((column.use == service::ColumnUse::LeftOut || column.use == service::ColumnUse::Attribute) &&
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

/// Of one, and of several.
struct Forms {
    const char* one;
    const char* several;
};

constexpr Forms participantForms{QT_TRANSLATE_NOOP("ImportFindings", "participant"),
                                 QT_TRANSLATE_NOOP("ImportFindings", "participants")};

/// What a kind of file adds beside people.
struct Thing {
    service::ImportKind kind;
    const char* one;
    const char* several;
};

ImportCount countOf(std::int64_t count, Forms forms) {
    return {countText(count), say(count == 1 ? forms.one : forms.several)};
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

std::vector<ImportCount> addedBy(const std::vector<const service::ImportPreview*>& files) {
    constexpr std::array things{
        Thing{service::ImportKind::Answers, QT_TRANSLATE_NOOP("ImportFindings", "row"),
              QT_TRANSLATE_NOOP("ImportFindings", "rows")},
        Thing{service::ImportKind::Transcript, QT_TRANSLATE_NOOP("ImportFindings", "turn"),
              QT_TRANSLATE_NOOP("ImportFindings", "turns")},
        Thing{service::ImportKind::Project, QT_TRANSLATE_NOOP("ImportFindings", "text or coding"),
              QT_TRANSLATE_NOOP("ImportFindings", "texts and codings")},
        Thing{service::ImportKind::Codings, QT_TRANSLATE_NOOP("ImportFindings", "coding"),
              QT_TRANSLATE_NOOP("ImportFindings", "codings")},
        Thing{service::ImportKind::Codebook, QT_TRANSLATE_NOOP("ImportFindings", "code"),
              QT_TRANSLATE_NOOP("ImportFindings", "codes")}};
    std::int64_t people = 0;
    std::array<std::int64_t, things.size()> others{};
    for (const service::ImportPreview* file : files) {
        const service::ImportKind kind =
            file->kind == service::ImportKind::Participants ? service::ImportKind::Answers : file->kind;
        const bool bringsPeople =
            kind != service::ImportKind::Codings && kind != service::ImportKind::Codebook;
        const std::int64_t persons = bringsPeople ? std::min(file->added, file->participants) : 0;
        people += persons;
        for (std::size_t each = 0; each < things.size(); ++each) {
            if (things[each].kind == kind)
                others[each] += file->added - persons;
        }
    }
    std::vector<ImportCount> counts;
    if (people > 0)
        counts.push_back(countOf(people, participantForms));
    for (std::size_t each = 0; each < things.size(); ++each) {
        if (others[each] > 0)
            counts.push_back(countOf(others[each], {things[each].one, things[each].several}));
    }
    return counts;
}

QString addedText(const std::vector<ImportCount>& added) {
    QString text;
    for (std::size_t each = 0; each < added.size(); ++each) {
        const QString part = added[each].figure + QLatin1Char(' ') + added[each].what;
        text = each == 0 ? part
               : each + 1 == added.size()
                   ? say(QT_TRANSLATE_NOOP("ImportFindings", "%1 and %2")).arg(text, part)
                   : text + QStringLiteral(", ") + part;
    }
    return text.isEmpty() ? countText(0) : text;
}

std::vector<ImportCount> countsOf(const service::ImportPreview& preview,
                                  const std::vector<service::ColumnPlan>& plan,
                                  const std::vector<ImportCount>& added) {
    std::vector<ImportCount> counts;
    const auto add = [&](std::int64_t count, const char* one, const char* several) {
        counts.push_back(countOf(count, {one, several}));
    };
    switch (preview.kind) {
    case service::ImportKind::Transcript: {
        std::int64_t words = 0;
        for (const service::SpeakerRow& speaker : preview.speakers)
            words += speaker.words;
        add(preview.records, "turn", "turns");
        add(std::int64_t(preview.speakers.size()), QT_TRANSLATE_NOOP("ImportFindings", "speaker"),
            QT_TRANSLATE_NOOP("ImportFindings", "speakers"));
        add(words, QT_TRANSLATE_NOOP("ImportFindings", "word"), QT_TRANSLATE_NOOP("ImportFindings", "words"));
        break;
    }
    case service::ImportKind::Codebook:
        add(preview.records, "code", "codes");
        break;
    case service::ImportKind::Project:
        add(preview.records, QT_TRANSLATE_NOOP("ImportFindings", "text or coding"),
            QT_TRANSLATE_NOOP("ImportFindings", "texts and codings"));
        counts.push_back(countOf(preview.participants, participantForms));
        break;
    case service::ImportKind::Codings:
        add(preview.records, QT_TRANSLATE_NOOP("ImportFindings", "row of codings"),
            QT_TRANSLATE_NOOP("ImportFindings", "rows of codings"));
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
        counts.push_back(countOf(preview.participants, participantForms));
        if (prompts.isEmpty()) {
            add(preview.answers, QT_TRANSLATE_NOOP("ImportFindings", "answer"),
                QT_TRANSLATE_NOOP("ImportFindings", "answers"));
        } else {
            add(preview.answers, QT_TRANSLATE_NOOP("ImportFindings", "answer to %1"),
                QT_TRANSLATE_NOOP("ImportFindings", "answers to %1"));
            counts.back().what = counts.back().what.arg(listed(prompts));
        }
        add(attributes,
            blinded == 1 ? QT_TRANSLATE_NOOP("ImportFindings", "attribute, hidden from raters")
                         : QT_TRANSLATE_NOOP("ImportFindings", "attribute"),
            QT_TRANSLATE_NOOP("ImportFindings", "attributes, %1 of them hidden from raters"));
        if (attributes != 1)
            counts.back().what = counts.back().what.arg(countText(blinded));
        break;
    }
    }
    for (const ImportCount& each : added)
        counts.push_back({each.figure, say(QT_TRANSLATE_NOOP("ImportFindings", "%1 added")).arg(each.what)});
    if (preview.isHeld)
        add(preview.updated, "changed", QT_TRANSLATE_NOOP("ImportFindings", "changed"));
    add(std::int64_t(preview.rejected.size()), QT_TRANSLATE_NOOP("ImportFindings", "row rejected"),
        QT_TRANSLATE_NOOP("ImportFindings", "rows rejected"));
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
        if (!isTable || (warning.find(": left out unless the mapping says otherwise") == std::string::npos &&
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
