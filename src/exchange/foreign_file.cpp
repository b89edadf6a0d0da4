// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foreign_file.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "package/zip.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace rapport::exchange {

namespace {

using namespace std::string_view_literals;

struct Magic {
    std::size_t at;
    std::string_view bytes;
    const char* what;
    const char* hint;
};

constexpr const char* asText = "save it as plain text (UTF-8) or export it as CSV, then import that";
constexpr const char* asProject = "import it as a project";
constexpr const char* asItself = "leave the reader to be found: it is one that can be read";
constexpr const char* asPicture = "a picture cannot be coded here; import its transcript as text";
constexpr const char* asSound = "a recording cannot be coded here; import its transcript (text or WebVTT)";
constexpr const char* asQuestions =
    "it has the questions of a survey: import its answers, and give this file beside them (--questions)";
constexpr const char* unpack = "unpack it and import the file inside";

constexpr std::array magics{
    Magic{0, "%PDF-"sv, "a PDF document", "import it as a transcript, under its own name (.pdf)"},
    Magic{0, "{\\rtf"sv, "a Rich Text document (.rtf)", asItself},
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office file (.doc, .xls) or one with a password",
          "open it in an office program and save it as plain text or CSV"},
    Magic{0, "SQLite format 3\0"sv, "an SQLite database",
          "a project of QualCoder or Taguette is imported as a project; other databases are not read"},
    Magic{0, "$FL2"sv, "an SPSS data file (.sav)", asItself},
    Magic{0, "$FL3"sv, "an SPSS data file (.zsav)", asItself},
    Magic{0, "\x1F\x8B"sv, "a gzip archive", unpack},
    Magic{0, "BZh"sv, "a bzip2 archive", unpack},
    Magic{0,
          "\xFD"
          "7zXZ\0"sv,
          "an xz archive", unpack},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive", unpack},
    Magic{0, "Rar!\x1A\x07"sv, "a RAR archive", unpack},
    Magic{0, "\x89PNG\r\n\x1A\n"sv, "a PNG picture", asPicture},
    Magic{0, "\xFF\xD8\xFF"sv, "a JPEG picture", asPicture},
    Magic{0, "GIF8"sv, "a GIF picture", asPicture},
    Magic{0, "II*\0"sv, "a TIFF picture", asPicture},
    Magic{0, "MM\0*"sv, "a TIFF picture", asPicture},
    Magic{8, "WEBP"sv, "a WebP picture", asPicture},
    Magic{8, "WAVE"sv, "a sound recording (.wav)", asSound},
    Magic{0, "ID3"sv, "a sound recording (.mp3)", asSound},
    Magic{0, "OggS"sv, "a sound recording (.ogg)", asSound},
    Magic{0, "fLaC"sv, "a sound recording (.flac)", asSound},
    Magic{4, "ftyp"sv, "a film or sound recording (.mp4, .m4a)", asSound},
    Magic{0,
          "\x7F"
          "ELF"sv,
          "a program", ""},
    Magic{0, "MZ\x90\0"sv, "a program", ""},
};

ForeignFile zipFile(std::string_view head) {
    const auto holds = [head](std::string_view name) { return head.find(name) != std::string_view::npos; };
    if (holds(".lss"))
        return {"a LimeSurvey archive (.lsa)", asQuestions};
    if (holds("project.qde"))
        return {"a REFI-QDA project (.qdpx)", asProject};
    if (holds("mimetypeapplication/vnd.oasis.opendocument.text"))
        return {"a text document (.odt)", asItself};
    if (holds("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
        return {"a spreadsheet (.ods)", asItself};
    if (holds("word/"))
        return {"a Word document (.docx)", asItself};
    if (holds("xl/"))
        return {"an Excel workbook (.xlsx)", asItself};
    if (holds("ppt/"))
        return {"a presentation (.pptx)", asText};
    return {"a ZIP archive", unpack};
}

bool isAllWhiteSpace(std::string_view bytes) {
    return bytes.size() < 4096 && (bytes.empty() || (text::isValidUtf8(bytes) && text::trim(bytes).empty()) ||
                                   bytes == "\xEF\xBB\xBF");
}

/// An object with a member, or a list of objects: "{Name} text" is none.
bool isJson(std::string_view text) {
    const auto next = [&text](char sign) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        if (text.empty() || text.front() != sign)
            return false;
        text.remove_prefix(1);
        return true;
    };
    static_cast<void>(next('['));
    if (!next('{') || !next('"'))
        return false;
    const std::size_t quote = text.find('"');
    if (quote == std::string_view::npos)
        return false;
    text.remove_prefix(quote + 1);
    return next(':');
}

} // namespace

std::string inUtf8(std::string_view bytes) {
    const bool mayBeWide = bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) ||
                           bytes.find('\0') != std::string_view::npos;
    if (mayBeWide) {
        if (auto decoded = text::decode(bytes, {}))
            return std::move(decoded->text);
    }
    return std::string(bytes);
}

