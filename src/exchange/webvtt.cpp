// SPDX-License-Identifier: GPL-3.0-or-later
// W3C, "WebVTT: The Web Video Text Tracks Format", Candidate Recommendation, 4 April 2019.
#include "exchange/webvtt.h"

#include "base/format.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/cue_text.h"
#include "exchange/foreign_file.h"
#include "exchange/speaker_label.h"
#include "exchange/transcript_text.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
constexpr std::size_t npos = std::string_view::npos;

enum class Dialect { WebVtt, SubRip, SubViewer };

struct Cue {
    std::int64_t beginMs = 0;
    std::int64_t endMs = 0;
    std::size_t line = 0; ///< of the time line
    std::vector<std::string_view> text;
};

struct Cues {
    std::string heading;
    std::vector<Cue> cues;
    std::vector<RowProblem> problems;
    std::vector<base::Phrase> warnings;
    std::size_t notes = 0; ///< behind the first cue
};

/// One "hh:mm:ss.ttt" at the beginning of `text`, hours optional and of any length, single digits as Teams
/// writes them; moves past it.
std::optional<std::int64_t> cueTime(std::string_view& text) {
    std::int64_t fields[3] = {};
    int count = 0;
    std::size_t at = 0;
    const auto digits = [&](std::size_t most) -> std::optional<std::int64_t> {
        const std::size_t begin = at;
        std::int64_t value = 0;
        while (at < text.size() && at - begin < most && text[at] >= '0' && text[at] <= '9')
            value = value * 10 + (text[at++] - '0');
        return at == begin ? std::nullopt : std::optional(value);
    };
    while (count < 3) {
        const auto value = digits(count == 0 ? 6 : 2);
        if (!value || (count > 0 && *value > 59))
            return std::nullopt;
        fields[count++] = *value;
        if (at >= text.size() || text[at] != ':')
            break;
        ++at;
    }
    if (count < 2)
        return std::nullopt;
    std::int64_t milliseconds =
        count == 2 ? fields[0] * 60 + fields[1] : (fields[0] * 60 + fields[1]) * 60 + fields[2];
    milliseconds *= 1000;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        ++at;
        const std::size_t begin = at;
        const auto fraction = digits(9);
        if (!fraction)
            return std::nullopt;
        double scaled = static_cast<double>(*fraction);
        for (std::size_t place = at - begin; place > 3; --place)
            scaled /= 10;
        for (std::size_t place = at - begin; place < 3; ++place)
            scaled *= 10;
        milliseconds += static_cast<std::int64_t>(scaled);
    }
    text.remove_prefix(at);
    return milliseconds;
}

struct Times {
    std::int64_t beginMs;
    std::int64_t endMs;
};

/// "begin --> end", settings behind it are of no use here.
std::optional<Times> timeLine(std::string_view line) {
    line = text::trim(line);
    const auto begin = cueTime(line);
    line = text::trim(line);
    if (!begin || line.substr(0, 3) != "-->")
        return std::nullopt;
    line = text::trim(line.substr(3));
    const auto end = cueTime(line);
    const bool isWhole = line.empty() || line.front() == ' ' || line.front() == '\t';
    return end && isWhole ? std::optional(Times{*begin, *end}) : std::nullopt;
}

/// "0:00:01.000,0:00:02.500": SubViewer as YouTube writes it, with no arrow to know it by.
std::optional<Times> subViewerLine(std::string_view line) {
    line = text::trim(line);
    const auto begin = cueTime(line);
    if (!begin || line.empty() || line.front() != ',')
        return std::nullopt;
    line.remove_prefix(1);
    const auto end = cueTime(line);
    return end && line.empty() ? std::optional(Times{*begin, *end}) : std::nullopt;
}

/// Digits, colons, points and one comma: meant as a time line, well written or not.
bool looksSubViewer(std::string_view line) {
    line = text::trim(line);
    return line.size() >= 9 && line.find(',') != npos && line.find(':') != npos &&
           line.find_first_not_of("0123456789:., -") == npos;
}

bool isTimeLike(std::string_view line, Dialect dialect) {
    return dialect == Dialect::SubViewer ? looksSubViewer(line) : line.find("-->") != npos;
}

