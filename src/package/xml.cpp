// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/xml.h"

#include "base/format.h"

#include <expat.h>

namespace rapport::package {

namespace {

constexpr std::uint64_t longestToken = 4U << 20U;
constexpr std::size_t deepest = 500;

XmlName split(std::string_view name) {
    const std::size_t at = name.rfind('\n');
    return at == std::string_view::npos ? XmlName{{}, name}
                                        : XmlName{name.substr(0, at), name.substr(at + 1)};
}

/// By its mark, or by the NUL byte of its first "<".
bool isUtf16(std::string_view begin) {
    return begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF") ||
           begin.starts_with(std::string_view("<\0", 2)) || begin.starts_with(std::string_view("\0<", 2));
}

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view local) const {
    for (const char* const* pair = m_pairs; *pair != nullptr; pair += 2) {
        if (localName(*pair) == local)
            return std::string_view(pair[1]);
    }
    return std::nullopt;
}

struct XmlStream::Impl {
    struct ParserFree {
        void operator()(XML_ParserStruct* given) const { XML_ParserFree(given); }
    };

    XmlHandler* handler = nullptr;
    std::string part;
    std::unique_ptr<XML_ParserStruct, ParserFree> parser;
    std::uint64_t fed = 0;
    std::size_t depth = 0;
    std::optional<base::Error> refused;

    void refuse(base::Phrase message, base::Phrase hint = {}) {
        if (!refused)
            refused = base::Error{base::Errc::Unreadable, std::move(message),
                                  base::Place{part, XML_GetCurrentLineNumber(parser.get()), 0, {}},
                                  std::move(hint)};
        XML_StopParser(parser.get(), XML_FALSE);
    }

    static void begin(void* data, const char* name, const char** attributes) {
        auto& self = *static_cast<Impl*>(data);
        if (++self.depth > deepest) {
            self.refuse(base::said("has more than {} elements inside one another", deepest));
            return;
        }
        self.handler->begin(split(name), XmlAttributes(attributes));
        self.afterEvent();
    }
    static void end(void* data, const char* name) {
        auto& self = *static_cast<Impl*>(data);
        --self.depth;
        self.handler->end(split(name));
        self.afterEvent();
    }
    static void text(void* data, const char* piece, int length) {
        auto& self = *static_cast<Impl*>(data);
        self.handler->text(std::string_view(piece, static_cast<std::size_t>(length)));
        self.afterEvent();
    }
    static void documentType(void* data, const char* /*name*/, const char* /*systemId*/,
                             const char* /*publicId*/, int /*hasSubset*/) {
        static_cast<Impl*>(data)->refuse(
            "declares a DOCTYPE, which is refused: entities can unfold without end",
            "remove the line that begins with <!DOCTYPE");
    }

    void afterEvent() {
        if (handler->m_isStopped)
            XML_StopParser(parser.get(), XML_FALSE);
    }

    base::Result<bool> parse(std::string_view piece, bool isLast) {
        if (handler->m_isStopped || refused)
            return outcome();
        // What the bytes are tells more than what a declaration says of them, which stays when a text editor
        // saves them in another encoding.
        if (fed == 0 && isUtf16(piece))
            XML_SetEncoding(parser.get(), "UTF-16");
        fed += piece.size();
        const auto status =
            XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), isLast ? 1 : 0);
        if (handler->m_isStopped || refused)
            return outcome();
        if (status == XML_STATUS_ERROR)
            return base::fail(
                base::Errc::Unreadable,
                base::Place{part,
                            XML_GetCurrentLineNumber(parser.get()),
                            XML_GetCurrentColumnNumber(parser.get()) + 1,
                            {}},
                base::said("is no well-formed XML: {}", XML_ErrorString(XML_GetErrorCode(parser.get()))),
                "get the file again from whoever made it");
        const auto at =
            static_cast<std::uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser.get()), 0));
        if (fed > at && fed - at > longestToken) {
            refuse(base::said("holds a tag longer than {} MB", longestToken >> 20U));
            return outcome();
        }
        return true;
    }

    base::Result<bool> outcome() {
        if (refused)
            return tl::make_unexpected(*refused);
        if (handler->m_error)
            return tl::make_unexpected(*handler->m_error);
        return false;
    }
};

XmlStream::XmlStream(XmlHandler& handler, std::string part)
    : m_impl(std::make_unique<Impl>()) {
    m_impl->handler = &handler;
    m_impl->part = std::move(part);
    m_impl->parser.reset(XML_ParserCreateNS(nullptr, '\n'));
    XML_Parser parser = m_impl->parser.get();
    XML_SetUserData(parser, m_impl.get());
    XML_SetElementHandler(parser, Impl::begin, Impl::end);
    XML_SetCharacterDataHandler(parser, Impl::text);
    XML_SetStartDoctypeDeclHandler(parser, Impl::documentType);
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER);
}

XmlStream::~XmlStream() = default;

base::Result<bool> XmlStream::feed(std::string_view piece) {
    constexpr std::size_t step = 65536;
    for (std::size_t at = 0; at < piece.size(); at += step) {
        RAPPORT_ASSIGN(const bool isMore, m_impl->parse(piece.substr(at, step), false));
        if (!isMore)
            return false;
    }
    return true;
}

base::Status XmlStream::finish() {
    RAPPORT_TRY(m_impl->parse({}, true));
    return {};
}

std::size_t XmlStream::line() const {
    return XML_GetCurrentLineNumber(m_impl->parser.get());
}

base::Status readXml(std::string_view bytes, XmlHandler& handler, const std::string& part) {
    XmlStream stream(handler, part);
    RAPPORT_ASSIGN(const bool isMore, stream.feed(bytes));
    return isMore ? stream.finish() : base::Status();
}

} // namespace rapport::package
