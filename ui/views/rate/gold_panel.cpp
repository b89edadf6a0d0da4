// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/gold_panel.h"

#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/scrolled_words.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

QString titleOf(const model::Codebook& codebook, const service::GoldDifference& each) {
    if (!each.code.empty()) {
        const model::Codebook::Found found = codebook.code(each.code);
        return found.code != nullptr ? lookOf(*found.code).title : toQt(each.code);
    }
    const model::Variable* variable = codebook.variable(each.variable);
    return variable != nullptr ? localText(variable->title) : toQt(each.variable);
}

/// A level's title, a number, or that nothing was chosen.
QString valueOf(const model::Codebook& codebook, const std::string& value) {
    if (value.empty())
        return GoldPanel::tr("nothing");
    const model::Codebook::Found found = codebook.code(value);
    return found.code != nullptr ? lookOf(*found.code).title : toQt(value);
}

QString sentence(const model::Codebook& codebook, const service::GoldDifference& each) {
    const QString title = titleOf(codebook, each);
    if (!each.code.empty())
        return (each.gold == "1" ? GoldPanel::tr("%1: gold has it, you have not")
                                 : GoldPanel::tr("%1: you have it, gold has not"))
            .arg(title);
    return GoldPanel::tr("%1: gold says %2, you say %3")
        .arg(title, valueOf(codebook, each.gold), valueOf(codebook, each.own));
}

} // namespace

GoldPanel::GoldPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new Words(TypeRole::BodyStrong, Token::Text, this))
    , m_body(new ScrolledWords(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(16), theme().px(10), theme().px(12), theme().px(8));
    column->setSpacing(theme().px(4));
    column->addWidget(m_title);
    column->addWidget(m_body, 1);
    connect(&theme(), &Theme::changed, this, [this] { refresh(); });
    hide();
}

void GoldPanel::compare(StudyContext& study, const std::optional<service::Target>& completed) {
    m_feedback.clear();
    if (completed) {
        if (auto feedback = study.read(
                [&](service::Session& session) { return service::goldFeedback(session, *completed); }))
            m_feedback = std::move(*feedback);
        m_codebook = study.codebook();
    }
    refresh();
}

void GoldPanel::fit(int most) {
    const int wide = std::max(theme().px(200), width() - theme().px(36));
    const int needed = m_body->heightAt(wide) + theme().px(48);
    setFixedHeight(std::min({needed, theme().px(190), most}));
}

QString GoldPanel::text() const {
    return m_feedback.empty() ? QString() : m_title->text() + QLatin1Char('\n') + m_body->words();
}

void GoldPanel::refresh() {
    setVisible(!m_feedback.empty());
    if (m_feedback.empty())
        return;
    std::int64_t differences = 0;
    for (const service::GoldFeedback& each : m_feedback)
        differences += std::count_if(each.codes.begin(), each.codes.end(),
                                     [](const auto& code) { return !code.isSame(); });
    m_title->setText(differences == 0 ? tr("As the gold codings")
                                      : counted(differences, tr("One difference from the gold codings"),
                                                tr("%1 differences from the gold codings")));
    const auto paragraph = [](Token token, const QString& mark, const QString& words) {
        return QStringLiteral("<div style='margin-top:3px'><b style='color:%1'>%2</b> %3</div>")
            .arg(theme().color(token).name(), mark, words.toHtmlEscaped());
    };
    QString html;
    for (const service::GoldFeedback& each : m_feedback) {
        if (m_feedback.size() > 1)
            html += QStringLiteral("<div style='margin-top:5px'><b>%1</b></div>")
                        .arg(toQt(each.gold).toHtmlEscaped());
        QStringList same;
        for (const service::GoldDifference& code : each.codes) {
            if (code.isSame())
                same.append(code.code.empty() ? titleOf(*m_codebook, code) + QStringLiteral(" ") +
                                                    valueOf(*m_codebook, code.gold)
                                              : titleOf(*m_codebook, code));
            else
                html += paragraph(Token::Bad, QStringLiteral("≠"), sentence(*m_codebook, code));
        }
        if (!same.isEmpty())
            html += paragraph(Token::Ok, QStringLiteral("="),
                              tr("the same: %1").arg(same.join(QStringLiteral(", "))));
        if (each.codes.empty())
            html += paragraph(Token::Ok, QStringLiteral("="), tr("neither gave a code"));
        if (!each.reason.empty())
            html += QStringLiteral("<div style='margin-top:5px; color:%1'>%2</div>")
                        .arg(theme().color(Token::Text2).name(),
                             tr("Why: %1").arg(toQt(each.reason)).toHtmlEscaped());
    }
    m_body->setFont(theme().font(TypeRole::Small));
    m_body->setWords(html);
    fit(theme().px(190));
    setAccessibleName(m_title->text());
    m_body->setAccessibleName(m_title->text());
    setAccessibleDescription(text());
}

void GoldPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void GoldPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Token::AccentTint));
    painter.fillRect(0, 0, width(), 1, theme().color(Token::Line));
}

} // namespace rapport::ui
