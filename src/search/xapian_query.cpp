// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/xapian_query.h"

#include "search/terms.h"
#include "search/unit_sets.h"

#include <algorithm>

namespace rapport::search::detail {

namespace {

/// Units known from elsewhere (codes, raters, attributes), as a source of postings.
class UnitSource final : public Xapian::PostingSource {
public:
    explicit UnitSource(std::vector<Xapian::docid> documents)
        : m_documents(std::move(documents)) {}

    void init(const Xapian::Database&) override {
        m_at = 0;
        m_isStarted = false;
    }
    Xapian::doccount get_termfreq_min() const override { return count(); }
    Xapian::doccount get_termfreq_est() const override { return count(); }
    Xapian::doccount get_termfreq_max() const override { return count(); }
    void next(double) override {
        if (m_isStarted)
            ++m_at;
        m_isStarted = true;
    }
    void skip_to(Xapian::docid wanted, double) override {
        m_isStarted = true;
        const auto from =
            m_documents.begin() + static_cast<std::ptrdiff_t>(std::min(m_at, m_documents.size()));
        m_at =
            static_cast<std::size_t>(std::lower_bound(from, m_documents.end(), wanted) - m_documents.begin());
    }
    bool at_end() const override { return m_isStarted && m_at >= m_documents.size(); }
    Xapian::docid get_docid() const override { return m_documents[m_at]; }

private:
    Xapian::doccount count() const { return static_cast<Xapian::doccount>(m_documents.size()); }

    std::vector<Xapian::docid> m_documents;
    std::size_t m_at = 0;
    bool m_isStarted = false;
};

/// Holds for every document, and looks whether to go on.
class StopSource final : public Xapian::PostingSource {
public:
    explicit StopSource(const base::Task& task)
        : m_task(task) {}

    void init(const Xapian::Database& database) override {
        m_count = database.get_doccount();
        m_last = database.get_lastdocid();
        m_at = 0;
    }
    Xapian::doccount get_termfreq_min() const override { return m_count; }
    Xapian::doccount get_termfreq_est() const override { return m_count; }
    Xapian::doccount get_termfreq_max() const override { return m_count; }
    void next(double) override {
        ++m_at;
        look();
    }
    void skip_to(Xapian::docid wanted, double) override {
        m_at = std::max(m_at, wanted);
        look();
    }
    bool check(Xapian::docid wanted, double) override {
        m_at = std::max(m_at, wanted);
        look();
        return true;
    }
    bool at_end() const override { return m_at > m_last; }
    Xapian::docid get_docid() const override { return m_at; }

private:
    void look() {
        constexpr std::uint32_t stepsPerLook = 256;
        if (++m_looked % stepsPerLook == 0 && m_task.isStopped())
            throw Stopped();
    }

    const base::Task& m_task;
    Xapian::doccount m_count = 0;
    Xapian::docid m_last = 0;
    Xapian::docid m_at = 0;
    std::uint32_t m_looked = 0;
};

/// Up to so many forms a star's matches are weighed all together; beyond that, by the most frequent.
constexpr std::size_t mostWeighed = 100;
/// Of a whole query; some 10 ms. Beyond that a word's most frequent form speaks for it.
constexpr std::size_t mostWeighedInAll = 1'500;

} // namespace

Xapian::Query unitsQuery(std::vector<Xapian::docid> documents) {
    if (documents.empty())
        return {};
    return Xapian::Query((new UnitSource(std::move(documents)))->release());
}

Xapian::Query stoppable(const Xapian::Query& query, const base::Task& task) {
    return Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query((new StopSource(task))->release()));
}

Xapian::Query everythingQuery() {
    return Xapian::Query(std::string());
}

