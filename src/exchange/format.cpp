// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/format.h"

#include "base/platform/file.h"
#include "exchange/csv.h"
#include "exchange/foreign_file.h"
#include "exchange/transcript_text.h"
#include "exchange/webvtt.h"
#include "text/decode.h"

#include <algorithm>
#include <array>

namespace rapport::exchange {

std::span<const Format> formats() {
    static const std::array<Format, 4> registry{
        Format{"csv",
               "Table (CSV, also with semicolons or tabs)",
               RecordKind::Table,
               {"csv", "tsv", "tab"},
               probeCsv,
               readCsv},
        Format{"webvtt",
               "Captions (WebVTT, also of Teams and Zoom)",
               RecordKind::Transcript,
               {"vtt"},
               probeWebVtt,
               readWebVtt},
        Format{"srt", "Captions (SubRip)", RecordKind::Transcript, {"srt"}, probeSubRip, readSubRip},
        Format{"transcript-text",
               "Transcript (plain text)",
               RecordKind::Transcript,
               {"txt", "md"},
               probeTranscriptText,
               readTranscriptText},
    };
    return registry;
}

const Format* formatById(std::string_view id) {
    const auto all = formats();
    const auto found =
        std::find_if(all.begin(), all.end(), [id](const Format& format) { return format.id == id; });
    return found == all.end() ? nullptr : &*found;
}

base::Result<const Format*> detectFormat(std::string_view bytes, const std::string& fileName) {
    RAPPORT_TRY(refuseForeign(bytes, fileName));
    const std::string_view head = bytes.substr(0, 65536);
    if (base::fileEnding(fileName) == "json")
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}},
                          "is a JSON document, neither answers nor a transcript",
                          "a codebook is imported with --as codebook, a mapping is given with --mapping");
    const Format* best = nullptr;
    Likelihood bestLikelihood = Likelihood::None;
    for (const Format& format : formats()) {
        const Likelihood likelihood = format.probe(head, fileName);
        if (likelihood > bestLikelihood) {
            best = &format;
            bestLikelihood = likelihood;
        }
    }
    if (best == nullptr) {
        // Binary data of no known kind says so better than we can.
        if (auto decoded = text::decode(head, fileName); !decoded)
            return base::fail(decoded);
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}},
                          "is of no format that can be read",
                          "tables as CSV, transcripts as plain text, WebVTT or SubRip; see: rapport formats");
    }
    return best;
}

} // namespace rapport::exchange
