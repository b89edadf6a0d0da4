// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP containers made to order: every file stored as it is, so that a test shows what it feeds.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::test {

inline std::uint32_t crc32(std::string_view bytes) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t index = 0; index < 256; ++index) {
            std::uint32_t value = index;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
            made[index] = value;
        }
        return made;
    }();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> 8U);
    return crc ^ 0xFFFFFFFFU;
}

inline std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string zip;
    std::string directory;
    const auto put = [](std::string& to, std::uint64_t value, int bytes) {
        for (int index = 0; index < bytes; ++index)
            to += static_cast<char>((value >> (8 * index)) & 0xFFU);
    };
    for (const auto& [name, content] : files) {
        std::string common;
        put(common, 0, 2); // flags
        put(common, 0, 2); // stored
        put(common, 0, 2);
        put(common, 0x21, 2);
        put(common, crc32(content), 4);
        put(common, content.size(), 4);
        put(common, content.size(), 4);
        put(common, name.size(), 2);
        put(common, 0, 2);
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        put(directory, 20, 2);
        directory += common;
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, zip.size(), 4);
        directory += name;
        zip += "PK\x03\x04";
        put(zip, 20, 2);
        zip += common;
        zip += name;
        zip += content;
    }
    const std::size_t at = zip.size();
    zip += directory;
    zip += "PK\x05\x06";
    put(zip, 0, 4);
    put(zip, files.size(), 2);
    put(zip, files.size(), 2);
    put(zip, directory.size(), 4);
    put(zip, at, 4);
    put(zip, 0, 2);
    return zip;
}

/// The smallest workbook around the XML of one sheet ("<row r="1">...").
inline std::string workbookOf(const std::string& rows, const std::string& sharedStrings = {},
                              const std::string& styles = {}, const std::string& properties = {}) {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return zipOf(
        {{"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + office +
                             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
         {"xl/workbook.xml",
          "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\">" + properties +
              "<sheets><sheet name=\"Answers\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Type=\"" + office +
              "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + office +
              "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" + office +
              "/styles\" Target=\"/xl/styles.xml\"/></Relationships>"},
         {"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + sharedStrings + "</sst>"},
         {"xl/styles.xml", "<styleSheet xmlns=\"" + main + "\">" + styles + "</styleSheet>"},
         {"xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>"}});
}

/// A workbook of several sheets: their names, and what their cells say, row by row.
inline std::string
workbookWith(const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& sheets) {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::string list;
    std::string links;
    std::vector<std::pair<std::string, std::string>> files{
        {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + office +
                            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"}};
    for (const auto& [name, rows] : sheets) {
        const std::string number = std::to_string(files.size());
        std::string body;
        for (const std::vector<std::string>& row : rows) {
            body += "<row>";
            for (const std::string& cell : row)
                body += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
            body += "</row>";
        }
        list += "<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\"/>";
        links += "<Relationship Id=\"r" + number + "\" Type=\"" + office +
                 "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        files.emplace_back("xl/worksheets/sheet" + number + ".xml", "<worksheet xmlns=\"" + main +
                                                                        "\"><sheetData>" + body +
                                                                        "</sheetData></worksheet>");
    }
    files.emplace_back("xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
                                              "\"><sheets>" + list + "</sheets></workbook>");
    files.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>");
    return zipOf(files);
}

inline std::string wordOf(const std::string& body) {
    return zipOf({{"word/document.xml",
                   "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                   "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
                       body + "</w:body></w:document>"}});
}

inline std::string openDocumentOf(const std::string& kind, const std::string& body) {
    return zipOf(
        {{"mimetype", "application/vnd.oasis.opendocument." + kind},
         {"content.xml",
          "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
          "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
          "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
          "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"><office:body>" +
              body + "</office:body></office:document-content>"}});
}

} // namespace rapport::test
