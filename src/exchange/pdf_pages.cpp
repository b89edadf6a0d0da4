// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pdf_pages.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <memory>
#include <utility>

namespace rapport::exchange {

namespace {

std::string utf8(const poppler::ustring& text) {
    const auto bytes = text.to_utf8();
    return {bytes.begin(), bytes.end()};
}

class PopplerPages : public PdfPages {
public:
    explicit PopplerPages(std::unique_ptr<poppler::document> document)
        : m_document(std::move(document)) {}
    bool isLocked() const override { return m_document->is_locked(); }
    int count() const override { return m_document->pages(); }
    PdfPage page(int index) const override {
        const std::unique_ptr<poppler::page> page(m_document->create_page(index));
        if (!page)
            return {};
        PdfPage said{utf8(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout)), {}};
        for (const poppler::text_box& box : page->text_list())
            said.words.push_back(utf8(box.text()));
        return said;
    }

private:
    std::unique_ptr<poppler::document> m_document;
};

} // namespace

} // namespace rapport::exchange

extern "C" rapport::exchange::PdfPages* rapport_open_pdf(const char* bytes, std::size_t size) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes, static_cast<int>(size)));
    return document ? new rapport::exchange::PopplerPages(std::move(document)) : nullptr;
}
