// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/xml_tree.h"

#include "base/format.h"
#include "base/platform/mapped_file.h"
#include "package/xml.h"
#include "package/zip.h"

#include <algorithm>

namespace rapport::package {

namespace {

const std::string nothing;

} // namespace

class XmlTreeBuilder : public XmlHandler {
public:
    using Take = std::function<base::Status(XmlElement)>;

    explicit XmlTreeBuilder(std::string part)
        : m_part(std::move(part)) {}
    void attach(const XmlStream& stream) { m_stream = &stream; }
    /// All but what is in that list; with `take` nothing but that, each element of it given away.
    void readApart(std::string_view list, const Take* take) {
        m_list = list;
        m_take = take;
    }

    void begin(const XmlName& name, const XmlAttributes& attributes) override {
        if (m_skipped > 0 || isToSkip(name.local)) {
            ++m_skipped;
            return;
        }
        if (++m_count > mostElements) {
            refuse(base::said("has more than {} elements", mostElements));
            return;
        }
        XmlElement element;
        element.name = name.local;
        element.line = m_stream->line();
        attributes.each([&](std::string_view key, std::string_view value) {
            element.attributes.emplace_back(key, value);
            m_size += value.size();
        });
        m_open.push_back(std::move(element));
    }

    void end(const XmlName& /*name*/) override {
        if (m_skipped > 0) {
            --m_skipped;
            return;
        }
        XmlElement done = std::move(m_open.back());
        m_open.pop_back();
        keepNoRoom(done.text);
        keepNoRoom(done.children);
        if (m_open.empty()) {
            m_root = std::move(done);
        } else if (m_take != nullptr && isInList()) {
            m_count = 0;
            m_size = 0;
            if (const auto taken = (*m_take)(std::move(done)); !taken)
                stop(taken.error());
        } else {
            m_open.back().children.push_back(std::move(done));
        }
    }

    void text(std::string_view piece) override {
        if (m_skipped > 0 || m_open.empty())
            return;
        constexpr std::size_t mostText = 256U << 20U;
        if ((m_size += piece.size()) > mostText)
            refuse(base::said("has more than {} MB of text in one piece", mostText >> 20U));
        else
            m_open.back().text += piece;
    }

    XmlElement take() { return std::move(m_root); }
    [[nodiscard]] std::size_t listed() const { return m_listed; }

private:
    void refuse(base::Phrase message) {
        stop(base::Error{base::Errc::Unreadable, std::move(message), base::Place{m_part, 0, 0, {}}, {}});
    }

    [[nodiscard]] bool isInList() const { return m_isInList && m_open.size() == 2; }

    /// Whether the element that begins is none of those that are wanted.
    bool isToSkip(std::string_view name) {
        if (m_list.empty() || m_open.empty())
            return false;
        if (m_open.size() == 1) {
            m_isInList = name == m_list && !m_hadList;
            m_hadList = m_hadList || m_isInList;
            return m_take != nullptr && !m_isInList;
        }
        if (!isInList())
            return false;
        ++m_listed;
        return m_take == nullptr;
    }

    /// What grew piece by piece has up to as much room again, which a tree of thousands would keep.
    template<typename Grown>
    static void keepNoRoom(Grown& grown) {
        constexpr std::size_t much = 16;
        if (grown.capacity() > grown.size() + much)
            grown.shrink_to_fit();
    }

    std::string m_part;
    const XmlStream* m_stream = nullptr;
    std::string m_list;
    const Take* m_take = nullptr;
    bool m_isInList = false; ///< or the list itself is open
    bool m_hadList = false;
    std::size_t m_skipped = 0; ///< depth below what is kept
    std::size_t m_listed = 0;
    std::size_t m_count = 0;
    std::size_t m_size = 0;
    std::vector<XmlElement> m_open;
    XmlElement m_root;
};

const XmlElement* XmlElement::child(std::string_view local) const {
    const auto found = std::find_if(children.begin(), children.end(),
                                    [local](const XmlElement& each) { return each.name == local; });
    return found == children.end() ? nullptr : &*found;
}

XmlElement* XmlElement::child(std::string_view local) {
    return const_cast<XmlElement*>(std::as_const(*this).child(local));
}

const std::string& XmlElement::attribute(std::string_view local) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [local](const auto& each) { return each.first == local; });
    return found == attributes.end() ? nothing : found->second;
}

bool XmlElement::has(std::string_view local) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [local](const auto& each) { return each.first == local; });
}

const std::string& XmlElement::textOf(std::string_view local) const {
    const XmlElement* found = child(local);
    return found == nullptr ? nothing : found->text;
}

base::Result<XmlElement> readXmlTree(std::string_view bytes, const std::string& part) {
    XmlTreeBuilder builder(part);
    XmlStream stream(builder, part);
    builder.attach(stream);
    RAPPORT_TRY(stream.feed(bytes));
    RAPPORT_TRY(stream.finish());
    return builder.take();
}

XmlDocument::XmlDocument(std::string_view bytes, std::string part)
    : m_bytes(bytes)
    , m_part(std::move(part)) {
}

XmlDocument::XmlDocument(const ZipArchive& archive, std::string name, std::string part)
    : m_archive(&archive)
    , m_name(std::move(name))
    , m_part(std::move(part)) {
}

base::Result<XmlDocument::Rest> XmlDocument::without(std::string_view list) const {
    XmlTreeBuilder builder(m_part);
    builder.readApart(list, nullptr);
    RAPPORT_TRY(readInto(builder));
    return Rest{builder.take(), builder.listed()};
}

base::Status XmlDocument::each(std::string_view list,
                               const std::function<base::Status(XmlElement)>& take) const {
    XmlTreeBuilder builder(m_part);
    builder.readApart(list, &take);
    return readInto(builder);
}

base::Status XmlDocument::readInto(XmlTreeBuilder& builder) const {
    constexpr std::uint64_t most = 1'000'000'000;
    constexpr std::size_t pieceSize = 1U << 20U;
    XmlStream stream(builder, m_part);
    builder.attach(stream);
    if (m_archive != nullptr)
        RAPPORT_TRY(m_archive->stream(
            m_name, [&](std::string_view piece) { return stream.feed(piece); }, most));
    for (std::size_t at = 0; at < m_bytes.size(); at += pieceSize) {
        const std::string_view piece = m_bytes.substr(at, pieceSize);
        RAPPORT_TRY(stream.feed(piece));
        base::letGo(piece);
    }
    return stream.finish();
}

} // namespace rapport::package
