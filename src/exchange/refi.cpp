// SPDX-License-Identifier: GPL-3.0-or-later
// REFI-QDA Standard 1.5, 25 September 2019 (MIT): sections 6 to 10, Codebook.xsd and Project.xsd.
#include "exchange/refi.h"

#include "base/format.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/foreign_file.h"
#include "exchange/offset_fit.h"
#include "exchange/refi_codes.h"
#include "exchange/refi_notes.h"
#include "exchange/refi_parts.h"
#include "exchange/refi_texts.h"
#include "model/names.h"
#include "package/xml_tree.h"
#include "package/zip.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using package::XmlElement;

/// They lie in memory all at once: as many take some 200 MB.
constexpr std::size_t mostCodings = 800'000;

class ProjectReader {
public:
    /// `folder`: of the document in the archive, with its slash.
    ProjectReader(const std::string& fileName, const package::ZipArchive* archive, const base::Task& task,
                  std::string folder = {})
        : m_fileName(fileName)
        , m_task(task)
        , m_texts(fileName, archive, std::move(folder)) {}

    /// Sources are what makes a project large: each is read by itself, when what the others say is known,
    /// which programs write before and behind them.
    base::Result<Project> read(const package::XmlDocument& document) {
        constexpr const char* list = "Sources";
        RAPPORT_ASSIGN(auto rest, document.without(list));
        XmlElement& root = rest.root;
        m_project.name = root.attribute("name");
        m_project.origin = root.attribute("origin");
        m_project.isOwn = isOwnOrigin(root);
        readUsers(root);
        readNotes(root);
        m_project.listsCodings =
            m_project.isOwn &&
            std::any_of(m_project.notes.begin(), m_project.notes.end(),
                        [](const ProjectNote& note) { return note.name == project_notes::codings; });
        m_notes.readLinks(root);
        readCodes(root);
        readVariables(root);
        readCases(root);
        readSets(root);
        readSelections(root);
        std::size_t media = 0;
        std::size_t done = 0;
        RAPPORT_TRY(document.each(list, [&](XmlElement element) -> base::Status {
            if (m_task.isStopped())
                return base::Task::cancelled();
            m_task.report(++done, rest.listed, "reading a project");
            if (element.name == "TextSource") {
                readSource(element, element);
            } else if (XmlElement* words = element.child("Representation")) {
                // A PDF with its text beside it: positions are in the text.
                readSource(*words, element);
            } else {
                ++media;
            }
            if (m_codings > mostCodings)
                return base::fail(
                    Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                    base::said("holds more than {} codings, the most that is read", mostCodings),
                    "divide the project over several in the program it comes from");
            return {};
        }));
        warn(media, base::said("1 picture, recording or PDF without text is left out"),
             base::said("{} pictures, recordings or PDFs without text are left out", media));
        warn(m_comments, base::said("1 selection without a code is left out (a comment)"),
             base::said("{} selections without a code are left out (comments)", m_comments));
        if (!m_project.isOwn) {
            placeRemarks(m_project, m_notes.onNoText(root, m_users, m_sourceOf));
            const std::size_t links = m_notes.otherLinks();
            warn(links, base::said("1 link between parts of the project is left out"),
                 base::said("{} links between parts of the project are left out", links));
        }
        warn(m_twice, base::said("1 coding was there twice; one is kept"),
             base::said("{} codings were there twice; one of each is kept", m_twice));
        warn(m_unknownCodes, base::said("1 coding names a code that is not in the codebook"),
             base::said("{} codings name a code that is not in the codebook", m_unknownCodes));
        warn(
            m_headings, base::said("1 heading of the codebook carries codings and can be used as a code now"),
            base::said("{} headings of the codebook carry codings and can be used as codes now", m_headings));
        if (m_project.sources.empty() && m_project.codebook.codebook.variables.empty())
            return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                              "holds neither codes nor a text that can be read");
        return std::move(m_project);
    }

