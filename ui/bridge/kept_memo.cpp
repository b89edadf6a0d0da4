// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/kept_memo.h"

#include "service/memo_steps.h"
#include "ui/bridge/study_context.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QTimer>
#include <chrono>
#include <utility>

namespace rapport::ui {

namespace {

constexpr std::chrono::seconds pause{2};

class KeptMemo : public QObject {
public:
    KeptMemo(QPlainTextEdit* edit, StudyContext& study, std::function<void()> write)
        : QObject(edit)
        , m_edit(edit)
        , m_study(study)
        , m_write(std::move(write))
        , m_rests(new QTimer(edit)) {
        m_rests->setObjectName(QStringLiteral("rests"));
        m_rests->setSingleShot(true);
        m_rests->setInterval(pause);
        m_edit->installEventFilter(this);
        connect(m_edit, &QPlainTextEdit::textChanged, m_rests, [this] { m_rests->start(); });
        connect(m_rests, &QTimer::timeout, this, [this] {
            if (!m_edit->isHidden() && m_edit->document()->isModified() && m_study.isOpen())
                m_write();
        });
        connect(&m_study, &StudyContext::changed, this, [this](const service::ChangeSet& change) {
            // A step that cannot be joined is undone by itself.
            if (change.act == "memo" && m_opened >= 0)
                static_cast<void>(service::joinMemoSteps(m_study.session(), m_opened));
        });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Show && !event->spontaneous() && m_study.isOpen())
            m_opened = m_study.session().position().value_or(-1);
        return QObject::eventFilter(watched, event);
    }

private:
    QPlainTextEdit* m_edit;
    StudyContext& m_study;
    std::function<void()> m_write;
    QTimer* m_rests;
    std::int64_t m_opened = -1; ///< journal position when the field was opened last
};

} // namespace

void keepMemo(QPlainTextEdit* edit, StudyContext& study, std::function<void()> write) {
    new KeptMemo(edit, study, std::move(write)); // goes with the field
}

} // namespace rapport::ui
