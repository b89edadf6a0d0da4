// SPDX-License-Identifier: GPL-3.0-or-later
// ELAN Annotation Format 3.0, Max Planck Institute for Psycholinguistics: EAFv3.0.xsd.
#include "base/format.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/annotations.h"
#include "exchange/foreign_file.h"
#include "exchange/speaker_label.h"
#include "exchange/transcript_text.h"
#include "package/xml_tree.h"
#include "text/utf8.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using package::XmlElement;

using Times = std::unordered_map<std::string, std::int64_t>;

Times timesOf(const XmlElement& root) {
    Times times;
    if (const XmlElement* order = root.child("TIME_ORDER")) {
        for (const XmlElement& slot : order->children) {
            // A slot between others may have no time of its own.
            if (const auto value = base::parseInteger(slot.attribute("TIME_VALUE")); value && *value >= 0)
                times.emplace(slot.attribute("TIME_SLOT_ID"), *value);
        }
    }
    return times;
}

std::optional<std::int64_t> timeAt(const Times& times, const std::string& slot) {
    const auto found = times.find(slot);
    return found == times.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

Likelihood probeElan(std::string_view head, std::string_view /*fileName*/) {
    const std::string start = inUtf8(head.substr(0, 8192)).substr(0, 4096);
    return start.find("<ANNOTATION_DOCUMENT") != std::string::npos ? Likelihood::Certain : Likelihood::None;
}

base::Result<Records> readElan(std::string_view bytes, const std::string& fileName,
                               const ReadOptions& options, const base::Task& task) {
    if (probeElan(bytes, fileName) == Likelihood::None)
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is no ELAN document");
    RAPPORT_TRY(refuseLong(bytes, fileName));
    if (task.isStopped())
        return base::Task::cancelled();
    RAPPORT_ASSIGN(const XmlElement root, package::readXmlTree(bytes, fileName));
    const Times times = timesOf(root);
    Transcript transcript;
    transcript.encoding = "UTF-8";
    transcript.notation = "ELAN";
    std::string leftOut;
    std::size_t unaligned = 0;
    std::size_t empty = 0;
    for (const XmlElement& tier : root.children) {
        if (tier.name != "TIER")
            continue;
        if (tier.has("PARENT_REF")) {
            leftOut += (leftOut.empty() ? "" : ", ") + tier.attribute("TIER_ID");
            continue;
        }
        const std::string& participant = tier.attribute("PARTICIPANT");
        const std::string speaker =
            tidyLabel(text::trim(participant).empty() ? tier.attribute("TIER_ID") : participant);
        for (const XmlElement& annotation : tier.children) {
            if (annotation.children.empty())
                continue;
            const XmlElement& aligned = annotation.children.front();
            const std::string_view said = text::trim(aligned.textOf("ANNOTATION_VALUE"));
            if (said.empty()) {
                ++empty;
                continue;
            }
            TranscriptTurn turn;
            turn.speaker = speaker;
            turn.text = std::string(said);
            turn.beginMs = timeAt(times, aligned.attribute("TIME_SLOT_REF1"));
            turn.endMs = timeAt(times, aligned.attribute("TIME_SLOT_REF2"));
            turn.line = aligned.line;
            unaligned += turn.beginMs ? 0U : 1U;
            transcript.turns.push_back(std::move(turn));
        }
    }
    // A turn without a time stays behind the one before it on its tier.
    std::int64_t last = 0;
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    for (std::size_t index = 0; index < transcript.turns.size(); ++index) {
        last = transcript.turns[index].beginMs.value_or(last);
        order.emplace_back(last, index);
    }
    std::sort(order.begin(), order.end());
    std::vector<TranscriptTurn> sorted;
    for (const auto& [time, index] : order) {
        if (options.rowLimit > 0 && sorted.size() >= options.rowLimit)
            break;
        sorted.push_back(std::move(transcript.turns[index]));
    }
    transcript.turns = std::move(sorted);
    if (transcript.turns.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "holds no annotation with words",
                          leftOut.empty() ? base::Phrase()
                                          : base::said("only tiers that depend on others: {}", leftOut));
    if (!leftOut.empty())
        transcript.warnings.push_back(
            base::said("tiers that depend on others are left out: {}", text::elide(leftOut, 200)));
    if (unaligned > 0)
        transcript.warnings.push_back(base::said("{} {} no time of {} own", unaligned,
                                                 unaligned == 1 ? "annotation has" : "annotations have",
                                                 unaligned == 1 ? "its" : "their"));
    if (empty > 0)
        transcript.warnings.push_back(
            base::said("{} {} without text left out", empty, empty == 1 ? "annotation" : "annotations"));
    countSpeakers(transcript);
    return Records(std::move(transcript));
}

} // namespace rapport::exchange