XapianQueryMaker::Expansion XapianQueryMaker::expand(const std::string& start) const {
    Expansion expansion{termsThatBegin(reader, start, task)};
    Looker looker(task);
    std::sort(expansion.terms.begin(), expansion.terms.end(), [&looker](const auto& a, const auto& b) {
        looker.look();
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return expansion;
}

std::size_t XapianQueryMaker::weighedOf(std::size_t forms) const {
    const std::size_t left = mostWeighedInAll - std::min(m_weighedSoFar, mostWeighedInAll);
    const std::size_t count = std::min(forms, std::clamp<std::size_t>(left, 1, mostWeighed));
    m_weighedSoFar += count;
    return count;
}

XapianQueryMaker::Expansion XapianQueryMaker::valuesOf(const QueryNode& leaf) const {
    if (!leaf.isSuffix)
        return expand(fieldTerm(leaf.field, leaf.value));
    const std::string start = fieldTermStart(leaf.field);
    Expansion expansion = expand(start);
    std::erase_if(expansion.terms, [&](const auto& term) {
        return !isFieldValue(std::string_view(term.first).substr(start.size()), leaf.value, leaf.isPrefix,
                             leaf.isSuffix);
    });
    return expansion;
}

Xapian::Query XapianQueryMaker::anyOf(const Expansion& expansion) const {
    std::vector<Xapian::Query> weighed;
    const std::size_t count = weighedOf(expansion.terms.size());
    for (std::size_t at = 0; at < count; ++at)
        weighed.emplace_back(expansion.terms[at].first);
    Xapian::Query ranked(Xapian::Query::OP_SYNONYM, weighed.begin(), weighed.end());
    if (expansion.terms.size() <= count)
        return ranked;
    // Thousands of forms: their units are gathered first, which can be stopped and needs no memory per form.
    const Xapian::Database& database = *reader.database;
    std::vector<bool> isMatching(std::size_t{database.get_lastdocid()} + 1);
    Looker looker(task);
    for (const auto& [term, units] : expansion.terms) {
        looker.lookNow();
        if (reader.isRemote) {
            for (const Xapian::docid document : documentsWith(reader, term, task))
                isMatching[document] = true;
            continue;
        }
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
            looker.look();
            isMatching[*at] = true;
        }
    }
    std::vector<Xapian::docid> documents;
    for (std::size_t document = 1; document < isMatching.size(); ++document) {
        looker.look();
        if (isMatching[document])
            documents.push_back(static_cast<Xapian::docid>(document));
    }
    return Xapian::Query(Xapian::Query::OP_AND_MAYBE, unitsQuery(std::move(documents)), ranked);
}

Xapian::Query XapianQueryMaker::word(const QueryWord& word) const {
    if (word.isSimple()) {
        const std::string term = wordTerm(word.folded);
        return word.form == QueryWord::Form::Prefix ? anyOf(expand(term)) : Xapian::Query(term);
    }
    if (word.form == QueryWord::Form::Any || tokens == nullptr)
        return {};
    TokenIndex::Search search(*tokens, task);
    std::vector<std::uint32_t> forms = search.formsOf(word);
    const std::size_t count = weighedOf(forms.size());
    std::partial_sort(forms.begin(), forms.begin() + static_cast<std::ptrdiff_t>(count), forms.end(),
                      [this, &search](std::uint32_t a, std::uint32_t b) {
                          search.look();
                          const auto ofA = tokens->occurrences(a);
                          const auto ofB = tokens->occurrences(b);
                          return ofA != ofB ? ofA > ofB : a < b;
                      });
    std::vector<Xapian::Query> weighed;
    for (std::size_t at = 0; at < count; ++at)
        weighed.emplace_back(wordTerm(tokens->form(forms[at])));
    return Xapian::Query(Xapian::Query::OP_SYNONYM, weighed.begin(), weighed.end());
}

Xapian::Query XapianQueryMaker::wordsOf(const QueryNode& node) const {
    std::vector<Xapian::Query> words;
    for (const QueryNode* leaf : soughtTexts(node)) {
        for (const WordSequence& sequence : leaf->spellings) {
            for (const QuerySlot& slot : sequence) {
                for (const QueryWord& each : slot.words)
                    words.push_back(word(each));
            }
        }
    }
    return Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end());
}

