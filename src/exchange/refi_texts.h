// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a REFI-QDA project, of its sources and its notes: inside its document, plain beside it, or, where
// there is no plain text, the words of the document with styles. Private to this room.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "exchange/offset_fit.h"
#include "package/xml_tree.h"
#include "package/zip.h"

#include <string>
#include <utility>

namespace rapport::exchange {

struct RefiText {
    std::string text; ///< decoded, \n line ends
    TextFacts facts;
    bool isFromStyled = false; ///< whose paragraphs are its lines: positions may count otherwise
};

class RefiTexts {
public:
    /// `archive` may be null: a project without its container; `folder` is where the project is in it, with
    /// its slash. Name and archive must outlive it.
    RefiTexts(const std::string& fileName, const package::ZipArchive* archive, std::string folder = {})
        : m_fileName(&fileName)
        , m_archive(archive)
        , m_folder(std::move(folder)) {}

    /// May be empty. What stands inside is taken out of the element. Errors: NotFound (the project holds no
    /// text for it), Unreadable (damaged), Cancelled.
    [[nodiscard]] base::Result<RefiText> of(package::XmlElement& element, const base::Task& task) const;

private:
    /// Bytes inside the container, however their path is written.
    [[nodiscard]] base::Result<std::string> bytesOf(std::string path) const;

    const std::string* m_fileName;
    const package::ZipArchive* m_archive;
    std::string m_folder;
};

} // namespace rapport::exchange
