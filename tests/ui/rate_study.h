// SPDX-License-Identifier: GPL-3.0-or-later
// A study with twenty answers to Q2 and a transcript of four turns, assigned to R1 in a blind round, in the
// real window; and fingers that press keys where the keyboard is.
#pragma once

#include "service/assigning.h"
#include "service/codebooks.h"
#include "service/importing.h"
#include "service/rating.h"
#include "support/catch.hpp"
#include "support/scratch.h"
#include "support/tree.h"
#include "ui/app/main_window.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/answers_view.h"
#include "ui/views/rate/transcript_view.h"

#include <QApplication>
#include <QSettings>
#include <QTest>
#include <functional>
#include <memory>

namespace rapport::test {

template<typename T>
T take(base::Result<T> result) {
    if (!result)
        FAIL(base::describe(result.error()) << "\n  " << result.error().hint);
    return std::move(*result);
}

class RateStudy {
public:
    /// `edit` changes the codebook before anything is rated; `more` stands at the end of every answer.
    explicit RateStudy(int answers = 20, const std::function<void(model::Codebook&)>& edit = {},
                       const std::string& more = {})
        : m_answers(answers) {
        qputenv("RAPPORT_DATA", rapport::support::sourceTree);
        path = scratch.file("study.rapport");
        {
            auto session = take(service::Session::create(path, {"Rate", "nl", "relationship-vignette"}));
            if (edit) {
                model::Codebook codebook = *take(session->codebook());
                edit(codebook);
                take(service::putCodebook(*session, codebook));
            }
            std::string csv = "participant,group,Q2\n";
            for (int i = 1; i <= answers; ++i)
                csv += "P" + std::to_string(i) + ",A2,\"Antwoord " + std::to_string(i) +
                       ". Zij zoekt een veilige haven. De juf blijft dichtbij." + more + "\"\n";
            service::ImportOptions options;
            options.kind = service::ImportKind::Answers;
            options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
              {"column":"participant","as":"participant"},
              {"column":"group","as":"attribute","name":"group","blinded":true},
              {"column":"Q2","as":"answer","prompt":"Q2"}]})";
            take(service::importFiles(*session, {scratch.write("answers.csv", csv)}, options));
            service::ImportOptions asTranscript;
            asTranscript.kind = service::ImportKind::Transcript;
            take(service::importFiles(
                *session,
                {scratch.write("focus.txt",
                               "Moderator: Wat valt op?\nP1: Zij zoekt nabijheid. De juf ziet dat niet.\n"
                               "P2: Er is veel conflict in de klas.\nP1: Een veilige haven dus.\n")},
                asTranscript));
            take(service::addRater(*session, "R1", model::RaterKind::Human));
            take(service::addRater(*session, "R2", model::RaterKind::Human));
            service::AssignRequest request;
            request.round = "reliability";
            request.raters = {"R1", "R2"};
            request.prompts = {"Q2"};
            take(service::assign(*session, request));
        }
        window = std::make_unique<ui::MainWindow>();
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->resize(1440, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
        REQUIRE(window->openStudy(ui::toQt(path)));
        REQUIRE(window->lookAs(QStringLiteral("R1")));
    }

    ui::AnswersView& answers() {
        window->openView(QStringLiteral("rate-answers"));
        auto* found = qobject_cast<ui::AnswersView*>(window->currentView());
        REQUIRE(found != nullptr);
        choose(found->desk(), "reliability");
        REQUIRE(int(found->desk().units().size()) == m_answers);
        return *found;
    }
    /// As the coordinator, outside any assignment.
    ui::TranscriptView& transcript() {
        REQUIRE(window->lookAs(QString()));
        window->openView(QStringLiteral("rate-transcript"));
        auto* found = qobject_cast<ui::TranscriptView*>(window->currentView());
        REQUIRE(found != nullptr);
        choose(found->desk(), std::string(model::defaultRoundName));
        REQUIRE(found->transcript().turns.size() == 4);
        found->reading().setFocus();
        return *found;
    }
    static void choose(ui::RateDesk& desk, const std::string& name) {
        for (const model::Round& round : desk.rounds()) {
            if (round.name == name && desk.round()->name != name)
                desk.chooseRound(round.id);
        }
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void letter(char each) { QTest::keyClick(QApplication::focusWidget(), each); }
    static void letters(const char* all) {
        for (const char* each = all; *each != '\0'; ++each)
            letter(*each);
    }
    void trigger(const char* action) const {
        window->actions().action(QString::fromLatin1(action))->trigger();
    }
    [[nodiscard]] std::string title(model::CodeId code) const {
        return ui::toUtf8(ui::lookOf(*window->study().codebook(), code).title);
    }

    test::ScratchFolder scratch;
    std::string path;
    std::unique_ptr<ui::MainWindow> window;

private:
    int m_answers;
};

} // namespace rapport::test