/// "12", "c7a0-12/3": a cue's name rather than what somebody said.
bool looksNamed(std::string_view line) {
    line = text::trim(line);
    return line.find_first_of(" \t") == npos && line.find_first_of("0123456789") != npos;
}

bool beginsBlock(std::string_view line, std::string_view word) {
    return line.substr(0, word.size()) == word &&
           (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

void addHeading(std::string& heading, std::string_view line) {
    line = text::trim(line);
    if (line.empty())
        return;
    if (!heading.empty())
        heading += '\n';
    heading += line;
}

class CueReader {
public:
    CueReader(std::string_view text, Dialect dialect, const std::string& fileName)
        : m_text(text)
        , m_dialect(dialect)
        , m_fileName(fileName) {}

    base::Result<Cues> read() {
        if (m_dialect == Dialect::WebVtt)
            RAPPORT_TRY(readHeader());
        while (nextLine()) {
            if (m_line.empty())
                continue;
            readBlock();
        }
        return std::move(m_cues);
    }

private:
    bool nextLine() {
        if (m_hasLine) {
            m_hasLine = false;
            return true;
        }
        if (m_at >= m_text.size())
            return false;
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        m_line = m_text.substr(m_at, end - m_at);
        // Lines of blanks are empty to people, and to many a program that writes them.
        m_isBlank = !m_line.empty() && text::trim(m_line).empty();
        if (m_isBlank)
            m_line = {};
        m_at = end + 1;
        ++m_number;
        return true;
    }
    /// The next call of nextLine gives this line again.
    void putBack() { m_hasLine = true; }

    base::Status readHeader() {
        if (!nextLine())
            return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}}, "is empty");
        if (!beginsBlock(m_line, "WEBVTT")) {
            std::size_t lookedAt = 0;
            const std::size_t begin = m_at;
            bool hasTimes = isTimeLike(m_line, m_dialect);
            for (std::size_t at = begin; lookedAt < 4 && at < m_text.size() && !hasTimes; ++lookedAt) {
                const std::size_t end = std::min(m_text.find('\n', at), m_text.size());
                hasTimes = isTimeLike(m_text.substr(at, end - at), m_dialect);
                at = end + 1;
            }
            if (!hasTimes)
                return base::fail(Errc::Unreadable, Place{m_fileName, 1, 0, {}},
                                  "is no WebVTT file: the first line must begin with WEBVTT",
                                  "read it as a plain transcript if it is one: --reader transcript-text");
            m_cues.warnings.emplace_back("the first line is not WEBVTT; read all the same");
            putBack();
            return {};
        }
        std::string_view title = text::trim(m_line.substr(6));
        if (!title.empty() && title.front() == '-')
            title = title.substr(1);
        addHeading(m_cues.heading, title);
        // Metadata until an empty line; some writers leave that line out.
        while (nextLine() && !m_line.empty()) {
            if (isTimeLike(m_line, m_dialect)) {
                putBack();
                break;
            }
        }
        return {};
    }

    void skipBlock() {
        while (nextLine() && !m_line.empty()) {
        }
    }

    void readBlock() {
        if (m_dialect == Dialect::WebVtt) {
            if (beginsBlock(m_line, "NOTE")) {
                const bool isHeading = m_cues.cues.empty();
                m_cues.notes += isHeading ? 0U : 1U;
                if (isHeading)
                    addHeading(m_cues.heading, m_line.substr(4));
                while (nextLine() && !m_line.empty()) {
                    if (isHeading)
                        addHeading(m_cues.heading, m_line);
                }
                return;
            }
            const bool isRule = text::trim(m_line) == "STYLE" || text::trim(m_line) == "REGION";
            if (isRule && m_cues.cues.empty()) {
                skipBlock();
                return;
            }
        }
        // A cue's name may stand above its times.
        const std::size_t blockLine = m_number;
        if (!isTimeLike(m_line, m_dialect)) {
            if (!nextLine() || !isTimeLike(m_line, m_dialect)) {
                problem(blockLine, "text without a time line above it",
                        m_dialect == Dialect::SubViewer
                            ? "put the line with the two times above the text, without an empty line between"
                            : "put the line with --> above the text, without an empty line between");
                if (!m_line.empty())
                    skipBlock();
                return;
            }
        }
        readCue();
    }

    void readCue() {
        const auto times = m_dialect == Dialect::SubViewer ? subViewerLine(m_line) : timeLine(m_line);
        Cue cue;
        cue.line = m_number;
        if (!times)
            problem(m_number, base::said("the time line cannot be read: {}", text::elide(m_line, 60)),
                    m_dialect == Dialect::WebVtt   ? "write it as 00:01:02.000 --> 00:01:05.500"
                    : m_dialect == Dialect::SubRip ? "write it as 00:01:02,000 --> 00:01:05,500"
                                                   : "write it as 0:01:02.000,0:01:05.500");
        else if (times->endMs < times->beginMs)
            m_cues.warnings.push_back(base::said("line {}: the cue ends before it begins", m_number));
        bool hasBlank = false;
        while (nextLine() && (!m_line.empty() || (m_isBlank && cue.text.empty()))) {
            if (isTimeLike(m_line, m_dialect)) {
                putBack();
                break;
            }
            // Right under the times a blank is the cue's first line, as YouTube writes it.
            hasBlank = hasBlank || m_line.empty();
            if (!m_line.empty())
                cue.text.push_back(m_line);
        }
        // A blank that did separate two cues: what follows it is the name of the next.
        if (m_hasLine && hasBlank && cue.text.size() == 1 && looksNamed(cue.text.back()))
            cue.text.pop_back();
        // SubRip numbers its cues: where the empty line is missing the number hangs on the text above.
        if (m_hasLine && m_dialect == Dialect::SubRip && !cue.text.empty() &&
            base::parseInteger(text::trim(cue.text.back())))
            cue.text.pop_back();
        if (!times)
            return;
        cue.beginMs = times->beginMs;
        cue.endMs = times->endMs;
        m_cues.cues.push_back(std::move(cue));
    }

    void problem(std::size_t line, base::Phrase message, base::Phrase hint) {
        m_cues.problems.push_back(RowProblem{m_fileName, line, {}, std::move(message), std::move(hint)});
    }

    std::string_view m_text;
    Dialect m_dialect;
    const std::string& m_fileName;
    std::size_t m_at = 0;
    std::size_t m_number = 0;
    std::string_view m_line;
    bool m_hasLine = false;
    bool m_isBlank = false; ///< the line holds blanks alone
    Cues m_cues;
};

