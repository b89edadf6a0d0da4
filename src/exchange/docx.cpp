// SPDX-License-Identifier: GPL-3.0-or-later
// ECMA-376 part 1, 5th edition (WordprocessingML), Transitional and Strict.
#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/document_text.h"
#include "exchange/foreign_file.h"
#include "exchange/html.h"
#include "exchange/mime_archive.h"
#include "exchange/word_documents.h"
#include "package/xml.h"
#include "package/xml_tree.h"
#include "package/zip.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using package::XmlAttributes;
using package::XmlName;

/// Levels 0 to 8 are headings, 9 is body text.
bool isHeadingLevel(std::string_view level) {
    return level.size() == 1 && level.front() >= '0' && level.front() <= '8';
}

/// Brings the embedded part of a relationship into the document. An error ends the reading.
using Embed = std::function<base::Status(std::string_view id, DocumentBuilder& document)>;

class BodyHandler : public package::XmlHandler {
public:
    BodyHandler(const std::string& fileName, const std::set<std::string, std::less<>>& headingStyles,
                const Embed& embed)
        : m_fileName(fileName)
        , m_headingStyles(headingStyles)
        , m_embed(embed) {}

    DocumentBuilder document;

    void begin(const XmlName& name, const XmlAttributes& attributes) override {
        const std::string_view local = name.local;
        if (m_skipped > 0) {
            ++m_skipped;
            return;
        }
        if (isLeftOut(local)) {
            ++m_skipped;
            return;
        }
        if (!isWord(name)) {
            // In a formula the letters are in elements of their own.
            m_isText = local == "t" && name.space.find("/math") != std::string_view::npos;
            return;
        }
        if (local == "t") {
            m_isText = true;
        } else if (local == "p") {
            m_isMarkDeleted = false;
        } else if (local == "r") {
            m_isVanished = false;
        } else if (local == "vanish") {
            const std::string_view value = attributes.value("val", "1");
            m_isVanished = m_properties == 1 && value != "0" && value != "false" && value != "off";
        } else if (local == "tab") {
            // Inside of a paragraph's properties it is a tab stop.
            if (m_properties == 0)
                document.text("\t");
        } else if (local == "br" || local == "cr") {
            document.lineBreak();
        } else if (local == "noBreakHyphen") {
            document.text("\u2011");
        } else if (local == "sym") {
            const std::string code(attributes.value("char"));
            const unsigned long value = std::strtoul(code.c_str(), nullptr, 16);
            // Letters of symbol fonts are in the private area: nobody can read them as text.
            std::string letter;
            if (value >= 0x20 && value < 0xE000)
                text::appendCodePoint(letter, static_cast<char32_t>(value));
            else
                ++document.asides.symbols;
            document.text(letter);
        } else if (local == "pPr" || local == "rPr") {
            ++m_properties;
        } else if (local == "del") {
            // Within properties: the paragraph's own mark was deleted.
            m_isMarkDeleted = m_isMarkDeleted || m_properties > 0;
        } else if (local == "ins") {
            ++document.asides.insertions;
        } else if (local == "tc") {
            document.beginCell();
        } else if (local == "txbxContent") {
            document.beginBox();
        } else if (local == "footnoteReference" || local == "endnoteReference") {
            document.referToNote(false,
                                 (local.front() == 'e' ? "e" : "f") + std::string(attributes.value("id")));
        } else if (local == "commentReference") {
            document.referToNote(true, attributes.value("id"));
        } else if (local == "pStyle") {
            if (m_properties > 0 && m_headingStyles.contains(attributes.value("val")))
                document.markHeading();
        } else if (local == "outlineLvl") {
            if (m_properties > 0 && isHeadingLevel(attributes.value("val")))
                document.markHeading();
        } else if (local == "altChunk") {
            if (auto done = m_embed(attributes.value("id"), document); !done)
                stop(std::move(done.error()));
            else
                stopAtExcess();
        } else if (local == "object") {
            ++document.asides.others;
        } else if (local == "drawing" || local == "pict") {
            m_hasBox = false;
        }
    }