private:
    void warn(std::size_t count, base::Phrase one, base::Phrase many) {
        if (count > 0)
            m_project.warnings.push_back(count == 1 ? std::move(one) : std::move(many));
    }

    void problem(std::size_t line, base::Phrase message, base::Phrase hint = {}) {
        m_project.problems.push_back(RowProblem{m_fileName, line, {}, std::move(message), std::move(hint)});
    }

    std::string raterOf(const std::string& guid) {
        const auto found = m_users.find(guidOf(guid));
        std::string name = found == m_users.end() || guidOf(guid).isNull() ? "unknown" : found->second;
        if (m_raters.insert(name).second)
            m_project.raters.push_back(name);
        return name;
    }

    void readUsers(const XmlElement& root) {
        const XmlElement* users = root.child("Users");
        std::set<std::string> taken;
        for (const XmlElement& user : childrenOf(users)) {
            std::string name = model::raterName(user.attribute("name"));
            if (name.empty())
                name = model::raterName(user.attribute("id"));
            if (name.empty())
                name = "unknown";
            constexpr std::size_t longestNumber = 10;
            const std::string wish = model::raterName(name, model::longestRaterName - longestNumber);
            for (int number = 2; !taken.insert(name).second; ++number)
                name = fmt::format("{} {}", wish, number);
            m_users.emplace(guidOf(user.attribute("guid")), name);
            m_project.users.push_back({guidOf(user.attribute("guid")), name});
        }
    }

    void readNotes(XmlElement& root) {
        XmlElement* notes = root.child("Notes");
        if (notes == nullptr)
            return;
        for (XmlElement& element : notes->children) {
            if (element.name != "Note")
                continue;
            ProjectNote note;
            note.guid = guidOf(element.attribute("guid"));
            note.name = oneLine(element.attribute("name"));
            if (const auto author = m_users.find(guidOf(element.attribute("creatingUser")));
                author != m_users.end())
                note.author = author->second;
            note.time = base::parseIso(element.attribute("creationDateTime"));
            const bool hasFile =
                !element.attribute("plainTextPath").empty() || !element.attribute("richTextPath").empty();
            if (auto read = m_texts.of(element, m_task))
                note.text = std::move(read->text);
            else if (hasFile)
                problem(element.line,
                        base::said("the note '{}' is left out: {}", text::elide(note.name, 60),
                                   read.error().message),
                        read.error().hint);
            if (const std::string about(text::trim(element.textOf("Description")));
                !about.empty() && !m_project.isOwn)
                note.text = about + (text::trim(note.text).empty() ? "" : "\n") + note.text;
            m_notes.add(std::move(note));
        }
    }

    void readSets(const XmlElement& root) {
        const XmlElement* sets = root.child("Sets");
        for (const XmlElement& element : childrenOf(sets)) {
            ProjectSet set;
            set.name = oneLine(element.attribute("name"));
            set.description = element.textOf("Description");
            for (const XmlElement& member : element.children)
                if (member.name == "MemberSource")
                    set.sources.push_back(guidOf(member.attribute("targetGUID")));
            m_project.sets.push_back(std::move(set));
        }
    }

    void readCodes(const XmlElement& root) {
        const XmlElement* book = root.child("CodeBook");
        if (book == nullptr)
            return;
        m_project.codebook =
            refiCodes(*book, m_project.isOwn,
                      m_project.name.empty() ? text::decodeName(base::fileStem(m_fileName)) : m_project.name);
        if (m_project.isOwn)
            takeWholeCodebook();
        const auto& variables = m_project.codebook.codebook.variables;
        for (std::size_t variable = 0; variable < variables.size(); ++variable)
            for (std::size_t code = 0; code < variables[variable].codes.size(); ++code)
                m_codes.try_emplace(refiGuid(variables[variable].codes[code]), variable, code);
        if (!m_project.isOwn) {
            if (const XmlElement* codes = book->child("Codes"))
                addNotesOfCodes(*codes);
        }
    }

    /// What was noted of a code is said in its definition, as by the programs that know no other place.
    void addNotesOfCodes(const XmlElement& parent) {
        for (const XmlElement& element : parent.children) {
            if (element.name != "Code")
                continue;
            const auto place = m_codes.find(guidOf(element.attribute("guid")));
            if (place != m_codes.end()) {
                model::LocalText& definition = m_project.codebook.codebook.variables[place->second.variable]
                                                   .codes[place->second.code]
                                                   .definition;
                for (const ProjectNote* note : m_notes.of(element)) {
                    const std::string words = RefiNotes::words(*note);
                    if (definition.isEmpty())
                        definition = model::sameText(words);
                    else
                        for (auto& [language, known] : definition.byLanguage)
                            known += "\n\n" + words;
                }
            }
            addNotesOfCodes(element);
        }
    }

    /// Our own projects carry their codebook whole, in every language, beside its codes. It counts as long as
    /// it is about the same codes: nobody changed them since.
    void takeWholeCodebook() {
        const auto guids = [](const model::Codebook& codebook) {
            std::set<base::Guid> all;
            for (const model::Variable& variable : codebook.variables)
                for (const model::Code& code : variable.codes)
                    all.insert(refiGuid(code));
            return all;
        };
        for (const ProjectNote& note : m_project.notes) {
            if (note.name != project_notes::codebook)
                continue;
            auto whole = readCodebookFile(note.text, m_fileName);
            if (whole && guids(whole->codebook) == guids(m_project.codebook.codebook))
                m_project.codebook = std::move(*whole);
        }
    }

    void addMemos(const XmlElement& element, const ProjectMemo& place, ProjectSource& source) {
        m_notes.addMemos(element, place, m_users, source);
    }

    void readVariables(const XmlElement& root) {
        const XmlElement* variables = root.child("Variables");
        for (const XmlElement& variable : childrenOf(variables)) {
            model::Attribute attribute;
            attribute.name = oneLine(variable.attribute("name"));
            m_variables.emplace(guidOf(variable.attribute("guid")), attribute.name);
            RefiDescription description =
                readDescription(variable.textOf("Description"), Described::Attribute);
            attribute.title =
                model::sameText(description.definition.empty() ? attribute.name : description.definition,
                                description.language);
            const std::string& type = variable.attribute("typeOfVariable");
            if (type == "Integer" || type == "Float")
                attribute.type = model::AttributeType::Number;
            else if (type == "Boolean")
                attribute.type = model::AttributeType::Boolean;
            else if (type == "Date" || type == "DateTime")
                attribute.type = model::AttributeType::Date;
            if (const auto own = model::attributeType(description.part(RefiPart::Type)))
                attribute.type = *own;
            m_project.attributes.push_back(std::move(attribute));
        }
    }

    void readValues(const XmlElement& of, ProjectCase& into) {
        for (const XmlElement& value : of.children) {
            if (value.name != "VariableValue")
                continue;
            const XmlElement* reference = value.child("VariableRef");
            const auto name = reference == nullptr
                                  ? m_variables.end()
                                  : m_variables.find(guidOf(reference->attribute("targetGUID")));
            if (name == m_variables.end())
                continue;
            for (const XmlElement& each : value.children) {
                if (each.name != "VariableRef" && !text::trim(each.text).empty())
                    into.values.emplace_back(name->second, text::trim(each.text));
            }
        }
    }

    void readCases(const XmlElement& root) {
        const XmlElement* cases = root.child("Cases");
        for (const XmlElement& element : childrenOf(cases)) {
            ProjectCase one;
            one.guid = guidOf(element.attribute("guid"));
            one.name = oneLine(element.attribute("name"));
            readValues(element, one);
            for (const XmlElement& reference : element.children) {
                if (reference.name != "SourceRef")
                    continue;
                one.sources.push_back(guidOf(reference.attribute("targetGUID")));
                m_casesOf[one.sources.back()].push_back(m_project.cases.size());
            }
            if (one.name.empty())
                one.name = fmt::format("case {}", m_project.cases.size() + 1);
            m_project.cases.push_back(std::move(one));
        }
    }

    /// Those that a case or a set names: of others nobody asks in which text they are.
    void readSelections(const XmlElement& root) {
        for (const char* list : {"Cases", "Sets"}) {
            for (const XmlElement& element : childrenOf(root.child(list))) {
                for (const XmlElement& child : element.children) {
                    if (child.name == "SelectionRef")
                        m_selections.insert(guidOf(child.attribute("targetGUID")));
                }
            }
        }
    }

    void readSource(XmlElement& words, const XmlElement& about) {
        m_seen.clear();
        ProjectSource source;
        source.guid = guidOf(about.attribute("guid"));
        source.name = oneLine(about.attribute("name"));
        if (source.name.empty())
            source.name = fmt::format("source {}", m_project.sources.size() + 1);
        auto read = m_texts.of(words, m_task);
        if (read && text::trim(read->text).empty())
            read = base::fail(Errc::Unreadable, "it is empty");
        if (!read) {
            problem(about.line,
                    base::said("'{}' is left out: {}", text::elide(source.name, 60), read.error().message),
                    read.error().code == Errc::NotFound
                        ? base::Phrase("export the project again, with its texts")
                        : base::Phrase());
            return;
        }
        if (read->isFromStyled)
            m_project.warnings.push_back(
                base::said("{}: has no plain text; the words of its styled document stand in for it",
                           text::elide(source.name, 60)));
        const TextFacts facts = read->facts;
        source.text = std::move(read->text);
        readCodings(words, source, facts);
        if (&words != &about)
            readCodings(about, source, facts);
        ProjectCase values;
        readValues(about, values);
        for (const XmlElement& reference : about.children)
            if (reference.name == "NoteRef")
                source.notes.push_back(guidOf(reference.attribute("targetGUID")));
        if (!m_project.isOwn) {
            addMemos(about, {}, source);
            if (&words != &about)
                addMemos(words, {}, source);
        }
        addValues(source, std::move(values));
        m_sourceOf.emplace(source.guid, m_project.sources.size());
        m_project.sources.push_back(std::move(source));
    }

    /// Values of a source belong to its case; MAXQDA writes them so without any case.
    void addValues(ProjectSource& source, ProjectCase values) {
        if (const auto known = m_casesOf.find(source.guid); !source.guid.isNull() && known != m_casesOf.end())
            source.cases = known->second;
        if (values.values.empty())
            return;
        if (!source.cases.empty()) {
            auto& into = m_project.cases[source.cases.front()].values;
            into.insert(into.end(), values.values.begin(), values.values.end());
            return;
        }
        values.guid = source.guid;
        values.name = source.name;
        source.cases.push_back(m_project.cases.size());
        m_project.cases.push_back(std::move(values));
    }

    void readCodings(const XmlElement& words, ProjectSource& source, const TextFacts& facts) {
        struct Wanted {
            const XmlElement* selection;
            const XmlElement* coding;
            std::size_t span;
        };
        std::vector<Wanted> wanted;
        std::vector<ForeignSpan> spans;
        std::vector<const XmlElement*> selections;
        for (const XmlElement& child : words.children) {
            if (child.name == "Coding") {
                add(source, nullptr, child, std::nullopt);
                if (!m_project.isOwn)
                    addMemos(child, placeOf(std::nullopt, {&child}), source);
            } else if (child.name == "PlainTextSelection") {
                ForeignSpan span;
                const auto begin = base::parseInteger(text::trim(child.attribute("startPosition")));
                const auto end = base::parseInteger(text::trim(child.attribute("endPosition")));
                if (!begin || !end) {
                    problem(child.line,
                            base::said("a selection of '{}' has no position", text::elide(source.name, 60)));
                    continue;
                }
                span.begin = *begin;
                span.end = *end;
                span.quote = child.attribute("name");
                for (const XmlElement& coding : child.children) {
                    if (coding.name == "Coding")
                        wanted.push_back({&child, &coding, spans.size()});
                }
                spans.push_back(std::move(span));
                selections.push_back(&child);
                if (const base::Guid guid = guidOf(child.attribute("guid")); m_selections.contains(guid))
                    m_sourceOf.emplace(guid, m_project.sources.size());
            }
        }
        if (spans.empty())
            return;
        // Our own positions need no fitting: code points, as the standard says.
        OffsetFit fit;
        if (m_project.isOwn) {
            const std::int64_t length = text::countCodePoints(source.text);
            for (const ForeignSpan& span : spans) {
                const bool isInside = span.begin >= 0 && span.begin < span.end && span.end <= length;
                fit.spans.push_back(isInside ? std::optional(std::pair(span.begin, span.end)) : std::nullopt);
            }
        } else {
            fit = fitOffsets(source.text, spans, facts);
            source.positions = describe(fit);
            if (fit.isGuess)
                m_project.warnings.push_back(base::said(
                    "{}: no quoted words fit its codings, so how their positions were counted is a "
                    "guess ({}): look at them",
                    text::elide(source.name, 60), source.positions));
        }
        source.codings.reserve(source.codings.size() + wanted.size());
        for (const Wanted& each : wanted) {
            if (!fit.spans[each.span]) {
                problem(each.selection->line,
                        base::said("a coding of '{}' from {} to {} lies outside of its text",
                                   text::elide(source.name, 60), spans[each.span].begin,
                                   spans[each.span].end),
                        source.positions);
                continue;
            }
            add(source, each.selection, *each.coding, fit.spans[each.span]);
        }
        for (std::size_t index = 0; index < selections.size(); ++index) {
            std::vector<const XmlElement*> codings;
            for (const XmlElement& child : selections[index]->children) {
                if (child.name == "Coding")
                    codings.push_back(&child);
            }
            const std::size_t before = source.memos.size();
            if (!m_project.isOwn) {
                addMemos(*selections[index], placeOf(fit.spans[index], codings), source);
                for (const XmlElement* coding : codings)
                    addMemos(*coding, placeOf(fit.spans[index], {coding}), source);
            }
            m_comments += codings.empty() && source.memos.size() == before ? 1U : 0U;
        }
    }

    /// Where a memo on codings stands; whose positions do not fit stands on the whole text.
    [[nodiscard]] ProjectMemo placeOf(const std::optional<std::pair<std::int64_t, std::int64_t>>& span,
                                      const std::vector<const XmlElement*>& codings) const {
        ProjectMemo place;
        if (span) {
            place.begin = span->first;
            place.end = span->second;
        }
        for (const XmlElement* coding : codings) {
            const XmlElement* reference = coding->child("CodeRef");
            const auto code = reference == nullptr ? m_codes.end()
                                                   : m_codes.find(guidOf(reference->attribute("targetGUID")));
            if (code == m_codes.end())
                continue;
            const std::string& name =
                m_project.codebook.codebook.variables[code->second.variable].codes[code->second.code].name;
            if (std::find(place.codes.begin(), place.codes.end(), name) == place.codes.end())
                place.codes.push_back(name);
        }
        return place;
    }

    void add(ProjectSource& source, const XmlElement* selection, const XmlElement& coding,
             const std::optional<std::pair<std::int64_t, std::int64_t>>& span) {
        const XmlElement* reference = coding.child("CodeRef");
        const auto code =
            reference == nullptr ? m_codes.end() : m_codes.find(guidOf(reference->attribute("targetGUID")));
        if (code == m_codes.end()) {
            ++m_unknownCodes;
            return;
        }
        model::Variable& variable = m_project.codebook.codebook.variables[code->second.variable];
        model::Code& known = variable.codes[code->second.code];
        if (!known.isCodable) {
            known.isCodable = true;
            ++m_headings;
        }
        ProjectCoding made;
        made.guid = guidOf(coding.attribute("guid"));
        made.variable = variable.name;
        made.code = known.name;
        const std::string& user = !coding.attribute("creatingUser").empty() || selection == nullptr
                                      ? coding.attribute("creatingUser")
                                      : selection->attribute("creatingUser");
        made.rater = raterOf(user);
        if (span) {
            made.begin = span->first;
            made.end = span->second;
        }
        const std::string& time = !coding.attribute("creationDateTime").empty() || selection == nullptr
                                      ? coding.attribute("creationDateTime")
                                      : selection->attribute("creationDateTime");
        made.time = base::parseIso(time);
        // In our own, two rounds give the same twice; the table in its notes says which.
        if (!m_project.isOwn && !m_seen
                                     .insert({made.variable, made.code, made.rater, made.begin.value_or(-1),
                                              made.end.value_or(-1)})
                                     .second) {
            ++m_twice;
            return;
        }
        source.codings.push_back(std::move(made));
        m_codings += m_project.listsCodings ? 0U : 1U;
    }

    const std::string& m_fileName;
    const base::Task& m_task;
    RefiTexts m_texts;
    Project m_project;
    std::unordered_map<base::Guid, std::string> m_users;
    struct CodePlace {
        std::size_t variable;
        std::size_t code;
        CodePlace(std::size_t inVariable, std::size_t atCode)
            : variable(inVariable)
            , code(atCode) {}
    };
    std::unordered_map<base::Guid, CodePlace> m_codes;
    std::unordered_map<base::Guid, std::string> m_variables;
    RefiNotes m_notes{m_project.notes};
    std::unordered_map<base::Guid, std::vector<std::size_t>> m_casesOf; ///< by source
    std::set<base::Guid> m_selections;                                  ///< that others name
    std::unordered_map<base::Guid, std::size_t> m_sourceOf; ///< by its guid, or that of one of these
    std::set<std::string> m_raters;
    std::set<std::tuple<std::string, std::string, std::string, std::int64_t, std::int64_t>>
        m_seen; ///< of one source
    std::size_t m_codings = 0;
    std::size_t m_comments = 0;
    std::size_t m_twice = 0;
    std::size_t m_unknownCodes = 0;
    std::size_t m_headings = 0;
};

