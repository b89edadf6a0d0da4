// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/xapian_query.h"

#include "search/terms.h"

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

/// Up to so many forms a star's matches are weighed all together; beyond that, by the most frequent.
constexpr std::size_t mostWeighed = 100;

} // namespace

Xapian::Query unitsQuery(std::vector<Xapian::docid> documents) {
    if (documents.empty())
        return {};
    return Xapian::Query((new UnitSource(std::move(documents)))->release());
}

Xapian::Query everythingQuery() {
    return Xapian::Query(std::string());
}

XapianQueryMaker::Expansion XapianQueryMaker::expand(const std::string& start) const {
    constexpr std::size_t termsPerLook = 4'096;
    Expansion expansion;
    const Xapian::Database& database = *reader.database;
    for (auto at = database.allterms_begin(start); at != database.allterms_end(start); ++at) {
        if (expansion.terms.size() % termsPerLook == 0 && task.isStopped())
            throw Stopped();
        expansion.terms.emplace_back(*at, at.get_termfreq());
    }
    std::sort(expansion.terms.begin(), expansion.terms.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return expansion;
}

Xapian::Query XapianQueryMaker::anyOf(const Expansion& expansion) const {
    std::vector<Xapian::Query> weighed;
    for (std::size_t at = 0; at < std::min(mostWeighed, expansion.terms.size()); ++at)
        weighed.emplace_back(expansion.terms[at].first);
    const Xapian::Query ranked(Xapian::Query::OP_SYNONYM, weighed.begin(), weighed.end());
    if (expansion.terms.size() <= mostWeighed)
        return ranked;
    // Thousands of forms: their units are gathered first, which can be stopped and needs no memory per form.
    const Xapian::Database& database = *reader.database;
    std::vector<bool> isMatching(std::size_t{database.get_lastdocid()} + 1);
    for (const auto& [term, units] : expansion.terms) {
        if (task.isStopped())
            throw Stopped();
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
            isMatching[*at] = true;
    }
    std::vector<Xapian::docid> documents;
    for (std::size_t document = 1; document < isMatching.size(); ++document) {
        if (isMatching[document])
            documents.push_back(static_cast<Xapian::docid>(document));
    }
    return Xapian::Query(Xapian::Query::OP_AND_MAYBE, unitsQuery(std::move(documents)), ranked);
}

Xapian::Query XapianQueryMaker::slot(const QueryWord& word) {
    const std::string term = wordTerm(word.folded);
    if (!word.isPrefix)
        return Xapian::Query(term);
    const Expansion expansion = expand(term);
    WildcardUse use;
    use.pattern = word.folded + '*';
    use.total = expansion.terms.size();
    use.used = std::min<std::uint64_t>(use.total, std::max<std::size_t>(wildcardLimit, 1));
    std::vector<Xapian::Query> forms;
    for (std::size_t at = 0; at < use.used; ++at)
        forms.emplace_back(expansion.terms[at].first);
    wildcards.push_back(std::move(use));
    // In a phrase Xapian takes terms and ORs of terms only.
    return Xapian::Query(Xapian::Query::OP_OR, forms.begin(), forms.end());
}

Xapian::Query XapianQueryMaker::text(const QueryNode& leaf) {
    std::vector<Xapian::Query> ways;
    for (const WordSequence& words : leaf.spellings) {
        if (words.size() == 1) {
            const std::string term = wordTerm(words.front().folded);
            ways.push_back(words.front().isPrefix ? anyOf(expand(term)) : Xapian::Query(term));
            continue;
        }
        std::vector<Xapian::Query> slots;
        for (const QueryWord& word : words)
            slots.push_back(slot(word));
        // A slot without any form would be left out of the phrase instead of emptying it.
        if (std::any_of(slots.begin(), slots.end(), [](const Xapian::Query& part) { return part.empty(); }))
            continue;
        ways.emplace_back(Xapian::Query::OP_PHRASE, slots.begin(), slots.end(),
                          static_cast<Xapian::termcount>(slots.size()));
    }
    return Xapian::Query(Xapian::Query::OP_OR, ways.begin(), ways.end());
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
            unwanted.push_back(make(child.children.front()));
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
        const std::string term = fieldTerm(plan.leaf->field, plan.leaf->value);
        // Weighed by nothing: a field only chooses.
        const Xapian::Query values = plan.leaf->isPrefix ? anyOf(expand(term)) : Xapian::Query(term);
        return values.empty() ? values : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, values, 0.0);
    }
    case PlanNode::Kind::Units:
        return unitsQuery(reader.present(plan.units));
    case PlanNode::Kind::And:
    case PlanNode::Kind::Or:
        return group(plan);
    case PlanNode::Kind::Not: {
        const Xapian::Query excluded = make(plan.children.front());
        return excluded.empty() ? everythingQuery()
                                : Xapian::Query(Xapian::Query::OP_AND_NOT, everythingQuery(), excluded);
    }
    }
    return {};
}

} // namespace rapport::search::detail