const std::vector<model::UnitId>& XapianQueryMaker::unitsOf(const QueryNode& leaf) {
    const auto [known, isNew] = m_units.try_emplace(&leaf);
    if (isNew) {
        TokenIndex::Search search(*tokens, task);
        const std::vector<std::uint32_t> numbers = search.units(leaf);
        known->second.reserve(numbers.size());
        for (const std::uint32_t number : numbers) {
            search.look();
            known->second.push_back(tokens->unit(number));
        }
    }
    return known->second;
}

Xapian::Query XapianQueryMaker::text(const QueryNode& leaf) {
    if (needsPlaces(leaf)) {
        const Xapian::Query matching = unitsQuery(reader.present(unitsOf(leaf), task));
        const Xapian::Query words = matching.empty() ? matching : wordsOf(leaf);
        return words.empty() ? matching : Xapian::Query(Xapian::Query::OP_AND_MAYBE, matching, words);
    }
    std::vector<Xapian::Query> ways;
    for (const WordSequence& words : leaf.spellings) {
        for (const QueryWord& each : words.front().words)
            ways.push_back(word(each));
    }
    return Xapian::Query(Xapian::Query::OP_OR, ways.begin(), ways.end());
}

Xapian::Query XapianQueryMaker::unweighed(const PlanNode& plan) {
    if (tokens == nullptr || reader.isRemote || plan.children.empty())
        return make(plan);
    UnitSets sets(*this);
    return unitsQuery(reader.present(sets.ids(sets.of(plan)), task));
}

Xapian::Query XapianQueryMaker::group(const PlanNode& plan) {
    if (plan.kind == PlanNode::Kind::Or) {
        std::vector<Xapian::Query> choices;
        for (const PlanNode& child : plan.children)
            choices.push_back(make(child));
        return Xapian::Query(Xapian::Query::OP_OR, choices.begin(), choices.end());
    }
    std::vector<Xapian::Query> wanted;
    std::vector<Xapian::Query> unwanted;
    for (const PlanNode& child : plan.children) {
        if (child.kind == PlanNode::Kind::Not) {
            unwanted.push_back(unweighed(child.children.front()));
            continue;
        }
        wanted.push_back(make(child));
        if (wanted.back().empty())
            return {}; // nothing matches this part, so nothing matches all
    }
    const Xapian::Query all = wanted.empty()
                                  ? everythingQuery()
                                  : Xapian::Query(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
    const Xapian::Query none(Xapian::Query::OP_OR, unwanted.begin(), unwanted.end());
    return none.empty() ? all : Xapian::Query(Xapian::Query::OP_AND_NOT, all, none);
}

Xapian::Query XapianQueryMaker::make(const PlanNode& plan) {
    switch (plan.kind) {
    case PlanNode::Kind::Text:
        return text(*plan.leaf);
    case PlanNode::Kind::IndexedField: {
        // Weighed by nothing: a field only chooses.
        const bool hasStar = plan.leaf->isPrefix || plan.leaf->isSuffix;
        const Xapian::Query values = hasStar ? anyOf(valuesOf(*plan.leaf))
                                             : Xapian::Query(fieldTerm(plan.leaf->field, plan.leaf->value));
        return values.empty() ? values : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, values, 0.0);
    }
    case PlanNode::Kind::Units:
        return unitsQuery(reader.present(plan.units, task));
    case PlanNode::Kind::And:
    case PlanNode::Kind::Or:
        return group(plan);
    case PlanNode::Kind::Not: {
        const Xapian::Query excluded = unweighed(plan.children.front());
        return excluded.empty() ? everythingQuery()
                                : Xapian::Query(Xapian::Query::OP_AND_NOT, everythingQuery(), excluded);
    }
    }
    return {};
}

} // namespace rapport::search::detail