std::string headOf(std::string_view bytes) {
    return inUtf8(bytes.substr(0, 8192)).substr(0, 4096);
}

bool begins(std::string_view bytes, std::string_view element) {
    const std::string head = headOf(bytes);
    const std::size_t at = head.find(element);
    return at != std::string_view::npos && at > 0 && (head[at - 1] == '<' || head[at - 1] == ':');
}

} // namespace

namespace {

/// The projects at the top of an archive; where none is there, those in its folders, as somebody packs a
/// folder with the project in it. A Mac leaves files beside them that are none.
std::vector<std::string> projectsIn(const package::ZipArchive& archive) {
    std::vector<std::string> top;
    std::vector<std::string> below;
    for (const package::ZipEntry& entry : archive.entries()) {
        const std::size_t slash = entry.name.rfind('/');
        const std::string name = slash == std::string::npos ? entry.name : entry.name.substr(slash + 1);
        if (base::fileEnding(name) == "qde" && !name.starts_with("._") &&
            !entry.name.starts_with("__MACOSX/"))
            (slash == std::string::npos ? top : below).push_back(entry.name);
    }
    return top.empty() ? below : top;
}

} // namespace

bool looksLikeRefiCodebook(std::string_view bytes) {
    return begins(bytes, "CodeBook") && !begins(bytes, "Project");
}

