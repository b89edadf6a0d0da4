// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/format.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/annotations.h"
#include "exchange/csv.h"
#include "exchange/foreign_file.h"
#include "exchange/html.h"
#include "exchange/pdf.h"
#include "exchange/stat_file.h"
#include "exchange/transcript_text.h"
#include "exchange/webvtt.h"
#include "exchange/word_documents.h"
#include "exchange/workbook.h"
#include "package/zip.h"
#include "text/decode.h"

#include <algorithm>
#include <array>

namespace rapport::exchange {

namespace {

bool isContainer(std::string_view id) {
    return id == "xlsx" || id == "ods" || id == "sav" || id == "xport" || id == "sas" || id == "dta" ||
           id == "docx" || id == "odt" || id == "rtf" || id == "pdf";
}

bool isText(std::string_view id) {
    return id == "csv" || id == "transcript-text";
}

const Format* formatByEnding(std::string_view ending) {
    for (const Format& format : formats()) {
        if (std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end())
            return &format;
    }
    return nullptr;
}

/// As much as tells what a file is: some lines of it, which of a wide table are long.
std::string_view headOf(std::string_view bytes) {
    if (package::looksLikeZip(bytes))
        return bytes;
    constexpr std::size_t most = 16U << 20U;
    constexpr std::ptrdiff_t lines = 4;
    const auto has = [](std::string_view head, char end) {
        return std::count(head.begin(), head.end(), end) >= lines;
    };
    std::string_view head = bytes.substr(0, 65536);
    while (head.size() < std::min(bytes.size(), most) && !has(head, '\n') && !has(head, '\r'))
        head = bytes.substr(0, head.size() * 4);
    return head;
}

} // namespace

std::span<const Format> formats() {
    static const auto registry = std::to_array<Format>({
        Format{"csv",
               "Table (CSV, also with semicolons or tabs)",
               RecordKind::Table,
               {"csv", "tsv", "tab"},
               probeCsv,
               readCsv},
        Format{"xlsx", "Workbook (Excel, .xlsx)", RecordKind::Table, {"xlsx", "xlsm"}, probeXlsx, readXlsx},
        Format{"ods", "Workbook (OpenDocument)", RecordKind::Table, {"ods"}, probeOds, readOds},
        Format{"sav",
               "Data file (SPSS, with value labels and missing values)",
               RecordKind::Table,
               {"sav", "zsav"},
               probeSav,
               readSav},
        Format{"por", "Data file (SPSS portable)", RecordKind::Table, {"por"}, probePor, readPor},
        Format{"xport",
               "Data file (SAS transport)",
               RecordKind::Table,
               {"xpt", "xpt5", "xpt8"},
               probeXport,
               readXport},
        Format{"sas", "Data file (SAS)", RecordKind::Table, {"sas7bdat"}, probeSas, readSas},
        Format{"dta", "Data file (Stata, with value labels)", RecordKind::Table, {"dta"}, probeDta, readDta},
        Format{"html-table",
               "Table in a web page (what some programs save as .xls or .csv)",
               RecordKind::Table,
               {"html", "htm"},
               probeHtmlTable,
               readHtmlTable},
        Format{"webvtt",
               "Captions (WebVTT, also of Teams and Zoom)",
               RecordKind::Transcript,
               {"vtt"},
               probeWebVtt,
               readWebVtt},
        Format{"srt", "Captions (SubRip)", RecordKind::Transcript, {"srt"}, probeSubRip, readSubRip},
        Format{"sbv",
               "Captions (SubViewer, as YouTube writes it)",
               RecordKind::Transcript,
               {"sbv"},
               probeSubViewer,
               readSubViewer},
        Format{"docx",
               "Transcript (Word, .docx)",
               RecordKind::Transcript,
               {"docx", "docm"},
               probeDocx,
               readDocx},
        Format{"odt", "Transcript (OpenDocument)", RecordKind::Transcript, {"odt"}, probeOdt, readOdt},
        Format{"rtf", "Transcript (Rich Text)", RecordKind::Transcript, {"rtf"}, probeRtf, readRtf},
        Format{"pdf", "Transcript (PDF with text)", RecordKind::Transcript, {"pdf"}, probePdf, readPdf},
        Format{"eaf", "Transcript (ELAN)", RecordKind::Transcript, {"eaf"}, probeElan, readElan},
        Format{"chat", "Transcript (CHAT of CHILDES)", RecordKind::Transcript, {"cha"}, probeChat, readChat},
        Format{"transcript-text",
               "Transcript (plain text)",
               RecordKind::Transcript,
               {"txt", "md"},
               probeTranscriptText,
               readTranscriptText},
    });
    return registry;
}

const Format* formatById(std::string_view id) {
    const auto all = formats();
    const auto found =
        std::find_if(all.begin(), all.end(), [id](const Format& format) { return format.id == id; });
    return found == all.end() ? nullptr : &*found;
}

base::Result<const Format*> detectFormat(std::string_view bytes, const std::string& fileName) {
    RAPPORT_TRY(refuseEmpty(bytes, fileName));
    const std::string_view head = headOf(bytes);
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
    // A name that promises a container, and plain text inside: something went wrong on the way here.
    const Format* named = formatByEnding(base::fileEnding(fileName));
    if (best != nullptr && named != nullptr && named != best && isContainer(named->id) && isText(best->id))
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}},
                          base::said("is named .{} but holds plain text", base::fileEnding(fileName)),
                          base::said("if it is what you mean, read it as such: --reader {}", best->id));
    if (best == nullptr) {
        if (package::looksLikeZip(bytes)) {
            if (const auto archive = package::ZipArchive::open(bytes, fileName); !archive)
                return base::fail(archive);
        }
        RAPPORT_TRY(refuseProtected(bytes, fileName));
        RAPPORT_TRY(refuseForeign(bytes, fileName));
        // Binary data of no known kind says so better than we can.
        if (auto decoded = text::decode(head, fileName); !decoded)
            return base::fail(decoded);
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}},
                          "is of no format that can be read", "see what can be read: rapport formats");
    }
    return best;
}

} // namespace rapport::exchange
