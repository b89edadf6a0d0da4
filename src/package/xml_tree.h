// SPDX-License-Identifier: GPL-3.0-or-later
// A small XML document as a tree of values, by local names. For documents that are large by nature use
// XmlStream.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::package {

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

/// Errors: Unreadable as for XmlStream; more than `mostElements` elements.
[[nodiscard]] base::Result<XmlElement> readXmlTree(std::string_view bytes, const std::string& part);
/// Of a file of an archive, piece by piece. Errors: as of ZipArchive::read too.
[[nodiscard]] base::Result<XmlElement> readXmlTree(const ZipArchive& archive, const std::string& name,
                                                   const std::string& part);

} // namespace rapport::package