bool looksLikeRefiProject(std::string_view bytes) {
    if (!package::looksLikeZip(bytes))
        return begins(bytes, "Project") && headOf(bytes).find("QDA-XML") != std::string::npos;
    const auto archive = package::ZipArchive::open(bytes, {});
    return archive && !projectsIn(*archive).empty();
}

base::Result<CodebookFile> readRefiCodebook(std::string_view bytes, const std::string& fileName,
                                            std::string_view asked, std::string_view otherwise) {
    RAPPORT_ASSIGN(const XmlElement root, package::readXmlTree(bytes, fileName));
    const XmlElement* book = root.name == "CodeBook" ? &root : root.child("CodeBook");
    const XmlElement* codes = book == nullptr ? nullptr : book->child("Codes");
    if (codes == nullptr)
        return base::fail(Errc::Unreadable, Place{fileName, root.line, 0, {}}, "is no REFI-QDA codebook");
    CodebookFile file =
        refiCodes(*book, isOwnOrigin(*book), text::decodeName(base::fileStem(fileName)), asked, otherwise);
    if (file.codebook.variables.empty())
        return base::fail(Errc::Unreadable, Place{fileName, codes->line, 0, {}}, "names no code");
    if (const XmlElement* sets = book->child("Sets"); sets != nullptr && sets->children.empty())
        file.warnings.emplace_back("an empty list of sets is against the standard; read all the same");
    return file;
}

base::Result<Project> readRefiProject(std::string_view bytes, const std::string& fileName,
                                      const base::Task& task) {
    if (!package::looksLikeZip(bytes)) {
        return ProjectReader(fileName, nullptr, task).read(package::XmlDocument(bytes, fileName));
    }
    RAPPORT_ASSIGN(const package::ZipArchive archive, package::ZipArchive::open(bytes, fileName));
    const std::vector<std::string> documents = projectsIn(archive);
    if (documents.size() > 1)
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "holds more than one project");
    if (documents.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "holds no project (.qde)",
                          "export it again from the program that made it");
    const std::string& document = documents.front();
    return ProjectReader(fileName, &archive, task, document.substr(0, document.rfind('/') + 1))
        .read(package::XmlDocument(archive, document, fileName));
}

} // namespace rapport::exchange
