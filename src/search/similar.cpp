// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/similar.h"

#include "search/index_impl.h"
#include "search/looker.h"
#include "search/terms.h"
#include "search/xapian_query.h"

#include <algorithm>

namespace rapport::search {

using base::Errc;
using base::Result;

namespace {

constexpr Xapian::termcount mostWords = 40; ///< that are weighed
constexpr Xapian::termcount wordsPerHit = 12;
constexpr std::size_t shortestWord = 3; ///< letters; shorter ones tell nothing

/// Words of texts only: no fields, no kinds. Asked for every term of the examples, so that it can be stopped.
class WordsOnly final : public Xapian::ExpandDecider {
public:
    explicit WordsOnly(detail::Looker& looker)
        : m_looker(&looker) {}
    bool operator()(const std::string& term) const override {
        m_looker->look();
        static const std::string start = detail::wordTerm({});
        return term.size() >= start.size() + shortestWord && term.starts_with(start);
    }

private:
    detail::Looker* m_looker;
};

SimilarUnits ask(IndexReader::Impl& reader, const std::vector<model::UnitId>& examples, std::size_t limit,
                 const base::Task& task) {
    const std::vector<Xapian::docid> documents = reader.present(examples, task);
    if (documents.empty())
        return {};
    // What is on servers is not stopped: only words go there.
    const std::optional<base::Task> stoppedBy = reader.isRemote ? std::nullopt : std::optional(task);
    return detail::withSnapshot(
        reader, task,
        [documents, limit, stoppedBy](const Xapian::Database& database, detail::Looker& looker) {
            SimilarUnits similar;
            Xapian::RSet known;
            for (const Xapian::docid document : documents)
                known.add_document(document);
            Xapian::Enquire enquire(database);
            enquire.set_query(Xapian::Query(std::string()));
            const WordsOnly decider(looker);
            const Xapian::ESet words = enquire.get_eset(mostWords, known, &decider);
            std::vector<std::string> terms;
            for (auto at = words.begin(); at != words.end(); ++at) {
                terms.push_back(*at);
                similar.words.push_back((*at).substr(detail::wordTerm({}).size()));
            }
            if (terms.empty())
                return similar;
            const Xapian::Query query(Xapian::Query::OP_ELITE_SET, terms.begin(), terms.end(), wordsPerHit);
            enquire.set_query(stoppedBy ? detail::stoppable(query, *stoppedBy) : query);
            const auto wanted = static_cast<Xapian::doccount>(
                std::min<std::size_t>(limit + known.size(), database.get_doccount()));
            const Xapian::MSet found = enquire.get_mset(0, wanted);
            for (auto at = found.begin(); at != found.end() && similar.hits.size() < limit; ++at) {
                if (!known.contains(*at))
                    similar.hits.push_back({model::UnitId(*at), at.get_weight()});
            }
            const double top = similar.hits.empty() ? 0 : similar.hits.front().score;
            for (SearchHit& hit : similar.hits)
                hit.score = top > 0 ? hit.score / top : 1;
            return similar;
        });
}

} // namespace

Result<SimilarUnits> similarUnits(IndexReader& reader, const std::vector<model::UnitId>& examples,
                                  std::size_t limit, const base::Task& task) {
    std::vector<model::UnitId> rising = examples;
    std::sort(rising.begin(), rising.end());
    rising.erase(std::unique(rising.begin(), rising.end()), rising.end());
    IndexReader::Impl& impl = reader.impl();
    for (int attempt = 1; impl.database && attempt <= detail::triesOfTrouble; ++attempt) {
        if (task.isStopped())
            return base::Task::cancelled();
        try {
            SimilarUnits similar = ask(impl, rising, limit, task);
            if (similar.words.empty())
                return base::fail(Errc::NotFound, "no words to search by in these texts");
            return similar;
        } catch (const detail::Stopped&) {
            return base::Task::cancelled();
        } catch (const Xapian::DatabaseModifiedError&) {
            impl.load();
        } catch (const Xapian::Error& error) {
            const detail::Trouble trouble = detail::troubleOf(error);
            const bool mayPass = trouble == detail::Trouble::Damage && !impl.isRemote;
            if (!mayPass || attempt == detail::triesOfTrouble) {
                if (mayPass)
                    impl.markDamaged();
                return tl::make_unexpected(detail::errorOf(trouble, error));
            }
            impl.database.reset();
            impl.load();
        }
    }
    return base::fail(Errc::Io, "there is no search index to ask", "run: rapport index STUDY");
}

} // namespace rapport::search
