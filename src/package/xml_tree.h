// SPDX-License-Identifier: GPL-3.0-or-later
// A small XML document as a tree of values, by local names. One that is large by nature for a single list in
// it is read in two (XmlDocument); of others use XmlStream.
#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::package {

class XmlTreeBuilder;
class ZipArchive;

struct XmlElement {
    std::string name; ///< without namespace
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlElement> children;
    std::string text; ///< directly inside, white space as it is
    std::size_t line = 0;

    /// The first of that name; nothing if there is none.
    [[nodiscard]] const XmlElement* child(std::string_view local) const;
    [[nodiscard]] XmlElement* child(std::string_view local);
    /// Empty if there is none.
    [[nodiscard]] const std::string& attribute(std::string_view local) const;
    [[nodiscard]] bool has(std::string_view local) const;
    /// Text of the first child of that name; empty if there is none.
    [[nodiscard]] const std::string& textOf(std::string_view local) const;
};

inline constexpr std::size_t mostElements = 1'500'000;

/// Errors: Unreadable as for XmlStream; more than `mostElements` elements or 256 MB of text.
[[nodiscard]] base::Result<XmlElement> readXmlTree(std::string_view bytes, const std::string& part);

/// A document with a long list in it: a child of its root, the first of that name. What is around the list
/// is one tree, each of its elements one that nobody keeps, in whatever order the document has them.
class XmlDocument {
public:
    struct Rest {
        XmlElement root;        ///< with the list, which is empty
        std::size_t listed = 0; ///< elements that the list has
    };

    /// `part` names it in messages. The bytes must outlive it.
    XmlDocument(std::string_view bytes, std::string part);
    /// A file of an archive, which must outlive it; unpacked piece by piece each time it is read.
    XmlDocument(const ZipArchive& archive, std::string name, std::string part);

    /// Errors: as of readXmlTree() and of ZipArchive::stream().
    [[nodiscard]] base::Result<Rest> without(std::string_view list) const;
    /// One after another. Errors: the same, and what `take` gives.
    [[nodiscard]] base::Status each(std::string_view list,
                                    const std::function<base::Status(XmlElement)>& take) const;

private:
    [[nodiscard]] base::Status readInto(XmlTreeBuilder& builder) const;

    std::string_view m_bytes;
    const ZipArchive* m_archive = nullptr;
    std::string m_name;
    std::string m_part;
};

} // namespace rapport::package
