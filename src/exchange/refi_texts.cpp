// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi_texts.h"

#include "base/format.h"
#include "exchange/transcript_text.h"
#include "exchange/word_documents.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <utility>

namespace rapport::exchange {

using base::Errc;

namespace {

constexpr std::uint64_t longestText = mostText;

} // namespace

base::Result<std::string> RefiTexts::bytesOf(std::string path) const {
    for (const std::string_view start : {"internal://", "relative:///", "relative://", "./"}) {
        if (path.rfind(start, 0) == 0)
            path.erase(0, start.size());
    }
    if (m_archive != nullptr) {
        for (const std::string& name : {m_folder + "sources/" + path, m_folder + path}) {
            if (m_archive->find(name) != nullptr)
                return m_archive->read(name, longestText);
        }
    }
    return base::fail(Errc::NotFound,
                      base::said("its text '{}' is not in the project", text::elide(path, 80)));
}

base::Result<RefiText> RefiTexts::of(package::XmlElement& element, const base::Task& task) const {
    std::string raw;
    if (package::XmlElement* inside = element.child("PlainTextContent")) {
        RAPPORT_TRY(refuseLong(inside->text, *m_fileName));
        raw = std::exchange(inside->text, {});
    } else {
        const std::string& plain = element.attribute("plainTextPath");
        auto bytes = plain.empty()
                         ? base::Result<std::string>(base::fail(Errc::NotFound, "it has no plain text"))
                         : bytesOf(plain);
        const std::string& styled = element.attribute("richTextPath");
        if (!bytes && !styled.empty()) {
            const auto document = bytesOf(styled);
            if (!document)
                return plain.empty() ? base::fail(document) : base::fail(bytes);
            RefiText read;
            RAPPORT_ASSIGN(read.text, wordsOfDocument(*document, styled, task));
            read.isFromStyled = true;
            return read;
        }
        if (!bytes)
            return base::fail(bytes);
        raw = std::move(*bytes);
    }
    RAPPORT_ASSIGN(text::Decoded decoded, text::decode(raw, *m_fileName));
    RefiText read;
    read.facts.hadMark = decoded.hadByteOrderMark;
    read.facts.hasCrLf = raw.find("\r\n") != std::string::npos;
    read.text = std::move(decoded.text);
    return read;
}

} // namespace rapport::exchange
