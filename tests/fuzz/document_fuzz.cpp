// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a word processor's document, as the body of a sound one, and as a document embedded in one,
// give turns or an error.
#include "exchange/word_documents.h"
#include "records_check.h"
#include "support/zip_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string body(bytes);
    if (const auto read = exchange::readDocx(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    if (const auto read = exchange::readDocx(test::wordOf(body), "fuzz", {}, {}))
        fuzz::check(*read);
    const std::string embedding =
        test::zipOf({{"word/document.xml",
                      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                      "xmlns:r=\"r\"><w:body><w:altChunk r:id=\"r1\"/></w:body></w:document>"},
                     {"word/_rels/document.xml.rels",
                      "<Relationships><Relationship Id=\"r1\" Target=\"a.bin\"/></Relationships>"},
                     {"word/a.bin", body}});
    if (const auto read = exchange::readDocx(embedding, "fuzz", {}, {}))
        fuzz::check(*read);
    if (const auto read = exchange::readOdt(
            test::openDocumentOf("text", "<office:text>" + body + "</office:text>"), "fuzz", {}, {}))
        fuzz::check(*read);
    return 0;
}
