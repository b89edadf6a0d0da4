// SPDX-License-Identifier: GPL-3.0-or-later
// A window's place for one view under test: study, jobs and actions are real, what the view asks of the
// window is written down.
#pragma once

#include "service/study_fixture.h"
#include "ui/bridge/text.h"
#include "ui/views/view.h"

#include <QTest>
#include <vector>

namespace rapport::test {

class ResultsHost : public ui::ViewHost {
public:
    explicit ResultsHost(const std::string& path)
        : m_jobs(m_study)
        , m_actions(new ui::Actions(&m_window)) {
        take(m_study.open(ui::toQt(path)));
    }
    ~ResultsHost() override { m_study.close(); }

    ui::StudyContext& study() override { return m_study; }
    ui::JobRunner& jobs() override { return m_jobs; }
    ui::Actions& actions() override { return *m_actions; }
    void openView(const QString& name, const ui::ViewTarget& target) override {
        openedView = name;
        openedTarget = target;
    }
    void importFiles(const QStringList& files, service::ImportKind) override { imported = files; }
    void showToast(const QString& text, bool) override { toasts.append(text); }
    void showError(const base::Error& error) override { errors.push_back(error); }
    void setHints(const QList<ui::KeyHint>& shown) override {
        hints.clear();
        for (const ui::KeyHint& hint : shown)
            hints.append(hint.text);
    }
    void setPlaceText(const QString& text) override { placeText = text; }
    void setBadge(const QString&, const QString&) override {}

    /// Until no job runs. Fails the test after half a minute.
    void wait() {
        QTest::qWait(20);
        REQUIRE(QTest::qWaitFor([this] { return !m_jobs.isBusy(); }, 30000));
        QCoreApplication::processEvents();
    }

    QString openedView;
    ui::ViewTarget openedTarget;
    QStringList toasts;
    QStringList imported; ///< the files that a view asked to bring in
    QStringList hints;    ///< what the keys do that are named
    std::vector<base::Error> errors;
    QString placeText;

private:
    QWidget m_window;
    ui::StudyContext m_study;
    ui::JobRunner m_jobs;
    ui::Actions* m_actions;
};

/// A study in which two raters have judged everything and differ here and there; the session is closed.
class RatedStudy : public StudyFixture {
public:
    RatedStudy() {
        // Jobs open sessions of their own, with the cache of this test.
        setenv("XDG_CACHE_HOME", scratch.file("cache-home").c_str(), 1);
        int number = 0;
        for (const service::UnitItem& item : take(service::units(*session, {}))) {
            if (item.kind != model::UnitKind::Answer)
                continue;
            for (const char* name : {"R1", "R2"}) {
                const service::Target at = target(name, item.name);
                const bool isFirst = name[1] == '1';
                if (number % 2 == 0 || (isFirst && number == 1))
                    take(service::code(*session, at, code("closeness")));
                if (isFirst && number == 0)
                    take(service::code(*session, at, code("conflict")));
                take(service::chooseLevel(*session, at,
                                          code(number % 3 == 0 && isFirst ? "class" : "dyadic")));
                take(service::complete(*session, at));
            }
            ++number;
        }
    }
};

} // namespace rapport::test