std::optional<ForeignFile> foreignFile(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 65536);
    if (head.substr(0, 4) == "PK\x03\x04"sv || head.substr(0, 4) == "PK\x05\x06"sv)
        return zipFile(head);
    for (const Magic& magic : magics) {
        if (head.size() >= magic.at + magic.bytes.size() &&
            head.substr(magic.at, magic.bytes.size()) == magic.bytes)
            return ForeignFile{magic.what, magic.hint};
    }
    const std::string plain = inUtf8(head);
    std::string_view start = plain;
    if (start.starts_with("\xEF\xBB\xBF"sv))
        start.remove_prefix(3);
    // A byte order mark that was itself read as windows-1252 and saved again.
    if (start.substr(0, 6) == "\xC3\xAF\xC2\xBB\xC2\xBF"sv)
        start.remove_prefix(6);
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    const auto begins = [start](std::string_view lower) {
        return start.size() >= lower.size() &&
               std::equal(lower.begin(), lower.end(), start.begin(), [](char wanted, char found) {
                   return wanted ==
                          (found >= 'A' && found <= 'Z' ? static_cast<char>(found - 'A' + 'a') : found);
               });
    };
    if (begins("<!doctype html") || begins("<html"))
        return ForeignFile{"a web page (.html)", asText};
    if (begins("<?xml") && start.find("LimeSurveyDocType") != std::string_view::npos)
        return ForeignFile{"the structure of a LimeSurvey survey (.lss)", asQuestions};
    if (begins("{") && start.find("\"SurveyElements\"") != std::string_view::npos)
        return ForeignFile{"the structure of a Qualtrics survey (.qsf)", asQuestions};
    if (begins("ty  - ") && start.find("\nER  -") != std::string_view::npos)
        return ForeignFile{"a list of references (.ris)", "it holds no texts of participants"};
    if (isJson(start))
        return ForeignFile{"a JSON document, neither answers nor a transcript",
                           "a codebook is imported with --as codebook, a mapping is given with --mapping"};
    if (begins("<?xml"))
        return ForeignFile{"an XML document",
                           "export it from the program that made it as text, CSV or WebVTT"};
    return std::nullopt;
}

base::Status refuseEmpty(std::string_view bytes, const std::string& fileName) {
    if (isAllWhiteSpace(bytes))
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}}, "is empty",
                          "export it again, or check that this is the file you mean");
    return {};
}

base::Status refuseForeign(std::string_view bytes, const std::string& fileName) {
    const base::Place place{fileName, 0, 0, {}};
    RAPPORT_TRY(refuseEmpty(bytes, fileName));
    const std::string ending = base::fileEnding(fileName);
    // R packs its own files: what is inside is no file that anybody could import.
    if (ending == "rds" || ending == "rda" || ending == "rdata")
        return base::fail(base::Errc::Unreadable, place,
                          base::said("is {}, which cannot be read", base::Phrase("a data file of R")),
                          "open it in R, and write the table with write.csv");
    auto foreign = foreignFile(bytes);
    if (!foreign)
        return {};
    const bool isRead = foreign->hint == asItself || foreign->hint == asProject;
    return base::fail(base::Errc::Unreadable, place,
                      isRead ? base::said("is {}, and is read as something else here", foreign->what)
                             : base::said("is {}, which cannot be read", foreign->what),
                      std::move(foreign->hint));
}

namespace {

constexpr std::string_view oleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// Names inside an OLE container are UTF-16.
bool holdsWide(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char letter : name) {
        wide += letter;
        wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
}

} // namespace

bool isProtectedOffice(std::string_view bytes) {
    return bytes.substr(0, oleMagic.size()) == oleMagic && holdsWide(bytes, "EncryptedPackage");
}

base::Status refuseProtected(std::string_view bytes, const std::string& fileName) {
    if (bytes.substr(0, oleMagic.size()) != oleMagic)
        return {};
    const base::Place place{fileName, 0, 0, {}};
    if (isProtectedOffice(bytes))
        return base::fail(base::Errc::Unreadable, place, "is protected with a password",
                          "open it in the program that made it and save it without one");
    if (holdsWide(bytes, "WordDocument"))
        return base::fail(base::Errc::Unreadable, place, "is a Word document of before 2007 (.doc)",
                          "open it in a word processor and save it as .docx");
    if (holdsWide(bytes, "Workbook") || holdsWide(bytes, "Book"))
        return base::fail(base::Errc::Unreadable, place, "is an Excel workbook of before 2007 (.xls)",
                          "open it in a spreadsheet program and save it as .xlsx");
    return base::fail(base::Errc::Unreadable, place, "is an OLE container of a kind that is not read");
}

bool isOpenDocument(std::string_view bytes, std::string_view kind) {
    if (!package::looksLikeZip(bytes))
        return false;
    const auto archive = package::ZipArchive::open(bytes, {});
    if (!archive)
        return false;
    const auto type = archive->read("mimetype", 1000);
    return type && std::string_view(*type).substr(0, kind.size()) == kind;
}

base::Status refuseEncryptedOpenDocument(const package::ZipArchive& archive, const std::string& fileName) {
    if (archive.find("META-INF/manifest.xml") == nullptr)
        return {};
    RAPPORT_ASSIGN(const std::string manifest, archive.read("META-INF/manifest.xml", 16U << 20U));
    if (manifest.find("encryption-data") == std::string::npos)
        return {};
    return base::fail(base::Errc::Unreadable, base::Place{fileName, 0, 0, {}}, "is protected with a password",
                      "open it in the program that made it and save it without one");
}

} // namespace rapport::exchange
