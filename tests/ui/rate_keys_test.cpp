// SPDX-License-Identifier: GPL-3.0-or-later
// Every code that can be given has a key, no two on one screen share one, and the palette shows names whole.
#include "service/codebooks.h"
#include "support/catch.hpp"
#include "support/scratch.h"
#include "support/tree.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/painting.h"
#include "ui/views/rate/code_keys.h"
#include "ui/views/rate/code_palette.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QScrollBar>
#include <set>

using namespace rapport;
using namespace rapport::ui;

namespace {

/// The codebook that a new study from the template has, and the two others that are shipped.
model::Codebook shipped() {
    qputenv("RAPPORT_DATA", rapport::support::sourceTree);
    const test::ScratchFolder scratch;
    auto session =
        service::Session::create(scratch.file("s.rapport"), {"Keys", "en", "relationship-vignette"});
    REQUIRE(session);
    for (const char* more : {"implementation-quality", "motivating-tsr"})
        REQUIRE(service::importCodebook(**session, std::string(rapport::support::sourceTree) + "/codebooks/" +
                                                       more + ".json"));
    const auto codebook = (*session)->codebook();
    REQUIRE(codebook);
    return **codebook;
}

std::vector<const model::Variable*> shownFor(const model::Codebook& codebook, const char* prompt) {
    std::vector<const model::Variable*> shown;
    for (const model::Variable& variable : codebook.variables) {
        if (variable.appliesTo(model::UnitKind::Answer, prompt))
            shown.push_back(&variable);
    }
    return shown;
}

} // namespace

TEST_CASE("every codable code of the shipped codebooks has a key of its own on its screen", "[rate][keys]") {
    const model::Codebook codebook = shipped();
    const CodeKeys answers(codebook, KeyPlace::Answers);
    static const QRegularExpression form(QStringLiteral("^,{0,4}[a-z0-9]$"));
    for (const char* prompt : {"Q1", "Q2", "Q3"}) {
        std::set<QString> taken;
        for (const model::Variable* variable : shownFor(codebook, prompt)) {
            for (const model::Code& code : variable->codes) {
                CAPTURE(prompt, code.name);
                const QString key = answers.of(code.id);
                if (!code.isCodable) {
                    CHECK(key.isEmpty());
                    continue;
                }
                CHECK(form.match(key).hasMatch());
                CHECK(taken.insert(key).second);
                // What the codebook gives is kept: all of these have keys that do not meet in answers.
                if (!code.key.empty())
                    CHECK(key == toQt(code.key));
            }
        }
        CHECK(taken.size() > 20);
    }
    const CodeKeys transcripts(codebook, KeyPlace::Transcripts);
    std::set<QString> taken;
    int codes = 0;
    for (const model::Variable& variable : codebook.variables) {
        for (const model::Code& code : variable.codes) {
            if (variable.unitKinds.empty() || !code.isCodable)
                continue;
            CAPTURE(code.name);
            ++codes;
            CHECK(form.match(transcripts.of(code.id)).hasMatch());
            CHECK(taken.insert(transcripts.of(code.id)).second);
        }
    }
    CHECK(codes > 60);
}

TEST_CASE("keys of the second row come from the code's name, whatever the language", "[rate][keys]") {
    const model::Codebook codebook = shipped();
    const auto keyOf = [&](const char* name) {
        return CodeKeys(codebook, KeyPlace::Answers).of(codebook.code(std::string_view(name)).code->id);
    };
    const QString english = keyOf("need_to_belong");
    CHECK(english == QLatin1String(",n"));
    CHECK(keyOf("perception") == QLatin1String(",p"));
    setUiLanguage(QStringLiteral("nl"));
    CHECK(keyOf("need_to_belong") == english);
    setUiLanguage(QStringLiteral("en"));
}

TEST_CASE("codes that were there keep their keys when others come", "[rate][keys]") {
    const model::Codebook before = shipped();
    for (const KeyPlace place : {KeyPlace::Answers, KeyPlace::Transcripts}) {
        const CodeKeys known(before, place);
        model::Codebook now = before;
        ++now.version;
        std::int64_t id = 100'000;
        for (model::Variable& variable : now.variables) {
            if (variable.scale != model::Scale::Presence)
                continue;
            // First in the list, and with the name that wishes for what others have.
            for (const char* name : {"nearness", "perceived_trust", "care"}) {
                model::Code fresh = variable.codes.front();
                fresh.id = model::CodeId(++id);
                fresh.name = variable.name + '_' + name;
                fresh.key.clear();
                fresh.isCodable = true;
                fresh.sinceVersion = now.version;
                fresh.versions = {now.version};
                variable.codes.insert(variable.codes.begin(), fresh);
            }
        }
        const CodeKeys keys(now, place);
        for (const model::Variable& variable : before.variables) {
            for (const model::Code& code : variable.codes) {
                INFO(code.name);
                CHECK(keys.of(code.id) == known.of(code.id));
            }
        }
    }
}

TEST_CASE("codes keep their keys when others go or are moved", "[rate][keys]") {
    const model::Codebook before = shipped();
    for (const KeyPlace place : {KeyPlace::Answers, KeyPlace::Transcripts}) {
        const CodeKeys known(before, place);
        for (std::size_t from = 0; from < before.variables.size(); ++from) {
            const model::Variable& variable = before.variables[from];
            for (std::size_t at = 0; at < variable.codes.size(); ++at) {
                // One goes, and those that are left are turned round.
                model::Codebook now = before;
                ++now.version;
                std::vector<model::Code>& codes = now.variables[from].codes;
                service::FormerCode gone{variable, codes[at], {}};
                gone.variable.codes.clear();
                for (const model::Variable& other : before.variables) {
                    for (const model::Code& code : other.codes) {
                        if (!code.key.empty() && code.key == codes[at].key && code.id != codes[at].id)
                            gone.sameKey.push_back(code.id);
                    }
                }
                codes.erase(codes.begin() + std::ptrdiff_t(at));
                std::reverse(codes.begin(), codes.end());
                const CodeKeys keys(now, place, {gone});
                CHECK(keys.of(gone.code.id).isEmpty());
                for (const model::Variable& each : now.variables) {
                    for (const model::Code& code : each.codes) {
                        INFO(gone.code.name << " goes: " << code.name);
                        if (keys.of(code.id) != known.of(code.id))
                            CHECK(keys.of(code.id) == known.of(code.id));
                    }
                }
            }
        }
    }
}

