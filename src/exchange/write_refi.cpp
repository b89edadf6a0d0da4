// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/write_refi.h"

#include "base/join.h"
#include "base/number.h"
#include "exchange/refi_parts.h"
#include "exchange/word_languages.h"
#include "package/xml_text.h"
#include "package/zip_writer.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rapport::exchange {

namespace {

/// Lines and tabs as references: in an attribute they would be read as blanks.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char letter : package::escapeXml(text)) {
        if (letter == '\t' || letter == '\n' || letter == '\r')
            out += fmt::format("&#{};", static_cast<int>(letter));
        else
            out += letter;
    }
    return out;
}

std::string element(std::string_view name, std::string_view text) {
    return fmt::format("<{0}>{1}</{0}>\n", name, escaped(text));
}

/// What a code or variable is called where names are shown: its title, with the id behind it where another
/// has the same title.
class ShownNames {
public:
    ShownNames(const model::Codebook& codebook, const std::string& language)
        : m_language(&language) {
        for (const model::Variable& variable : codebook.variables) {
            ++m_times[variable.title.in(language)];
            for (const model::Code& code : variable.codes)
                ++m_times[code.title.in(language)];
        }
    }
    [[nodiscard]] std::string of(const model::LocalText& title, const std::string& id) const {
        const std::string& words = title.in(*m_language);
        if (words.empty())
            return id;
        return m_times.at(words) == 1 ? words : fmt::format("{} ({})", words, id);
    }

private:
    const std::string* m_language;
    std::map<std::string, int> m_times;
};

void addPart(std::string& text, RefiPart part, const std::string& language, const std::string& words) {
    // Blank ends would hide the next head, or be the blank before one.
    if (const std::string_view kept = text::trim(words); !kept.empty())
        text += fmt::format("{}{}: {}", text.empty() ? "" : "\n\n", headOf(part, language),
                            besideHeads(kept, true));
}

/// Where others stand in for words that are not there.
void addLanguages(std::string& text, const std::string& language, const WordLanguages& spoken) {
    if (const std::string all = spoken.text(); all != language)
        addPart(text, RefiPart::Language, language, all);
}

std::string descriptionOf(const model::Code& code, const std::string& language) {
    std::string text = besideHeads(text::trim(code.definition.in(language)), false);
    addPart(text, RefiPart::Use, language, code.use.in(language));
    addPart(text, RefiPart::Avoid, language, code.avoid.in(language));
    for (const std::string& example : spokenExamples(code.examples, language).words)
        addPart(text, RefiPart::Example, language, example);
    for (const std::string& example : spokenExamples(code.antiExamples, language).words)
        addPart(text, RefiPart::AntiExample, language, example);
    addPart(text, RefiPart::Source, language, code.source);
    addLanguages(text, language, WordLanguages(code, language));
    addPart(text, RefiPart::Id, language, code.name);
    return text;
}

/// The standard has no place for what a variable is; in words a person and our own reader find it.
std::string descriptionOf(const model::Variable& variable, const std::string& language) {
    std::string text = besideHeads(text::trim(variable.definition.in(language)), false);
    addPart(text, RefiPart::Scale, language, model::name(variable.scale));
    std::vector<std::string> kinds;
    for (const model::UnitKind kind : variable.unitKinds)
        kinds.emplace_back(model::name(kind));
    addPart(text, RefiPart::Prompts, language, fmt::format("{}", fmt::join(variable.prompts, " ")));
    addPart(text, RefiPart::Units, language, fmt::format("{}", fmt::join(kinds, " ")));
    addLanguages(text, language, WordLanguages(variable, language));
    addPart(text, RefiPart::Id, language, variable.name);
    return text;
}

/// A variable's codes, which stand in depth-first order.
void addCodes(std::string& out, const model::Variable& variable, const std::string& language,
              const ShownNames& names) {
    int open = 0;
    for (const model::Code& code : variable.codes) {
        for (; open > code.depth; --open)
            out += "</Code>\n";
        out += fmt::format("<Code guid=\"{}\" name=\"{}\" isCodable=\"{}\"", refiGuid(code).text(),
                           escaped(names.of(code.title, code.name)), code.isCodable ? "true" : "false");
        if (const std::string colour = refiColour(code.colour); !colour.empty())
            out += fmt::format(" color=\"{}\"", colour);
        out += ">\n" + element("Description", descriptionOf(code, language));
        open = code.depth + 1;
    }
    for (; open > 0; --open)
        out += "</Code>\n";
}

std::string codes(const model::Codebook& codebook, const std::string& language, const ShownNames& names) {
    std::string out = "<Codes>\n";
    for (const model::Variable& variable : codebook.variables) {
        out += fmt::format("<Code guid=\"{}\" name=\"{}\" isCodable=\"{}\">\n", refiGuid(variable).text(),
                           escaped(names.of(variable.title, variable.name)),
                           variable.scale == model::Scale::Count ? "true" : "false");
        out += element("Description", descriptionOf(variable, language));
        addCodes(out, variable, language, names);
        out += "</Code>\n";
    }
    return out + "</Codes>\n";
}

