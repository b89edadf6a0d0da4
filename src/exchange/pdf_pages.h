// SPDX-License-Identifier: GPL-3.0-or-later
// What Poppler says of a document: a late library (base/platform/late_library.h), so that who reads no PDF
// does not wait for the thirty libraries behind Poppler.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::exchange {

struct PdfPage {
    std::string text;               ///< in lines, in the order of reading; perhaps no valid UTF-8
    std::vector<std::string> words; ///< each whole, in the same order
};

class PdfPages {
public:
    virtual ~PdfPages() = default;
    [[nodiscard]] virtual bool isLocked() const = 0; ///< with a password
    [[nodiscard]] virtual int count() const = 0;
    /// From 0. Empty where it is damaged.
    [[nodiscard]] virtual PdfPage page(int index) const = 0;
};

/// rapport_open_pdf: the caller's own, null where it is no document. The bytes have to outlive it, and are
/// not more than an int can count.
using OpenPdf = PdfPages*(const char* bytes, std::size_t size);

} // namespace rapport::exchange
