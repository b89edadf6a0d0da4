// SPDX-License-Identifier: GPL-3.0-or-later
// Who looks for the marks of a transcript (transcript_marks.h): the lines are read once, then each notation
// is tried over the whole file. What the notations share is in transcript_marks.cpp, those that go by times
// in transcript_marks_timed.cpp, those that go by names in transcript_marks_named.cpp. Private to this room.
#pragma once

#include "exchange/transcript_lines.h"
#include "exchange/transcript_marks.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace rapport::exchange {

/// How a file writes its times: a turn's time looks like the others'.
struct TimeStyle {
    char bracket = '\0';
    int fields = 0;
    bool isKnown = false;

    [[nodiscard]] bool fits(const TimeMark& mark) const {
        // The hour appears when the recording reaches it: 59:58, then 1:00:02.
        return isKnown && mark.bracket == bracket &&
               (mark.fields == fields || bracket != '\0' || mark.fields == 3);
    }
};

class MarkFinder {
public:
    MarkFinder(std::string_view text, const std::vector<std::string>& notSpeakers);
    MarkedText find();

private:
    MarkedText look();
    [[nodiscard]] std::size_t countOf(const std::string& name) const;

    /// A label that a time introduces: strong, or said more than once.
    [[nodiscard]] bool isTimedLabel(const Line& line) const;

    /// By its name alone, whatever its case and the doubt about it: of somebody who speaks behind a time
    /// elsewhere, or a part in the conversation.
    [[nodiscard]] bool isKnown(const Line& line) const { return m_known.contains(labelKey(line.name)); }
    [[nodiscard]] bool isDueLabel(const Line& line) const;

    /// Not the time of day that somebody speaks of.
    [[nodiscard]] static bool isOfRecording(const TimeMark& mark);

    /// Keeps in mind what begins with a few words and a colon, and was taken for no speaker.
    void doubt(const Line& line, MarkedText& marked) const;
    [[nodiscard]] static bool isTimeAlone(const Line& line) { return line.time && line.rest >= line.end; }
    [[nodiscard]] bool followsTimeAlone(std::size_t index) const;
    std::size_t countTimed();

    struct PlainLabels {
        std::size_t all = 0;
        std::size_t unknown = 0; ///< of whom nothing has a time
    };
    /// Untimed lines with a label that recurs.
    [[nodiscard]] PlainLabels countPlainLabels() const;
    [[nodiscard]] std::size_t behindLabel(const Line& line) const;
    [[nodiscard]] static std::optional<std::int64_t> timeOf(const std::optional<TimeMark>& mark);
    [[nodiscard]] static std::optional<std::int64_t> endOf(const std::optional<TimeMark>& mark);
    [[nodiscard]] TurnMark labelled(const Line& line) const;

    /// "A Sure." where A is a known label that lost its colon; bytes of the label, 0 if it is none.
    [[nodiscard]] std::size_t colonlessLabel(const Line& line) const;

    /// "[00:01:02] Name: text", "00:00:21A: text", and the time on a line of its own above the label.
    MarkedText timedLabels();

    /// A line of its own with the speaker and the time, in either order, above the text.
    MarkedText nameLines() const;

    struct BracketedName {
        std::string name;
        std::string_view label; ///< with its brackets
        std::size_t behind = 0; ///< byte where the words begin
        bool isSure = false;    ///< "<p>" may be a tag of a web page
    };
    /// What stands in brackets at the beginning of a line; no name where nothing does.
    [[nodiscard]] BracketedName bracketedName(const Line& line) const;
    /// "[id1] text", "{id1} text" or "<Id1> text": a name in brackets before most paragraphs.
    MarkedText bracketedNames() const;

    /// Facts about the recording, as they stand above a transcript.
    static bool isHeadingWord(const std::string& name);

    /// What stands before a colon in any text.
    static bool isRemark(const std::string& name);
    static std::string_view withoutBrackets(std::string_view name);

    /// "0:0:3.120 --> 0:0:5.40" on a line of its own, below it the speaker, below that the text.
    MarkedText arrows() const;

    /// Hours, minutes and seconds in one digit or two, the fraction in any number.
    static std::optional<std::pair<std::int64_t, std::int64_t>> arrowTimes(std::string_view words);
    static std::optional<std::int64_t> looseTime(std::string_view words);
    [[nodiscard]] std::string_view contentOf(const Line& line) const;

    /// At most three words with a capital, of which nothing ends a sentence: strict, since no colon says so.
    static bool isBareName(std::string_view name, LabelForm least = LabelForm::Strong);

    /// "Name - text", "Name<tab>text", "Name [00:00:05] text": the same throughout, and people recur.
    MarkedText separated() const;

    /// A name alone above the text, behind an empty line.
    MarkedText namesAbove() const;

    /// "Name: text" without times.
    MarkedText plainLabels() const;

    /// Times before paragraphs, and nobody named.
    MarkedText timesOnly() const;
    /// Gives nearly all of the times the names that stand alone above them.
    void nameFromAbove(MarkedText& marked) const;
    MarkedText paragraphs() const;

    std::string_view m_text;
    std::vector<Line> m_lines;
    std::unordered_map<std::string, std::size_t> m_counts;
    std::unordered_set<std::string> m_notSpeakers;
    std::unordered_set<std::string> m_known; ///< keys of labels that a time introduced
    TimeStyle m_style;
};

} // namespace rapport::exchange