    void end(const XmlName& name) override {
        if (m_skipped > 0) {
            --m_skipped;
            return;
        }
        m_isText = false;
        if (!isWord(name))
            return;
        const std::string_view local = name.local;
        if (local == "p") {
            if (m_isMarkDeleted)
                document.joinParagraph();
            document.endParagraph();
            m_isMarkDeleted = false;
            stopAtExcess();
        } else if (local == "pPr" || local == "rPr") {
            --m_properties;
        } else if (local == "tc") {
            document.endCell();
        } else if (local == "tr") {
            document.endRow();
        } else if (local == "txbxContent") {
            document.endBox();
            m_hasBox = true;
        } else if (local == "drawing" || local == "pict") {
            document.asides.pictures += m_hasBox ? 0U : 1U;
        }
    }

    void text(std::string_view piece) override {
        if (!m_isText || m_skipped > 0)
            return;
        document.asides.hiddenRead += m_isVanished && !m_wasVanished ? 1U : 0U;
        m_wasVanished = m_isVanished;
        document.text(piece);
    }

private:
    void stopAtExcess() {
        if (base::Phrase words = document.excess(); !words.empty())
            stop(base::Error{Errc::Unreadable, std::move(words), Place{m_fileName, 0, 0, {}}, {}});
    }

    static bool isWord(const XmlName& name) {
        return name.space.find("wordprocessingml") != std::string_view::npos;
    }

    /// Deleted text, the same again for old programs, readings above letters, fields' instructions, and what
    /// a change was before.
    bool isLeftOut(std::string_view local) {
        if (local == "del" && m_properties == 0) {
            ++document.asides.deletions;
            return true;
        }
        if (local == "moveFrom" && m_properties == 0) {
            ++document.asides.deletions;
            return true;
        }
        return local == "Fallback" || local == "rt" || local == "instrText" || local == "delText" ||
               local == "delInstrText" || local == "pPrChange" || local == "rPrChange" ||
               local == "sectPrChange" || local == "tblPrChange" || local == "sdtPr" || local == "fldData" ||
               local == "tabs";
    }

    const std::string& m_fileName;
    const std::set<std::string, std::less<>>& m_headingStyles;
    const Embed& m_embed;
    std::size_t m_skipped = 0;
    std::size_t m_properties = 0;
    bool m_isText = false;
    bool m_isMarkDeleted = false;
    bool m_hasBox = false;
    bool m_isVanished = false;  ///< the run is hidden text
    bool m_wasVanished = false; ///< the words before were
};

/// The main part, by the package's relationships.
base::Result<std::string> mainPart(const package::ZipArchive& zip, const std::string& fileName) {
    std::string main = "word/document.xml";
    if (zip.find("_rels/.rels") == nullptr)
        return main;
    RAPPORT_ASSIGN(const std::string bytes, zip.read("_rels/.rels", 16U << 20U));
    RAPPORT_ASSIGN(const package::XmlElement root, package::readXmlTree(bytes, fileName));
    for (const package::XmlElement& each : root.children) {
        if (!each.attribute("Type").ends_with("/officeDocument"))
            continue;
        main = each.attribute("Target");
        if (!main.empty() && main.front() == '/')
            main.erase(0, 1);
    }
    return main;
}

constexpr std::size_t longestPart = 16U << 20U;

/// Ids of the styles of headings and titles; whatever language they are called in, their level or their name
/// in the file says so.
std::set<std::string, std::less<>> headingStyles(const package::ZipArchive& zip, const std::string& folder) {
    std::set<std::string, std::less<>> ids;
    if (zip.find(folder + "styles.xml") == nullptr)
        return ids;
    const auto bytes = zip.read(folder + "styles.xml", longestPart);
    const auto root = bytes ? package::readXmlTree(*bytes, "styles.xml") : base::fail(bytes);
    if (!root)
        return ids;
    for (const package::XmlElement& style : root->children) {
        if (style.name != "style" || style.attribute("type") != "paragraph")
            continue;
        const package::XmlElement* named = style.child("name");
        const std::string name = named == nullptr ? std::string() : named->attribute("val");
        const package::XmlElement* properties = style.child("pPr");
        const package::XmlElement* level = properties == nullptr ? nullptr : properties->child("outlineLvl");
        if (name.starts_with("heading ") || name == "Title" ||
            (level != nullptr && isHeadingLevel(level->attribute("val"))))
            ids.insert(style.attribute("styleId"));
    }
    return ids;
}