/// A cue's text in pieces of one speaker each, with where it came from.
struct Piece {
    const Cue* cue;
    VoicePiece voice;
    bool isLabelled = false; ///< by a label in the text, which stands no longer in it
};

/// Captions that roll: each cue repeats the last line of the one before. The repetition is left out.
void unroll(std::vector<Piece>& pieces, Transcript& transcript) {
    const auto lastLine = [](const std::string& text) {
        const std::size_t found = text.rfind('\n');
        return std::string_view(text).substr(found == std::string::npos ? 0 : found + 1);
    };
    const auto repeats = [&](const Piece& before, const Piece& after) {
        const std::string_view line = lastLine(before.voice.text);
        const std::string_view text = after.voice.text;
        return after.cue != before.cue && !line.empty() && text.substr(0, line.size()) == line &&
               (text.size() == line.size() || text[line.size()] == '\n');
    };
    std::size_t repeated = 0;
    for (std::size_t index = 1; index < pieces.size(); ++index)
        repeated += repeats(pieces[index - 1], pieces[index]) ? 1U : 0U;
    if (repeated < 3 || repeated * 3 < pieces.size())
        return;
    std::vector<Piece> kept;
    std::string before;
    for (std::size_t index = 0; index < pieces.size(); ++index) {
        Piece piece = pieces[index];
        if (index > 0 && repeats(pieces[index - 1], pieces[index]))
            piece.voice.text.erase(
                0, std::min(lastLine(pieces[index - 1].voice.text).size() + 1, piece.voice.text.size()));
        if (!piece.voice.text.empty())
            kept.push_back(std::move(piece));
    }
    pieces = std::move(kept);
    transcript.warnings.push_back(base::said("rolling captions: {} repeated lines left out", repeated));
}

