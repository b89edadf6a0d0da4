// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument 1.3, part 3: sections 5 and 6 (text), 9 (tables), 14 (notes and changes).
#include "base/format.h"
#include "base/number.h"
#include "exchange/document_text.h"
#include "exchange/foreign_file.h"
#include "exchange/word_documents.h"
#include "package/xml.h"
#include "package/xml_tree.h"
#include "package/zip.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using package::XmlAttributes;
using package::XmlName;

class ContentHandler : public package::XmlHandler {
public:
    explicit ContentHandler(const std::string& fileName)
        : m_fileName(fileName) {}

    DocumentBuilder document;

    void begin(const XmlName& name, const XmlAttributes& attributes) override {
        const std::string_view local = name.local;
        if (m_skipped > 0) {
            m_skipped += 1;
            if (local == "changed-region")
                ++document.asides.deletions;
            return;
        }
        if (isLeftOut(local)) {
            ++m_skipped;
            return;
        }
        if (local == "p" || local == "h") {
            ++m_paragraphs;
            m_wasBlank = true;
            if (local == "h")
                document.markHeading();
        } else if (local == "s") {
            const auto count = base::parseInteger(attributes.value("c", "1")).value_or(1);
            add(std::string(static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, 1000)), ' '));
        } else if (local == "tab") {
            add("\t");
        } else if (local == "line-break") {
            add("\n");
        } else if (local == "table-cell" || local == "covered-table-cell") {
            document.beginCell();
        } else if (local == "note" || local == "annotation") {
            m_outer.push_back(m_paragraphs);
            m_paragraphs = 0;
            document.beginNote(local == "annotation");
        } else if (local == "text-box") {
            m_outer.push_back(m_paragraphs);
            m_paragraphs = 0;
            document.beginBox();
            m_hasBox = true;
        } else if (local == "frame") {
            m_hasBox = false;
        } else if (local == "image") {
            document.asides.pictures += 1;
        } else if (local == "object" || local == "object-ole") {
            ++document.asides.others;
        }
    }

    void end(const XmlName& name) override {
        if (m_skipped > 0) {
            --m_skipped;
            return;
        }
        const std::string_view local = name.local;
        if (local == "p" || local == "h") {
            if (m_paragraphs > 0)
                --m_paragraphs;
            document.endParagraph();
            if (base::Phrase words = document.excess(); !words.empty())
                stop(base::Error{Errc::Unreadable, std::move(words), Place{m_fileName, 0, 0, {}}, {}});
        } else if (local == "table-cell" || local == "covered-table-cell") {
            document.endCell();
        } else if (local == "table-row") {
            document.endRow();
        } else if (local == "text-box" || local == "note" || local == "annotation") {
            if (local == "text-box") {
                document.endBox();
            } else {
                document.endNote();
                m_wasBlank = false;
            }
            m_paragraphs = m_outer.empty() ? 0 : m_outer.back();
            if (!m_outer.empty())
                m_outer.pop_back();
        }
    }

    void text(std::string_view piece) override {
        if (m_paragraphs == 0 || m_skipped > 0)
            return;
        // White space in the file is layout: runs are one blank, none at the beginning of a paragraph.
        std::string kept;
        for (const char letter : piece) {
            const bool isBlank = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
            if (!isBlank)
                kept += letter;
            else if (!m_wasBlank)
                kept += ' ';
            m_wasBlank = isBlank;
        }
        document.text(kept);
    }

private:
    static bool isLeftOut(std::string_view local) {
        return local == "note-citation" || local == "tracked-changes" || local == "annotation-end" ||
               local == "ruby-text" || local == "sequence-decls" || local == "forms" ||
               local == "automatic-styles" || local == "font-face-decls" || local == "index-title-template" ||
               local == "desc" || local == "title";
    }

    void add(std::string_view words) {
        if (m_paragraphs > 0)
            document.text(words);
        m_wasBlank = false;
    }

    const std::string& m_fileName;
    std::size_t m_skipped = 0;
    std::size_t m_paragraphs = 0;
    std::vector<std::size_t> m_outer;
    bool m_wasBlank = true;
    bool m_hasBox = false;
};

bool hasWords(const package::XmlElement& element) {
    return !text::trim(element.text).empty() ||
           std::any_of(element.children.begin(), element.children.end(), hasWords);
}

/// Headers and footers with words; they belong to the styles of pages.
std::size_t headersIn(const package::XmlElement& element) {
    std::size_t count = 0;
    for (const package::XmlElement& child : element.children) {
        if (child.name.starts_with("header") || child.name.starts_with("footer"))
            count += hasWords(child) ? 1U : 0U;
        else
            count += headersIn(child);
    }
    return count;
}

std::size_t headersOf(const package::ZipArchive& zip) {
    constexpr std::size_t longestPart = 2U << 20U; // as a tree it takes many times as much
    if (zip.find("styles.xml") == nullptr)
        return 0;
    const auto bytes = zip.read("styles.xml", longestPart);
    const auto root = bytes ? package::readXmlTree(*bytes, "styles.xml") : base::fail(bytes);
    const package::XmlElement* masters = root ? root->child("master-styles") : nullptr;
    return masters == nullptr ? 0 : headersIn(*masters);
}

} // namespace

Likelihood probeOdt(std::string_view bytes, std::string_view /*fileName*/) {
    return isOpenDocument(bytes, "application/vnd.oasis.opendocument.text") ? Likelihood::Certain
                                                                            : Likelihood::None;
}

base::Result<DocumentBuilder> odtDocument(std::string_view bytes, const std::string& fileName,
                                          const base::Task& task) {
    RAPPORT_ASSIGN(const package::ZipArchive zip, package::ZipArchive::open(bytes, fileName));
    RAPPORT_TRY(refuseEncryptedOpenDocument(zip, fileName));
    if (zip.find("content.xml") == nullptr)
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}},
                          "is no OpenDocument text: its content is missing");
    ContentHandler handler(fileName);
    package::XmlStream xml(handler, fileName);
    RAPPORT_TRY(zip.stream("content.xml", [&](std::string_view piece) -> base::Result<bool> {
        if (task.isStopped())
            return base::Task::cancelled();
        return xml.feed(piece);
    }));
    if (!handler.isStopped())
        RAPPORT_TRY(xml.finish());
    handler.document.asides.headers += headersOf(zip);
    return std::move(handler.document);
}

base::Result<Records> readOdt(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    RAPPORT_ASSIGN(DocumentBuilder document, odtDocument(bytes, fileName, task));
    return document.finish(fileName, options);
}

} // namespace rapport::exchange