void addWords(const package::XmlElement& element, std::string& words) {
    if (element.name == "t")
        words += element.text;
    else if (element.name == "tab" || element.name == "br")
        words += ' ';
    for (const package::XmlElement& child : element.children) {
        if (child.name != "del" && child.name != "Fallback" && child.name != "pPr")
            addWords(child, words);
    }
    if (element.name == "p" && !words.empty())
        words += ' ';
}

/// Words of footnotes, endnotes and comments, which are parts of their own. A part that cannot be read costs
/// its notes alone.
void addNotes(const package::ZipArchive& zip, const std::string& folder, DocumentBuilder& document) {
    for (const std::string_view part : {"footnotes.xml", "endnotes.xml", "comments.xml"}) {
        const std::string name = folder + std::string(part);
        if (zip.find(name) == nullptr)
            continue;
        const auto bytes = zip.read(name, longestPart);
        const auto root = bytes ? package::readXmlTree(*bytes, name) : base::fail(bytes);
        if (!root)
            continue;
        const bool isComment = part.front() == 'c';
        const std::string prefix = isComment ? "" : std::string(1, part.front());
        for (const package::XmlElement& each : root->children) {
            std::string words;
            addWords(each, words);
            document.addNote(isComment, prefix + each.attribute("id"), each.attribute("author"),
                             std::string(text::trim(words)));
        }
    }
}

/// Part names by the ids of a part's relationships; what lies outside of the file is not among them.
std::map<std::string, std::string, std::less<>> partsOf(const package::ZipArchive& zip,
                                                        const std::string& part) {
    std::map<std::string, std::string, std::less<>> parts;
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
    const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    if (zip.find(name) == nullptr)
        return parts;
    const auto bytes = zip.read(name, longestPart);
    const auto root = bytes ? package::readXmlTree(*bytes, name) : base::fail(bytes);
    if (!root)
        return parts;
    for (const package::XmlElement& each : root->children) {
        const std::string& target = each.attribute("Target");
        if (!target.empty() && each.attribute("TargetMode") != "External")
            parts.emplace(each.attribute("Id"), target.front() == '/' ? target.substr(1) : folder + target);
    }
    return parts;
}

/// Headers and footers that hold words.
std::size_t headersAmong(const package::ZipArchive& zip, const std::string& folder) {
    constexpr std::size_t mostHeaders = 300;
    std::size_t count = 0;
    std::size_t looked = 0;
    for (const package::ZipEntry& entry : zip.entries()) {
        if (!entry.name.starts_with(folder + "header") && !entry.name.starts_with(folder + "footer"))
            continue;
        if (++looked > mostHeaders)
            break;
        const auto bytes = zip.read(entry.name, 1U << 20U);
        const auto root = bytes ? package::readXmlTree(*bytes, entry.name) : base::fail(bytes);
        std::string words;
        if (root)
            addWords(*root, words);
        count += text::trim(words).empty() ? 0U : 1U;
    }
    return count;
}

/// Documents in documents: how deep, and how much of them all together.
struct Nesting {
    int depth = 0;
    std::uint64_t bytes = 0;
    std::size_t parts = 0;
};
constexpr int deepestPart = 4;
constexpr std::uint64_t mostEmbedded = 48ULL << 20U;
constexpr std::size_t mostParts = 10'000;

DocumentBuilder documentOfLines(std::string_view words) {
    DocumentBuilder document;
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find('\n', begin), words.size());
        document.text(words.substr(begin, end - begin));
        document.endParagraph();
        begin = end + 1;
    }
    return document;
}

base::Result<DocumentBuilder> wordDocument(std::string_view bytes, const std::string& fileName,
                                           Nesting& nesting, const base::Task& task);

/// By what it holds: the name and the type that the file gives it are often wrong.
base::Result<DocumentBuilder> embeddedDocument(std::string_view bytes, const std::string& name,
                                               Nesting& nesting, const base::Task& task) {
    if (probeRtf(bytes, name) != Likelihood::None)
        return rtfDocument(bytes, name, task);
    if (package::looksLikeZip(bytes) && probeDocx(bytes, name) != Likelihood::None)
        return wordDocument(bytes, name, nesting, task);
    if (probeOdt(bytes, name) != Likelihood::None)
        return odtDocument(bytes, name, task);
    std::string archived;
    std::string encoding;
    if (const auto page = pageOfMimeArchive(bytes)) {
        archived = page->bytes;
        encoding = page->encoding;
        bytes = archived;
    }
    auto decoded = text::decode(bytes, name, encoding);
    if (!decoded && !encoding.empty())
        decoded = text::decode(bytes, name);
    if (!decoded)
        return base::fail(decoded);
    const std::string ending = base::fileEnding(name);
    const bool isPage = looksLikeHtml(decoded->text) || ending.starts_with("htm") || ending == "xhtml" ||
                        ending.starts_with("mht");
    return documentOfLines(isPage ? htmlText(decoded->text).text : decoded->text);
}

