// SPDX-License-Identifier: GPL-3.0-or-later
// A study to search in, and a search view that follows it.
#pragma once

#include "ui/results_host.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"

#include <QTest>
#include <cstdlib>

namespace rapport::test {

/// Answers with "band" and its like; the session is closed.
class LineStudy : public StudyFixture {
public:
    LineStudy() {
        setenv("XDG_CACHE_HOME", scratch.file("cache-home").c_str(), 1);
        import("band.csv", "participant,Q1,Q2\n"
                           "P11,Een goede band met Noor.,De band is goed. Een band!\n"
                           "P12,Geen goede band en geen slechte band.,Banden knappen.\n"
                           "P13,Ouders zien de bánd niet.,Rust.\n");
        session.reset();
    }
};

inline QString queryOf(ui::SearchView& view) {
    return view.line().text();
}

/// As the window does.
inline void follow(ResultsHost& host, ui::SearchView& view) {
    QObject::connect(&host.study(), &ui::StudyContext::changed, &view,
                     [&view](const service::ChangeSet& change) { view.onChanged(change); });
}

inline void waitFor(ResultsHost& host) {
    host.wait();
    QTest::qWait(120); // what follows an answer
    host.wait();
}

} // namespace rapport::test
