// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/version_dialog.h"

#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/scrolled_words.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/models/source_list.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <string_view>

namespace rapport::ui {

namespace {

/// What happened, with the names of what it happened to; %1 the code, %2 and %3 before and after.
QString headline(const service::VersionDifference& each, const QString& name) {
    const QString before = toQt(each.before);
    const QString after = toQt(each.after);
    if (each.kind == "added")
        return VersionDialog::tr("%1 is new").arg(name);
    if (each.kind == "removed")
        return VersionDialog::tr("%1 was taken out").arg(name);
    if (each.kind == "renamed")
        return VersionDialog::tr("%1 was renamed from %2 to %3").arg(name, before, after);
    if (each.kind == "moved")
        return VersionDialog::tr("%1 was moved from %2 to %3")
            .arg(name, before.isEmpty() ? VersionDialog::tr("the top") : before,
                 after.isEmpty() ? VersionDialog::tr("the top") : after);
    if (each.kind == "merged")
        return VersionDialog::tr("%1 was merged").arg(name);
    if (each.kind == "split")
        return VersionDialog::tr("%1 was split").arg(name);
    if (each.kind == "definition")
        return VersionDialog::tr("Definition of %1").arg(name);
    if (each.kind == "use")
        return VersionDialog::tr("When to use %1").arg(name);
    if (each.kind == "avoid")
        return VersionDialog::tr("When not to use %1").arg(name);
    if (each.kind == "title")
        return VersionDialog::tr("Title of %1").arg(name);
    if (each.kind == "examples")
        return VersionDialog::tr("Examples of %1").arg(name);
    if (each.kind == "anti-examples")
        return VersionDialog::tr("Anti-examples of %1").arg(name);
    if (each.kind == "source")
        return VersionDialog::tr("Ground of %1").arg(name);
    if (each.kind == "scope")
        return VersionDialog::tr("What %1 applies to").arg(name);
    if (each.kind == "codable")
        return VersionDialog::tr("Whether %1 can be given").arg(name);
    if (each.kind == "order")
        return VersionDialog::tr("Order of the codes of %1").arg(name);
    return QStringLiteral("%1: %2").arg(toQt(each.kind), name);
}

bool hasTexts(const std::string& kind) {
    static constexpr std::array<std::string_view, 4> without{"added", "removed", "renamed", "moved"};
    return std::find(without.begin(), without.end(), kind) == without.end();
}

QString coloured(const QString& text, Token token, const char* style) {
    return QStringLiteral("<p style=\"margin:0 0 2px 0; color:%1; %2\">%3</p>")
        .arg(theme().color(token).name(), QLatin1String(style), text.toHtmlEscaped());
}

} // namespace

QString differencesText(const std::vector<service::VersionDifference>& differences,
                        const model::Codebook& codebook) {
    if (differences.empty())
        return QStringLiteral("<p>%1</p>")
            .arg(VersionDialog::tr("No code and no text differs between these versions."));
    QString html;
    for (const service::VersionDifference& each : differences) {
        QString name = toQt(each.code.empty() ? each.variable : each.code);
        if (const auto found = codebook.code(each.code); !each.code.empty() && found.code != nullptr)
            name = localText(found.code->title);
        else if (const auto* variable = codebook.variable(each.variable);
                 each.code.empty() && variable != nullptr)
            name = localText(variable->title);
        QString head = headline(each, name);
        if (!each.language.empty())
            head += QStringLiteral(" (%1)").arg(languageName(each.language));
        html += QStringLiteral("<p style=\"margin:10px 0 2px 0\"><b>%1</b></p>").arg(head.toHtmlEscaped());
        if (!hasTexts(each.kind))
            continue;
        if (!each.before.empty())
            html += coloured(toQt(each.before), Token::Bad, "text-decoration:line-through");
        if (!each.after.empty())
            html += coloured(toQt(each.after), Token::Ok, "");
    }
    return html;
}

VersionDialog::VersionDialog(StudyContext& study, JobRunner& jobs,
                             const std::vector<service::CodebookVersion>& versions, std::int64_t shown,
                             QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_jobs(jobs)
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_words(new ScrolledWords(this)) {
    setWindowTitle(tr("What changed in the codebook"));
    auto* column =
        beginDialog(*this, 620, tr("What stood before is struck through, what stands now is below it."));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(10));
    for (const auto& [box, label] : {std::pair(m_from, tr("From")), std::pair(m_to, tr("To"))}) {
        auto* part = new QVBoxLayout;
        for (const service::CodebookVersion& version : versions)
            box->addItem(tr("version %1").arg(version.version), qlonglong(version.version));
        addField(*part, label, box);
        row->addLayout(part, 1);
        connect(box, &QComboBox::activated, this, [this] { compare(); });
    }
    const int place = std::max(0, m_to->findData(qlonglong(shown)));
    m_to->setCurrentIndex(place);
    m_from->setCurrentIndex(std::max(0, place - 1));
    column->addLayout(row);
    m_words->setMinimumHeight(theme().px(300));
    m_words->setAccessibleName(windowTitle());
    column->addWidget(m_words, 1);
    auto* close = new KeyButton(tr("Close"), ButtonKind::Primary, this);
    endDialog(*this, new KeyButton(tr("Back"), ButtonKind::Quiet, this), close);
    compare();
}

QString VersionDialog::words() const {
    return m_words->words();
}

void VersionDialog::compare() {
    const std::int64_t from = m_from->currentData().toLongLong();
    const std::int64_t to = m_to->currentData().toLongLong();
    m_jobs.start<std::vector<service::VersionDifference>>(
        QStringLiteral("codebook-versions"), tr("Comparing versions"), this,
        [from, to](service::Session& session, const base::Task&) {
            return service::compareVersions(session, from, to);
        },
        [this](const base::Result<std::vector<service::VersionDifference>>& differences) {
            m_words->setWords(differences ? differencesText(*differences, *m_study.codebook())
                                          : errorSentence(differences.error()).toHtmlEscaped());
            Q_EMIT compared();
        });
}

} // namespace rapport::ui
