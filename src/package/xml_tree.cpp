// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/xml_tree.h"

#include "base/format.h"
#include "package/xml.h"
#include "package/zip.h"

#include <algorithm>

namespace rapport::package {

namespace {

const std::string nothing;

class TreeBuilder : public XmlHandler {
public:
    explicit TreeBuilder(std::string part)
        : m_part(std::move(part)) {}
    void attach(const XmlStream& stream) { m_stream = &stream; }

    void begin(const XmlName& name, const XmlAttributes& attributes) override {
        if (++m_count > mostElements) {
            stop(base::Error{base::Errc::Unreadable,
                             fmt::format("has more than {} elements", mostElements),
                             base::Place{m_part, 0, 0, {}},
                             {}});
            return;
        }
        XmlElement element;
        element.name = name.local;
        element.line = m_stream->line();
        attributes.each([&element](std::string_view key, std::string_view value) {
            element.attributes.emplace_back(key, value);
        });
        m_open.push_back(std::move(element));
    }

    void end(const XmlName& /*name*/) override {
        XmlElement done = std::move(m_open.back());
        m_open.pop_back();
        keepNoRoom(done.text);
        keepNoRoom(done.children);
        if (m_open.empty())
            m_root = std::move(done);
        else
            m_open.back().children.push_back(std::move(done));
    }

    void text(std::string_view piece) override {
        if (!m_open.empty())
            m_open.back().text += piece;
    }

    XmlElement take() { return std::move(m_root); }

private:
    /// What grew piece by piece has up to as much room again, which a tree of thousands would keep.
    template<typename Grown>
    static void keepNoRoom(Grown& grown) {
        constexpr std::size_t much = 16;
        if (grown.capacity() > grown.size() + much)
            grown.shrink_to_fit();
    }

    std::string m_part;
    const XmlStream* m_stream = nullptr;
    std::size_t m_count = 0;
    std::vector<XmlElement> m_open;
    XmlElement m_root;
};

} // namespace

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
    TreeBuilder builder(part);
    XmlStream stream(builder, part);
    builder.attach(stream);
    RAPPORT_TRY(stream.feed(bytes));
    RAPPORT_TRY(stream.finish());
    return builder.take();
}

base::Result<XmlElement> readXmlTree(const ZipArchive& archive, const std::string& name,
                                     const std::string& part) {
    constexpr std::uint64_t most = 256ULL << 20U;
    TreeBuilder builder(part);
    XmlStream stream(builder, part);
    builder.attach(stream);
    RAPPORT_TRY(archive.stream(
        name, [&](std::string_view piece) { return stream.feed(piece); }, most));
    RAPPORT_TRY(stream.finish());
    return builder.take();
}

} // namespace rapport::package
