// SPDX-License-Identifier: GPL-3.0-or-later
// Web pages as tags and words: enough for the tables that survey tools save as "Excel" or "CSV", and for the
// texts of other programs. Follows no link, runs nothing, takes any bytes; scripts and styles are passed
// over.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// Whether the bytes begin as a page does, or with a table.
[[nodiscard]] bool looksLikeHtml(std::string_view bytes);

[[nodiscard]] Likelihood probeHtmlTable(std::string_view head, std::string_view fileName);
/// The table with the most cells. Lines are those of its rows in the file. Errors: Unreadable (no table).
[[nodiscard]] base::Result<Records> readHtmlTable(std::string_view bytes, const std::string& fileName,
                                                  const ReadOptions& options, const base::Task& task);

/// Valid UTF-8 as tags and words. Private to this room, as is what follows.
class HtmlScanner {
public:
    enum class Kind { Begin, End, Text };
    struct Token {
        Kind kind = Kind::Text;
        std::string name;   ///< of a tag, in small letters
        std::string text;   ///< words, character references resolved
        std::size_t at = 0; ///< byte at which it begins
    };
    explicit HtmlScanner(std::string_view html)
        : m_html(html) {}
    /// False at the end.
    [[nodiscard]] bool next(Token& token);

private:
    bool tag(Token& token);

    std::string_view m_html;
    std::size_t m_at = 0;
    std::string m_raw;            ///< the element whose content is no text: "script", "style"
    bool m_ignoresQuotes = false; ///< one was never closed
};

/// What becomes of the marks of direction (U+200E, U+200F), which help no reader of a text.
enum class DirectionMarks { Dropped, Kept };
/// "&amp;", "&#8217;", "&#x2019;", "&eacute;" become characters; what is not known stays.
[[nodiscard]] std::string resolveReferences(std::string_view text,
                                            DirectionMarks marks = DirectionMarks::Dropped);

/// A page's words with a line for each block, and where each of its bytes of text went.
struct HtmlText {
    /// Bytes of text nodes, counted through the page, that went to `text` at `textBegin`.
    struct Piece {
        std::size_t nodeBegin = 0;
        std::size_t textBegin = 0;
        std::size_t length = 0;
    };
    std::string text;
    std::vector<Piece> pieces; ///< rising in both

    /// Where a byte of the text nodes went; of one that was dropped, where the next (`isEnd`: the last before
    /// it) went. Past the end gives the end.
    [[nodiscard]] std::size_t toText(std::size_t nodeByte, bool isEnd) const;
};
[[nodiscard]] HtmlText htmlText(std::string_view html);

} // namespace rapport::exchange