/// "Name:" at the beginning of a line, behind the dash or the arrows that some captions put before it.
std::optional<Label> speakerAt(std::string_view line) {
    const std::size_t signs = std::min(line.find_first_not_of("-> \t"), line.size());
    auto label = labelAt(line.substr(signs));
    if (label)
        label->length += signs;
    return label;
}

/// Each line of `text` in turn, with whether it is the first.
template<typename Visit>
void eachLine(std::string_view text, Visit&& visit) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        visit(text.substr(begin, end - begin), begin == 0);
        begin = end + 1;
    }
}

/// Names by what they have in common, with what may be split at them.
struct KnownNames {
    std::unordered_set<std::string> anywhere;  ///< voices, and labels that recur
    std::unordered_set<std::string> beginning; ///< labels that cues begin with, in a file where nearly all do
    [[nodiscard]] bool hold(const Label& label, bool isFirstLine) const {
        const std::string key = labelKey(label.name);
        return anywhere.contains(key) || (isFirstLine && beginning.contains(key));
    }
};

KnownNames knownNames(const std::vector<Piece>& pieces) {
    KnownNames known;
    std::unordered_map<std::string, std::size_t> counts;
    std::unordered_set<std::string> beginning;
    std::size_t labelled = 0;
    for (const Piece& piece : pieces) {
        const bool hasVoice = !piece.voice.speaker.empty();
        if (hasVoice)
            known.anywhere.insert(labelKey(piece.voice.speaker));
        eachLine(piece.voice.text, [&](std::string_view line, bool isFirst) {
            if (hasVoice && isFirst)
                return;
            const auto label = speakerAt(line);
            if (!label || label->form != LabelForm::Strong)
                return;
            ++counts[labelKey(label->name)];
            if (!isFirst)
                return;
            ++labelled;
            beginning.insert(labelKey(label->name));
        });
    }
    for (const auto& [key, count] : counts) {
        if (count >= 2)
            known.anywhere.insert(key);
    }
    if (labelled >= 2 && labelled * 10 >= pieces.size() * 8)
        known.beginning = std::move(beginning);
    return known;
}

/// "Name: text" inside cues, as Zoom writes it; also on a further line of a cue, whose first may be
/// another's. The label must recur, be a voice's elsewhere, or begin a cue where nearly every cue begins with
/// one. What a voice tag stands before is that voice's.
void nameFromText(std::vector<Piece>& pieces) {
    const KnownNames known = knownNames(pieces);
    if (known.anywhere.empty() && known.beginning.empty())
        return;
    std::vector<Piece> named;
    named.reserve(pieces.size());
    for (Piece& piece : pieces) {
        const bool hasVoice = !piece.voice.speaker.empty();
        const std::string text = std::move(piece.voice.text);
        piece.voice.text.clear();
        eachLine(text, [&](std::string_view line, bool isFirst) {
            const auto label = hasVoice && isFirst ? std::nullopt : speakerAt(line);
            if (label && known.hold(*label, isFirst)) {
                if (!piece.voice.text.empty())
                    named.push_back(piece);
                piece.voice.speaker = tidyLabel(label->name);
                piece.voice.text = text::trim(line.substr(label->length));
                piece.isLabelled = true;
            } else {
                piece.voice.text += piece.voice.text.empty() ? "" : "\n";
                piece.voice.text += line;
            }
        });
        named.push_back(std::move(piece));
    }
    pieces = std::move(named);
}

/// Lines in a cue are broken for the screen; a dash begins another's words.
std::string flow(std::string_view text) {
    std::string flowing;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isBreak = text[at] == '\n';
        const bool isDash = isBreak && at + 1 < text.size() && text[at + 1] == '-';
        flowing += isBreak && !isDash ? ' ' : text[at];
    }
    return flowing;
}

