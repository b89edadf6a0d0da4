// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/xml.h"
#include "package/xml_text.h"
#include "package/xml_tree.h"
#include "package/zip.h"
#include "support/catch.hpp"
#include "support/zip_writer.h"

#include <algorithm>

using namespace rapport;
using package::readXmlTree;
using package::XmlDocument;

namespace {

class Counter : public package::XmlHandler {
public:
    explicit Counter(std::size_t stopAt = 0)
        : m_stopAt(stopAt) {}
    void begin(const package::XmlName& name, const package::XmlAttributes&) override {
        last = name.local;
        space = name.space;
        if (++elements == m_stopAt)
            stop();
    }
    void end(const package::XmlName&) override {}
    void text(std::string_view piece) override { words += piece; }

    std::size_t elements = 0;
    std::string last;
    std::string space;
    std::string words;

private:
    std::size_t m_stopAt;
};

} // namespace

TEST_CASE("a document is a tree of local names") {
    const auto root =
        readXmlTree("<?xml version=\"1.0\"?><a:r xmlns:a=\"urn:x\" k=\"1&lt;2\">\n<b>caf\xC3\xA9 "
                    "&amp; tea</b><a:c a:d=\"e\"/></a:r>",
                    "f.xml");
    REQUIRE(root);
    CHECK(root->name == "r");
    CHECK(root->attribute("k") == "1<2");
    CHECK(root->attribute("none").empty());
    CHECK_FALSE(root->has("none"));
    CHECK(root->textOf("b") == "caf\xC3\xA9 & tea");
    REQUIRE(root->child("c") != nullptr);
    CHECK(root->child("c")->attribute("d") == "e");
    CHECK(root->child("c")->line == 2);
}

TEST_CASE("UTF-16 is read by its mark") {
    std::string wide = "\xFF\xFE";
    for (const char letter : std::string("<a>x</a>")) {
        wide += letter;
        wide += '\0';
    }
    REQUIRE(readXmlTree(wide, "f"));
    CHECK(readXmlTree(wide, "f")->text == "x");
}

TEST_CASE("what is no XML is refused with its place") {
    struct Row {
        const char* bytes;
        const char* message;
    };
    for (const Row& row : {Row{"", "no element"}, Row{"<a>", "no element"}, Row{"<a><b></a>", "mismatched"},
                           Row{"<a>&nbsp;</a>", "undefined entity"}, Row{"<a>\x01</a>", "not well-formed"},
                           Row{"<a>\xFF\xFE</a>", "not well-formed"}, Row{"<a/><b/>", "junk"},
                           Row{"<x:a/>", "unbound prefix"}}) {
        CAPTURE(row.bytes);
        const auto root = readXmlTree(row.bytes, "f.xml");
        REQUIRE_FALSE(root);
        CHECK(root.error().code == base::Errc::Unreadable);
        CHECK(root.error().where->file == "f.xml");
        CHECK_THAT(root.error().message, Catch::Contains(row.message));
    }
    CHECK(readXmlTree("<a>\n\n<b></a>", "f").error().where->line == 3);
}

TEST_CASE("a DOCTYPE is refused, and with it every entity") {
    const std::string laughs =
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>";
    CHECK_THAT(readXmlTree(laughs, "f").error().message, Catch::Contains("DOCTYPE"));
    const std::string outside = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>";
    CHECK_THAT(readXmlTree(outside, "f").error().message, Catch::Contains("DOCTYPE"));
    CHECK_THAT(readXmlTree("<!DOCTYPE html><html/>", "f").error().message, Catch::Contains("DOCTYPE"));
}

