// SPDX-License-Identifier: GPL-3.0-or-later
// Work that cannot be stopped is waited for, or left to its end. No clock: what the work waits for is in the
// test's hand.
#include "base/beside.h"
#include "support/catch.hpp"

#include <future>
#include <thread>

using namespace rapport;
using namespace rapport::base;

TEST_CASE("beside: whoever waits hears how it ended") {
    CHECK(beside({}, [](const Caller&) { return Status(); }));
    const Status failed = beside({}, [](const Caller&) -> Status { return fail(Errc::DiskFull, "no room"); });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == Errc::DiskFull);
}

TEST_CASE("beside: questions are run on the thread of who waits, one after another") {
    const auto here = std::this_thread::get_id();
    std::vector<int> asked;
    CHECK(beside({}, [&](const Caller& caller) {
        CHECK(std::this_thread::get_id() != here);
        for (int question = 0; question < 100; ++question) {
            CHECK(caller.ask(
                [&, question] { asked.push_back(std::this_thread::get_id() == here ? question : -1); }));
        }
        return Status();
    }));
    REQUIRE(asked.size() == 100);
    for (int question = 0; question < 100; ++question)
        CHECK(asked[static_cast<std::size_t>(question)] == question);
}

TEST_CASE("beside: who is stopped does not wait, and the work goes on without questions") {
    std::stop_source stop;
    std::promise<void> begun;
    std::promise<void> mayEnd;
    bool isEnded = false;
    bool wasAsked = false;
    bool couldAsk = true;
    std::jthread stopper([&] {
        begun.get_future().wait();
        stop.request_stop();
    });
    const Status left = beside({stop.get_token(), {}}, [&](const Caller& caller) {
        begun.set_value();
        mayEnd.get_future().wait(); // a disk
        couldAsk = caller.ask([&] { wasAsked = true; });
        isEnded = true;
        return Status();
    });
    // Here already, though the work cannot have ended.
    REQUIRE_FALSE(left);
    CHECK(left.error().code == Errc::Cancelled);
    mayEnd.set_value();
    waitForLeftWork();
    CHECK(isEnded);
    CHECK_FALSE(couldAsk);
    CHECK_FALSE(wasAsked);
}

TEST_CASE("beside: who asks while the other is told to stop is answered or told so, never left waiting") {
    for (int round = 0; round < 200; ++round) {
        std::stop_source stop;
        int answered = 0;
        const Status done = beside({stop.get_token(), {}}, [&](const Caller& caller) {
            std::jthread stopper([&] { stop.request_stop(); });
            while (caller.ask([&] { ++answered; }) && answered < 1'000) {
            }
            return Status();
        });
        waitForLeftWork();
        CHECK((done || done.error().code == Errc::Cancelled));
    }
}

TEST_CASE("beside: nothing is begun by who was stopped already") {
    std::stop_source stop;
    stop.request_stop();
    bool wasBegun = false;
    CHECK_FALSE(beside({stop.get_token(), {}}, [&](const Caller&) {
        wasBegun = true;
        return Status();
    }));
    CHECK_FALSE(wasBegun);
}