void joinTurns(const std::vector<Piece>& pieces, Transcript& transcript, std::size_t turnLimit) {
    const bool hasSpeakers = std::any_of(pieces.begin(), pieces.end(),
                                         [](const Piece& piece) { return !piece.voice.speaker.empty(); });
    std::string speaker;
    const Cue* lastJoined = nullptr;
    std::size_t joined = 0;
    std::size_t doubts = 0;
    std::string doubt;
    const auto countDoubts = [&](const Piece& piece) {
        eachLine(piece.voice.text, [&](std::string_view line, bool isFirst) {
            const auto label = isFirst && piece.isLabelled ? std::nullopt : speakerAt(line);
            if (label && label->form == LabelForm::Strong && labelKey(label->name) != labelKey(speaker) &&
                doubts++ == 0)
                doubt = tidyLabel(line.substr(0, label->length));
        });
    };
    for (const Piece& piece : pieces) {
        const std::string said = flow(text::trim(piece.voice.text));
        if (said.empty())
            continue;
        const bool isSame = piece.voice.speaker.empty() || piece.voice.speaker == speaker;
        if (!piece.voice.speaker.empty())
            speaker = piece.voice.speaker;
        if (!speaker.empty())
            countDoubts(piece);
        if (hasSpeakers && isSame && !transcript.turns.empty()) {
            TranscriptTurn& turn = transcript.turns.back();
            turn.text += said.front() == '-' ? '\n' : ' ';
            turn.text += said;
            turn.endMs = std::max(turn.endMs.value_or(0), piece.cue->endMs);
            if (speaker.empty() || !piece.voice.speaker.empty())
                continue;
            joined += piece.cue != std::exchange(lastJoined, piece.cue) ? 1U : 0U;
            continue;
        }
        if (turnLimit > 0 && transcript.turns.size() >= turnLimit)
            break;
        transcript.turns.push_back(
            TranscriptTurn{speaker, said, piece.cue->beginMs, piece.cue->endMs, piece.cue->line});
    }
    if (joined == 1)
        transcript.warnings.emplace_back("1 cue without a speaker is joined to the one before: its words are "
                                         "those of whoever spoke before");
    else if (joined > 1)
        transcript.warnings.push_back(
            base::said("{} cues without a speaker are joined to those before: their "
                       "words are those of whoever spoke before",
                       joined));
    tellDoubts(transcript, doubts, doubt);
}

/// Without what tells players where and how to show a line: "{\an8}", "{\pos(10,20)}".
std::string withoutMarks(std::string_view line) {
    std::string words;
    while (!line.empty()) {
        const std::size_t open = line.find("{\\");
        const std::size_t close = open == npos ? npos : line.find('}', open);
        words += line.substr(0, close == npos ? npos : open);
        line = close == npos ? std::string_view() : line.substr(close + 1);
    }
    return std::string(text::trim(words));
}