base::Result<DocumentBuilder> wordDocument(std::string_view bytes, const std::string& fileName,
                                           Nesting& nesting, const base::Task& task) {
    RAPPORT_TRY(refuseProtected(bytes, fileName));
    RAPPORT_ASSIGN(const package::ZipArchive zip, package::ZipArchive::open(bytes, fileName));
    RAPPORT_ASSIGN(const std::string main, mainPart(zip, fileName));
    const package::ZipEntry* entry = zip.find(main);
    if (entry == nullptr)
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}},
                          "is no Word document: its text is missing");
    const std::size_t slash = main.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : main.substr(0, slash + 1);
    const auto styles = headingStyles(zip, folder);
    const auto parts = partsOf(zip, main);
    const Embed embed = [&](std::string_view id, DocumentBuilder& into) -> base::Status {
        if (task.isStopped())
            return base::Task::cancelled();
        const auto part = parts.find(id);
        const package::ZipEntry* inside = part == parts.end() ? nullptr : zip.find(part->second);
        if (inside == nullptr) {
            ++into.asides.others;
            return {};
        }
        nesting.bytes += inside->size;
        if (nesting.depth >= deepestPart || ++nesting.parts > mostParts || nesting.bytes > mostEmbedded)
            return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}},
                              "holds documents in documents that are too deep, too many or too large",
                              "save it as plain text, and import that");
        ++nesting.depth;
        auto words = [&]() -> base::Result<DocumentBuilder> {
            RAPPORT_ASSIGN(const std::string content, zip.read(part->second, mostEmbedded));
            return embeddedDocument(content, part->second, nesting, task);
        }();
        --nesting.depth;
        if (words) {
            into.embed(std::move(*words));
            return {};
        }
        const bool isOver = nesting.parts > mostParts || nesting.bytes > mostEmbedded;
        if (words.error().code == Errc::Cancelled || isOver)
            return base::fail(words);
        // One that cannot be read costs its own words alone.
        ++into.asides.others;
        into.warnings.push_back(
            base::said("the embedded document {} cannot be read: {}", part->second, words.error().message));
        return {};
    };
    BodyHandler handler(fileName, styles, embed);
    package::XmlStream xml(handler, fileName);
    std::uint64_t done = 0;
    RAPPORT_TRY(zip.stream(main, [&](std::string_view piece) -> base::Result<bool> {
        if (task.isStopped())
            return base::Task::cancelled();
        done += piece.size();
        if (nesting.depth == 0)
            task.report(done, entry->size, "reading a document");
        return xml.feed(piece);
    }));
    if (!handler.isStopped())
        RAPPORT_TRY(xml.finish());
    addNotes(zip, folder, handler.document);
    handler.document.asides.headers += headersAmong(zip, folder);
    return std::move(handler.document);
}

} // namespace

Likelihood probeDocx(std::string_view bytes, std::string_view fileName) {
    if (package::looksLikeZip(bytes))
        return bytes.find("word/document") != std::string_view::npos ? Likelihood::Certain : Likelihood::None;
    const std::string ending = base::fileEnding(std::string(fileName));
    return isProtectedOffice(bytes) && (ending == "docx" || ending == "docm") ? Likelihood::Certain
                                                                              : Likelihood::None;
}

base::Result<std::string> wordsOfDocument(std::string_view bytes, const std::string& fileName,
                                          const base::Task& task) {
    Nesting nesting;
    RAPPORT_ASSIGN(DocumentBuilder document, embeddedDocument(bytes, fileName, nesting, task));
    return document.words(fileName);
}

base::Result<Records> readDocx(std::string_view bytes, const std::string& fileName,
                               const ReadOptions& options, const base::Task& task) {
    Nesting nesting;
    RAPPORT_ASSIGN(DocumentBuilder document, wordDocument(bytes, fileName, nesting, task));
    return document.finish(fileName, options);
}

} // namespace rapport::exchange