const char* typeOf(model::AttributeType type) {
    switch (type) {
    case model::AttributeType::Text:
        return "Text";
    case model::AttributeType::Number:
        return "Float";
    case model::AttributeType::Date:
        return "Date";
    case model::AttributeType::Boolean:
        return "Boolean";
    }
    return "Text";
}

/// xsd:decimal knows no exponent.
bool isDecimal(const std::string& text) {
    const std::size_t first = text.find_first_of("0123456789");
    return base::parseNumber(text) && first != std::string::npos &&
           text.find_first_not_of("+-.0123456789") == std::string::npos;
}

bool isDate(const std::string& text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    return base::parseIso(text + "T00:00:00Z").has_value();
}

/// As xsd:boolean writes it; other words for yes and no stay text.
bool isBoolean(const std::string& text) {
    return text == "true" || text == "false" || text == "1" || text == "0";
}

std::string valueElement(model::AttributeType type, const std::string& value) {
    switch (type) {
    case model::AttributeType::Text:
        return element("TextValue", value);
    case model::AttributeType::Number:
        return isDecimal(value) ? element("FloatValue", value) : std::string();
    case model::AttributeType::Date:
        return isDate(value) ? element("DateValue", value) : std::string();
    case model::AttributeType::Boolean:
        return isBoolean(value) ? element("BooleanValue", value) : std::string();
    }
    return {};
}

/// Its own, as long as every value can be written so; else text, which holds any.
model::AttributeType typeIn(const model::Attribute& attribute, const RefiProject& project) {
    const bool fits = std::all_of(project.cases.begin(), project.cases.end(), [&](const RefiCase& each) {
        const auto value = each.values.find(attribute.name);
        return value == each.values.end() || !valueElement(attribute.type, value->second).empty();
    });
    return fits ? attribute.type : model::AttributeType::Text;
}

std::string timeAttribute(base::Instant time) {
    return time.time_since_epoch().count() == 0
               ? std::string()
               : fmt::format(" creationDateTime=\"{}\"", base::isoText(time));
}

std::string userAttribute(const model::Guid& rater) {
    return rater.isNull() ? std::string() : fmt::format(" creatingUser=\"{}\"", rater.text());
}

std::string codingElement(const RefiCoding& coding) {
    return fmt::format("<Coding guid=\"{}\"{}{}><CodeRef targetGUID=\"{}\"/></Coding>\n", coding.guid.text(),
                       userAttribute(coding.rater), timeAttribute(coding.time), coding.code.text());
}

/// The first letters of a quote, as other programs name selections.
std::string selectionName(const std::string& quote) {
    constexpr std::int64_t letters = 40;
    std::string name;
    std::size_t byte = 0;
    for (std::int64_t count = 0; byte < quote.size() && count < letters; ++count) {
        const char32_t letter = text::readCodePoint(quote, byte);
        text::appendCodePoint(name, letter == U'\n' || letter == U'\t' ? U' ' : letter);
    }
    return name;
}

base::Status addSource(std::string& out, const RefiSource& source) {
    out += fmt::format("<TextSource guid=\"{0}\" name=\"{1}\" plainTextPath=\"internal://{0}.txt\">\n",
                       source.guid.text(), escaped(source.name));
    const std::int64_t length = text::countCodePoints(source.text);
    for (const RefiCoding& coding : source.codings) {
        if (!coding.range)
            continue;
        if (coding.range->begin.value < 0 || coding.range->end.value > length)
            return base::fail(base::Errc::InvalidArgument,
                              base::said("a coding of '{}' lies outside its text", source.name));
        out += fmt::format(
            "<PlainTextSelection guid=\"{}\" name=\"{}\" startPosition=\"{}\" endPosition=\"{}\"{}{}>\n",
            model::Guid::fromText("selection:" + coding.guid.text()).text(),
            escaped(selectionName(coding.quote)), coding.range->begin.value, coding.range->end.value,
            userAttribute(coding.rater), timeAttribute(coding.time));
        out += codingElement(coding) + "</PlainTextSelection>\n";
    }
    for (const RefiCoding& coding : source.codings) {
        if (!coding.range)
            out += codingElement(coding);
    }
    for (const model::Guid& note : source.notes)
        out += fmt::format("<NoteRef targetGUID=\"{}\"/>\n", note.text());
    out += "</TextSource>\n";
    return {};
}

model::Guid attributeGuid(const model::Attribute& attribute) {
    return model::Guid::fromText("attribute:" + attribute.name);
}