base::Result<Records> readCaptions(std::string_view bytes, const std::string& fileName,
                                   const ReadOptions& options, const base::Task& task, Dialect dialect) {
    RAPPORT_TRY(refuseForeign(bytes, fileName));
    // A WebVTT file is UTF-8 by its standard; what is not is read by the usual guess.
    RAPPORT_TRY(refuseLong(bytes, fileName));
    RAPPORT_ASSIGN(auto decoded, text::decode(bytes, fileName, options.encoding));
    if (task.isStopped())
        return base::Task::cancelled();
    task.report(0, decoded.text.size(), "reading a transcript");
    RAPPORT_ASSIGN(Cues cues, CueReader(decoded.text, dialect, fileName).read());

    Transcript transcript;
    transcript.notation = dialect == Dialect::WebVtt ? "WebVTT" : dialect == Dialect::SubRip ? "SRT" : "SBV";
    transcript.encoding = decoded.encoding;
    transcript.heading = std::move(cues.heading);
    transcript.problems = std::move(cues.problems);
    transcript.warnings = std::move(decoded.warnings);
    transcript.warnings.insert(transcript.warnings.end(), cues.warnings.begin(), cues.warnings.end());

    std::vector<Piece> pieces;
    std::size_t silent = 0;
    for (const Cue& cue : cues.cues) {
        std::string joined;
        for (const std::string_view line : cue.text) {
            if (!joined.empty())
                joined += '\n';
            joined += withoutMarks(line);
        }
        bool isSilent = true;
        for (VoicePiece& voice : splitVoices(joined)) {
            if (text::trim(voice.text).empty())
                continue;
            isSilent = false;
            pieces.push_back(Piece{&cue, std::move(voice)});
        }
        silent += isSilent ? 1U : 0U;
    }
    if (silent > 0)
        transcript.warnings.push_back(
            base::said("{} {} without text left out", silent, silent == 1 ? "cue" : "cues"));
    if (cues.notes > 0)
        transcript.warnings.push_back(cues.notes == 1
                                          ? base::Phrase("1 note between cues is left out")
                                          : base::said("{} notes between cues are left out", cues.notes));
    unroll(pieces, transcript);
    nameFromText(pieces);
    joinTurns(pieces, transcript, options.rowLimit);
    if (transcript.turns.empty()) {
        // The first thing that was wrong is the likeliest reason.
        if (!transcript.problems.empty())
            return base::fail(
                Errc::Unreadable, Place{fileName, transcript.problems.front().line, 0, {}},
                base::said("holds no cue that can be read; here: {}", transcript.problems.front().message),
                transcript.problems.front().hint);
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "holds no cue with text");
    }
    countSpeakers(transcript);
    task.report(decoded.text.size(), decoded.text.size(), "reading a transcript");
    return Records(std::move(transcript));
}

std::string decodedHead(std::string_view head, std::string_view fileName) {
    if (foreignFile(head))
        return {};
    auto decoded = text::decode(head, std::string(fileName));
    return decoded ? std::move(decoded->text) : std::string();
}

} // namespace

Likelihood probeWebVtt(std::string_view head, std::string_view fileName) {
    const std::string text = decodedHead(head, fileName);
    if (beginsBlock(std::string_view(text).substr(0, std::min(text.find('\n'), text.size())), "WEBVTT"))
        return Likelihood::Certain;
    const bool isNamedSo = base::fileEnding(std::string(fileName)) == "vtt";
    return isNamedSo && !text.empty() ? Likelihood::Likely : Likelihood::None;
}

Likelihood probeSubRip(std::string_view head, std::string_view fileName) {
    const std::string text = decodedHead(head, fileName);
    const bool isNamedSo = base::fileEnding(std::string(fileName)) == "srt";
    // "1", then a time line with commas.
    const std::string_view trimmed = text::trim(text);
    const std::size_t first = trimmed.find('\n');
    if (first != npos && base::parseInteger(text::trim(trimmed.substr(0, first)))) {
        const std::size_t second = std::min(trimmed.find('\n', first + 1), trimmed.size());
        if (timeLine(trimmed.substr(first + 1, second - first - 1)))
            return Likelihood::Certain;
    }
    return isNamedSo && !trimmed.empty() ? Likelihood::Likely : Likelihood::None;
}

Likelihood probeSubViewer(std::string_view head, std::string_view fileName) {
    const std::string text = decodedHead(head, fileName);
    const std::string_view trimmed = text::trim(text);
    if (subViewerLine(trimmed.substr(0, std::min(trimmed.find('\n'), trimmed.size()))))
        return Likelihood::Certain;
    const bool isNamedSo = base::fileEnding(std::string(fileName)) == "sbv";
    return isNamedSo && !trimmed.empty() ? Likelihood::Likely : Likelihood::None;
}

base::Result<Records> readWebVtt(std::string_view bytes, const std::string& fileName,
                                 const ReadOptions& options, const base::Task& task) {
    return readCaptions(bytes, fileName, options, task, Dialect::WebVtt);
}

base::Result<Records> readSubRip(std::string_view bytes, const std::string& fileName,
                                 const ReadOptions& options, const base::Task& task) {
    return readCaptions(bytes, fileName, options, task, Dialect::SubRip);
}

base::Result<Records> readSubViewer(std::string_view bytes, const std::string& fileName,
                                    const ReadOptions& options, const base::Task& task) {
    return readCaptions(bytes, fileName, options, task, Dialect::SubViewer);
}

} // namespace rapport::exchange
