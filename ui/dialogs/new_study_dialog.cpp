// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/new_study_dialog.h"

#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace rapport::ui {

NewStudyDialog::NewStudyDialog(QWidget* parent)
    : QDialog(parent)
    , m_title(new QLineEdit(this))
    , m_language(new QComboBox(this))
    , m_template(new QComboBox(this)) {
    setWindowTitle(tr("New study"));
    auto* column = beginDialog(*this, 480);
    column->addWidget(new Words(tr("New study"), TypeRole::Title, Token::Text, this));
    column->addSpacing(theme().px(6));
    const auto field = [&](const QString& label, QWidget* widget) {
        column->addWidget(new Words(label, TypeRole::Small, Token::Text2, this));
        widget->setAccessibleName(label);
        column->addWidget(widget);
    };
    field(tr("Title"), m_title);
    m_title->setPlaceholderText(tr("the template's title"));
    m_language->addItem(tr("English"), QStringLiteral("en"));
    m_language->addItem(tr("Dutch"), QStringLiteral("nl"));
    m_language->setCurrentIndex(uiLanguage() == "nl" ? 1 : 0);
    field(tr("Language of the study"), m_language);
    if (const auto rows = service::templates()) {
        for (const service::TemplateRow& row : *rows)
            m_template->addItem(localText(row.title), toQt(row.name));
    }
    if (m_template->findData(QStringLiteral("empty")) < 0)
        m_template->addItem(tr("Empty: no questions, no codebook"), QStringLiteral("empty"));
    m_template->setCurrentIndex(std::max(0, m_template->findData(QStringLiteral("relationship-vignette"))));
    field(tr("Template"), m_template);
    auto* explained =
        new Words(tr("A template brings the case, the questions and codebooks. All of it can be changed, and "
                     "more codebooks can be imported later."),
                  TypeRole::Small, Token::Text2, this);
    explained->setWraps(true);
    column->addWidget(explained);
    auto* make = new KeyButton(tr("Choose where to save it"), ButtonKind::Primary, this);
    make->setKey(tr("Enter"));
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), make);
    connect(m_title, &QLineEdit::returnPressed, this, &QDialog::accept);
    pressOnEnter(*this, make);
    m_title->setFocus();
}

service::NewStudy NewStudyDialog::study() const {
    service::NewStudy made;
    made.title = toUtf8(m_title->text().trimmed());
    made.language = toUtf8(m_language->currentData().toString());
    made.templateName = toUtf8(m_template->currentData().toString());
    return made;
}

QString NewStudyDialog::fileName() const {
    static const QRegularExpression unsafe(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f]+)"));
    QString name = m_title->text().trimmed().replace(unsafe, QStringLiteral(" ")).simplified().left(80);
    if (name.isEmpty() || name.startsWith(QLatin1Char('.')))
        name = tr("Study");
    return name + QStringLiteral(".rapport");
}

} // namespace rapport::ui