TEST_CASE("a letter that a code had to itself is free once the code is gone", "[rate][keys]") {
    model::Codebook codebook = shipped();
    model::Variable* variable = nullptr;
    for (model::Variable& each : codebook.variables) {
        if (each.scale == model::Scale::Presence && !each.prompts.empty())
            variable = &each;
    }
    REQUIRE(variable != nullptr);
    service::FormerCode gone{*variable, variable->codes.front(), {}};
    gone.variable.codes.clear();
    gone.code.id = model::CodeId(900'000);
    gone.code.isCodable = true;
    gone.code.key = "!"; // nobody else's
    model::Code fresh = gone.code;
    fresh.id = model::CodeId(900'001);
    variable->codes.push_back(fresh);
    CHECK(CodeKeys(codebook, KeyPlace::Answers, {gone}).of(fresh.id) == QLatin1String("!"));
}

TEST_CASE("a sequence waits for its letter and forgets on Esc", "[rate][keys]") {
    KeySequence sequence;
    CHECK(sequence.letter(QStringLiteral("c")) == QLatin1String("c"));
    sequence.comma();
    CHECK(sequence.isWaiting());
    CHECK(sequence.letter(QStringLiteral("n")) == QLatin1String(",n"));
    CHECK_FALSE(sequence.isWaiting());
    sequence.comma();
    sequence.comma();
    CHECK(sequence.letter(QStringLiteral("n")) == QLatin1String(",,n"));
    sequence.comma();
    CHECK(sequence.reset());
    CHECK_FALSE(sequence.reset());
    for (int i = 0; i < 5; ++i)
        sequence.comma();
    CHECK_FALSE(sequence.isWaiting()); // five are nobody's key
}

TEST_CASE("the palette shows all codes of a question at the design's size, and names in two lines at most",
          "[rate][palette]") {
    const model::Codebook codebook = shipped();
    const CodeKeys keys(codebook, KeyPlace::Answers);
    for (const char* language : {"en", "nl"}) {
        setUiLanguage(QString::fromLatin1(language));
        for (const char* prompt : {"Q1", "Q2", "Q3"}) {
            CAPTURE(language, prompt);
            CodePalette palette;
            const QAbstractItemModelTester tester(&palette.model(),
                                                  QAbstractItemModelTester::FailureReportingMode::Fatal);
            palette.model().setRows(paletteRows(shownFor(codebook, prompt), keys));
            palette.resize(467, 628); // what the window of 1440 x 900 leaves it
            palette.show();
            QCoreApplication::processEvents();
            const PaletteList& list = *palette.list();
            const QRect all(0, 0, list.viewport()->width() + 1, list.viewport()->height());
            std::vector<QRect> places;
            for (int row = 0; row < palette.model().rowCount(); ++row) {
                const QRect place = list.visualRect(palette.model().index(row));
                REQUIRE_FALSE(place.isEmpty());
                for (const QRect& other : places)
                    CHECK_FALSE(place.intersects(other));
                places.push_back(place);
                CHECK(list.indexAt(place.center()).row() == row);
                // A name that needs more than two lines is elided, and then told by its tooltip.
                const QModelIndex index = palette.model().index(row);
                if (!palette.model().at(row)->isHeading)
                    CHECK(index.data(Qt::ToolTipRole).toString() == palette.model().at(row)->look.title);
            }
            // Q3 asks for practices, too: 45 codes are scrolled where names are long.
            if (std::string_view(prompt) == "Q3") {
                CHECK(list.isTight());
                continue;
            }
            CHECK(list.isAllSeen());
            for (const QRect& place : places)
                CHECK(all.contains(place));
        }
    }
    setUiLanguage(QStringLiteral("en"));
}

TEST_CASE("a group folds by hand, stays folded, and its keys go on working", "[rate][palette]") {
    const model::Codebook codebook = shipped();
    CodePalette palette;
    const QAbstractItemModelTester tester(&palette.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const CodeKeys keys(codebook, KeyPlace::Answers);
    palette.model().setRows(paletteRows(shownFor(codebook, "Q2"), keys));
    const int before = palette.model().rowCount();
    const model::CodeId code = palette.model().at(palette.model().firstCode())->code;
    const QString key = palette.model().at(palette.model().firstCode())->look.key;
    palette.model().fold(palette.model().firstCode());
    CHECK(palette.model().rowCount() < before);
    CHECK(palette.model().rowOf(code) == -1);
    REQUIRE(palette.model().byKey(key) != nullptr);
    CHECK(palette.model().byKey(key)->code == code);
    // Typing finds what is folded.
    palette.model().filter(QStringLiteral("e"));
    CHECK(palette.model().rowCount() > 0);
    palette.model().filter({});
    // Another palette remembers.
    CodePalette other;
    other.model().setRows(paletteRows(shownFor(codebook, "Q2"), keys));
    CHECK(other.model().rowCount() == palette.model().rowCount());
    other.model().fold(0);
    CHECK(other.model().rowCount() == before);
}
