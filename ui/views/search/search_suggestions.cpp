// SPDX-License-Identifier: GPL-3.0-or-later
// What this study has to search by: facets, and what the query line offers while a query is typed, fields and
// their values.
#include "service/reading.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/models/query_text.h"
#include "ui/views/search/query_guide.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"

namespace rapport::ui {

void SearchView::readStudy() {
    service::Session& session = study().session();
    m_fields.clear();
    if (const auto fields = service::searchFields(session)) {
        for (const std::string& field : *fields)
            m_fields.append(toQt(field));
    }
    m_line->setFields(m_fields);
    std::vector<FacetField> facets{{"prompt", QStringLiteral("question"), tr("Question"), {}},
                                   {"speaker", QStringLiteral("speaker"), tr("Speaker"), {}},
                                   {"lang", QStringLiteral("lang"), tr("Language"), {}}};
    QString attributeName;
    QString attributeValue;
    if (const auto attributes = service::attributes(session)) {
        for (const model::Attribute& attribute : *attributes) {
            const QString name = toQt(attribute.name);
            // Scores and dates have too many values to tick, unless they are listed.
            const bool isMeasure = attribute.type == model::AttributeType::Number ||
                                   attribute.type == model::AttributeType::Date;
            if ((isMeasure && attribute.values.empty()) || !m_fields.contains(name))
                continue;
            if (attribute.name == "language")
                continue; // the texts' own is there already
            FacetField field{attribute.name, name, localText(attribute.title), {}};
            if (field.title.isEmpty())
                field.title = name;
            for (const std::string& value : attribute.values)
                field.order.append(toQt(value));
            if (attributeName.isEmpty() && !field.order.isEmpty()) {
                attributeName = name;
                attributeValue = field.order.front();
            }
            facets.push_back(std::move(field));
        }
    }
    m_facets.setFields(std::move(facets));
    readLineKeys();
    QString question;
    if (const auto instrument = session.instrument()) {
        for (const model::Prompt& prompt : instrument->prompts) {
            if (prompt.kind == model::PromptKind::Open) {
                question = toQt(prompt.name);
                break;
            }
        }
    }
    QString code;
    const auto codebook = study().codebook();
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& each : variable.codes) {
            if (code.isEmpty() && each.isCodable && variable.scale == model::Scale::Presence)
                code = toQt(each.name);
        }
    }
    m_guide->setStudy(question, {}, code, attributeName, attributeValue);
}

QString SearchView::explanationOf(const QString& field) {
    if (field == QLatin1String("speaker"))
        return tr("who speaks in a transcript");
    if (field == QLatin1String("question"))
        return tr("which question is answered");
    if (field == QLatin1String("code"))
        return tr("a code that was given");
    if (field == QLatin1String("rater"))
        return tr("who rated it");
    if (field == QLatin1String("source"))
        return tr("name of the answer or transcript");
    if (field == QLatin1String("lang"))
        return tr("language of the text");
    if (field == QLatin1String("memo"))
        return tr("words in a memo on it");
    if (field == QLatin1String("coded"))
        return tr("with a code, or without any");
    return tr("attribute of the participant");
}

std::vector<QuerySuggestion> SearchView::suggestionsFor(const QueryCompletion& completion) const {
    std::vector<QuerySuggestion> rows;
    const auto fits = [&](const QString& text) {
        return text.startsWith(completion.prefix, Qt::CaseInsensitive);
    };
    if (completion.kind == QueryCompletion::Kind::Field) {
        for (const QString& field : m_fields) {
            if (fits(field))
                rows.push_back({field + QLatin1Char(':'), explanationOf(field), std::nullopt});
        }
        return rows;
    }
    QString field = completion.field.toLower();
    if (field == QLatin1String("prompt"))
        field = QStringLiteral("question");
    const auto add = [&](const QString& value, const QString& explanation, std::optional<qint64> count) {
        if (fits(value) || explanation.startsWith(completion.prefix, Qt::CaseInsensitive))
            rows.push_back({writtenValue(value), explanation, count});
    };
    if (field == QLatin1String("code")) {
        const auto codebook = study().codebook();
        for (const model::Variable& variable : codebook->variables) {
            for (const model::Code& code : variable.codes) {
                if (code.isCodable)
                    add(toQt(code.name), localText(code.title), std::nullopt);
            }
        }
    } else if (field == QLatin1String("rater")) {
        if (const auto raters = study().session().raters();
            raters && study().session().viewer().isCoordinator()) {
            for (const model::Rater& rater : *raters)
                add(toQt(rater.name), {}, std::nullopt);
        }
    } else if (field == QLatin1String("coded")) {
        add(QStringLiteral("yes"), tr("somebody gave a code"), std::nullopt);
        add(QStringLiteral("no"), tr("nobody gave a code"), std::nullopt);
        if (study().session().viewer().isCoordinator())
            add(QStringLiteral("disagreed"), tr("raters of a round differ"), std::nullopt);
    } else if (field == QLatin1String("question")) {
        if (const auto instrument = study().session().instrument()) {
            const auto counts = m_counts.find("prompt");
            for (const model::Prompt& prompt : instrument->prompts) {
                if (prompt.kind != model::PromptKind::Open)
                    continue;
                std::optional<qint64> count;
                if (counts != m_counts.end()) {
                    if (const auto found = counts->second.find(prompt.name); found != counts->second.end())
                        count = found->second;
                }
                add(toQt(prompt.name), localText(prompt.wording).simplified().left(60), count);
            }
        }
    } else {
        for (const FacetField& facet : m_facets.fields()) {
            if (facet.field.compare(field, Qt::CaseInsensitive) != 0)
                continue;
            const auto counts = m_counts.find(facet.facet);
            QStringList known = facet.order;
            if (counts != m_counts.end()) {
                for (const auto& [value, count] : counts->second) {
                    if (!known.contains(toQt(value)))
                        known.append(toQt(value));
                }
            }
            if (facet.facet == "lang" && known.isEmpty())
                known = {QStringLiteral("nl"), QStringLiteral("en")};
            for (const QString& value : std::as_const(known)) {
                std::optional<qint64> count;
                if (counts != m_counts.end()) {
                    if (const auto found = counts->second.find(toUtf8(value)); found != counts->second.end())
                        count = found->second;
                }
                if (!value.isEmpty())
                    add(value, {}, count);
            }
        }
    }
    return rows;
}

} // namespace rapport::ui