std::string casesElement(const RefiProject& project, const std::vector<model::AttributeType>& types) {
    std::string out = "<Cases>\n";
    for (const RefiCase& each : project.cases) {
        out += fmt::format("<Case guid=\"{}\" name=\"{}\">\n", each.guid.text(), escaped(each.name));
        for (std::size_t place = 0; place < types.size(); ++place) {
            const model::Attribute& attribute = project.attributes[place];
            const auto value = each.values.find(attribute.name);
            if (value == each.values.end())
                continue;
            if (const std::string text = valueElement(types[place], value->second); !text.empty())
                out += fmt::format("<VariableValue>\n<VariableRef targetGUID=\"{}\"/>\n{}</VariableValue>\n",
                                   attributeGuid(attribute).text(), text);
        }
        for (const model::Guid& source : each.sources)
            out += fmt::format("<SourceRef targetGUID=\"{}\"/>\n", source.text());
        out += "</Case>\n";
    }
    return out + "</Cases>\n";
}

} // namespace

base::Result<std::string> writeRefiProject(RefiProject project) {
    std::string out;
    // Pages that are never written to are none: growing by copying would take the document twice.
    constexpr std::size_t aboutACoding = 640;
    std::size_t codings = 0;
    for (const RefiSource& source : project.sources)
        codings += source.codings.size();
    out.reserve(codings * aboutACoding);
    out += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    out += fmt::format("<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"{}\" origin=\"{}\"{}>\n",
                       escaped(project.name), escaped(project.program), timeAttribute(project.made));
    if (!project.raters.empty()) {
        out += "<Users>\n";
        for (const model::Rater& rater : project.raters)
            out += fmt::format("<User guid=\"{}\" name=\"{}\"/>\n", rater.guid.text(), escaped(rater.name));
        out += "</Users>\n";
    }
    if (!project.codebook.variables.empty())
        out += "<CodeBook>\n" +
               codes(project.codebook, project.language, {project.codebook, project.language}) +
               "</CodeBook>\n";
    std::vector<model::AttributeType> types;
    if (!project.attributes.empty()) {
        out += "<Variables>\n";
        for (const model::Attribute& attribute : project.attributes) {
            types.push_back(typeIn(attribute, project));
            out +=
                fmt::format("<Variable guid=\"{}\" name=\"{}\" typeOfVariable=\"{}\">\n",
                            attributeGuid(attribute).text(), escaped(attribute.name), typeOf(types.back()));
            std::string words = besideHeads(text::trim(attribute.title.in(project.language)), false);
            if (types.back() != attribute.type)
                addPart(words, RefiPart::Type, project.language, model::name(attribute.type));
            out += element("Description", words) + "</Variable>\n";
        }
        out += "</Variables>\n";
    }
    if (!project.cases.empty())
        out += casesElement(project, types);
    std::vector<package::ZipFile> files(1);
    if (!project.sources.empty()) {
        out += "<Sources>\n";
        for (RefiSource& source : project.sources) {
            RAPPORT_TRY(addSource(out, source));
            files.push_back({"sources/" + source.guid.text() + ".txt", std::move(source.text),
                             package::Packing::Deflated});
            source.codings = {};
        }
        out += "</Sources>\n";
    }
    if (!project.notes.empty()) {
        out += "<Notes>\n";
        for (RefiNote& note : project.notes) {
            out += fmt::format(
                "<Note guid=\"{0}\" name=\"{1}\"{2}{3} plainTextPath=\"internal://{0}.txt\"/>\n",
                note.guid.text(), escaped(note.name), userAttribute(note.author), timeAttribute(note.time));
            files.push_back(
                {"sources/" + note.guid.text() + ".txt", std::move(note.text), package::Packing::Deflated});
        }
        out += "</Notes>\n";
    }
    if (!project.sets.empty()) {
        out += "<Sets>\n";
        for (const RefiSet& set : project.sets) {
            out += fmt::format("<Set guid=\"{}\" name=\"{}\">\n",
                               model::Guid::fromText("set:" + set.name).text(), escaped(set.name));
            out += element("Description", set.description);
            for (const model::Guid& source : set.sources)
                out += fmt::format("<MemberSource targetGUID=\"{}\"/>\n", source.text());
            out += "</Set>\n";
        }
        out += "</Sets>\n";
    }
    if (!project.description.empty())
        out += element("Description", project.description);
    out += "</Project>\n";
    files.front() = {"project.qde", std::move(out), package::Packing::Deflated};
    return package::writeZip(std::move(files));
}

std::string writeRefiCodes(const model::Codebook& codebook, const std::string& language,
                           const std::string& program) {
    std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    out += fmt::format("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"{}\">\n", escaped(program));
    const ShownNames names(codebook, language);
    out += codes(codebook, language, names);
    out += "<Sets>\n";
    for (const model::Variable& variable : codebook.variables) {
        out += fmt::format("<Set guid=\"{}\" name=\"{}\">\n", refiSet(refiGuid(variable)).text(),
                           escaped(names.of(variable.title, variable.name)));
        out += element("Description", variable.definition.in(language));
        for (const model::Code& code : variable.codes)
            out += fmt::format("<MemberCode guid=\"{}\"/>\n", refiGuid(code).text());
        out += "</Set>\n";
    }
    return out + "</Sets>\n</CodeBook>\n";
}

} // namespace rapport::exchange