TEST_CASE("a document with a long list is read in two, from bytes as from an archive") {
    std::string listed;
    for (int element = 0; element < 20'000; ++element)
        listed += "<t n='" + std::to_string(element) + "'><list>caf\xC3\xA9</list>\n<x/></t>";
    const std::string xml =
        "<p:r xmlns:p='urn:p' a='1'>\n<b><list><t/></list></b>words<p:list m='2'>between" + listed +
        "</p:list><list><t>second</t></list><c>after</c></p:r>";
    const std::string bytes = test::zipOf({{"a.qde", xml}, {"b.qde", xml.substr(0, xml.size() - 6)}});
    const auto archive = package::ZipArchive::open(bytes, "p.zip");
    REQUIRE(archive);
    for (const XmlDocument& document : {XmlDocument(xml, "f.qde"), XmlDocument(*archive, "a.qde", "p.zip")}) {
        const auto rest = document.without("list");
        REQUIRE(rest);
        CHECK(rest->listed == 20'000);
        CHECK(rest->root.attribute("a") == "1");
        CHECK(rest->root.text == "\nwords");
        REQUIRE(rest->root.children.size() == 4);
        CHECK(rest->root.children[0].child("list")->child("t") != nullptr);
        CHECK(rest->root.children[1].attribute("m") == "2");
        CHECK(rest->root.children[1].children.empty());
        CHECK(rest->root.children[2].textOf("t") == "second");
        CHECK(rest->root.textOf("c") == "after");
        std::size_t count = 0;
        REQUIRE(document.each("list", [&](const package::XmlElement& element) -> base::Status {
            CHECK(element.attribute("n") == std::to_string(count));
            CHECK(element.line == count + 2);
            CHECK(element.children.size() == 2);
            CHECK(element.textOf("list") == "caf\xC3\xA9");
            ++count;
            return {};
        }));
        CHECK(count == 20'000);
        const auto stopped = document.each("list", [&](const package::XmlElement&) -> base::Status {
            return base::fail(base::Errc::Cancelled, "enough");
        });
        CHECK(stopped.error().code == base::Errc::Cancelled);
        const auto none = document.without("nowhere");
        REQUIRE(none);
        CHECK(none->listed == 0);
        CHECK(none->root.children[1].children.size() == 20'000);
        CHECK(document.each("nowhere", [&](const package::XmlElement&) -> base::Status {
            return base::fail(base::Errc::Cancelled, "enough");
        }));
    }
    const auto error = [&](const XmlDocument& document) { return document.without("list").error().code; };
    CHECK(error(XmlDocument(*archive, "b.qde", "p.zip")) == base::Errc::Unreadable);
    CHECK(error(XmlDocument(*archive, "c.qde", "p.zip")) == base::Errc::Unreadable);
    CHECK(error(XmlDocument("<r><list><a></list></r>", "f")) == base::Errc::Unreadable);
}

TEST_CASE("depth and length are bounded") {
    std::string deep;
    for (int index = 0; index < 501; ++index)
        deep += "<a>";
    CHECK_THAT(readXmlTree(deep, "f").error().message, Catch::Contains("inside one another"));
    const std::string longTag = "<a b=\"" + std::string(6U << 20U, 'x') + "\"/>";
    CHECK_THAT(readXmlTree(longTag, "f").error().message, Catch::Contains("longer than"));
    Counter counter;
    CHECK(package::readXml("<a>" + std::string(6U << 20U, 'x') + "</a>", counter, "f"));
    CHECK(counter.words.size() == 6U << 20U);
}

TEST_CASE("a handler stops when it has seen enough, and tells its error") {
    Counter counter(2);
    CHECK(package::readXml("<a xmlns=\"urn:x\"><b/><c/></a", counter, "f"));
    CHECK(counter.elements == 2);
    CHECK(counter.last == "b");
    CHECK(counter.space == "urn:x");
    class Refuser : public Counter {
        void begin(const package::XmlName&, const package::XmlAttributes&) override {
            stop(base::Error{base::Errc::Refused, "enough", std::nullopt, {}});
        }
    } refuser;
    CHECK(package::readXml("<a/>", refuser, "f").error().message == "enough");
}

TEST_CASE("text becomes XML without what XML has no place for") {
    CHECK(package::escapeXml("a & <b> \"c\" 'd'") == "a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;");
    CHECK(package::escapeXml(std::string("a\x01z\x00\x1F|", 6)) == "az|");
    CHECK(package::escapeXml("lines\n\tand\r") == "lines\n\tand\r");
    CHECK(package::escapeXml("caf\xC3\xA9 \xEF\xBF\xBD \xEF\xBF\xBE\xEF\xBF\xBF.") ==
          "caf\xC3\xA9 \xEF\xBF\xBD .");
    for (int byte = 1; byte < 0x80; ++byte) {
        const std::string typed = std::string("x") + static_cast<char>(byte);
        INFO(byte);
        CHECK(readXmlTree("<a b=\"" + package::escapeXml(typed) + "\"/>", "f.xml"));
    }
}
