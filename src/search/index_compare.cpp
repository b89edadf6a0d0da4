// SPDX-License-Identifier: GPL-3.0-or-later
// The index held against the units it was made of.
#include "base/format.h"
#include "search/index_build.h"
#include "search/index_impl.h"
#include "search/terms.h"

namespace rapport::search {

namespace {

/// Of one word in one document: added up, the order in which they come does not matter.
std::uint64_t markOf(const std::string& term, Xapian::docid document, Xapian::termcount count) {
    std::uint64_t mark = 1'469'598'103'934'665'603U; // FNV-1a
    const auto take = [&mark](std::uint64_t byte) { mark = (mark ^ byte) * 1'099'511'628'211U; };
    for (const char byte : term)
        take(static_cast<unsigned char>(byte));
    for (int shift = 0; shift < 32; shift += 8) {
        take((document >> shift) & 0xFFU);
        take((count >> shift) & 0xFFU);
    }
    return mark;
}

bool isSame(const Xapian::Document& there, const Xapian::Document& wanted) {
    auto term = there.termlist_begin();
    for (auto at = wanted.termlist_begin(); at != wanted.termlist_end(); ++at, ++term) {
        if (term == there.termlist_end() || *term != *at || term.get_wdf() != at.get_wdf())
            return false;
    }
    return term == there.termlist_end() && there.get_data() == wanted.get_data() &&
           there.get_value(detail::orderSlot) == wanted.get_value(detail::orderSlot) &&
           there.get_value(detail::dateSlot) == wanted.get_value(detail::dateSlot);
}

} // namespace

base::Result<Index::Comparison> compareIndex(const Xapian::Database& database, const Index::UnitSource& units,
                                             const base::Task& task) {
    constexpr std::size_t stepsPerLook = 256;
    constexpr std::size_t mostExamples = 5;
    Index::Comparison found;
    std::uint64_t wanted = 0;
    std::uint64_t there = 0;
    std::size_t steps = 0;
    bool isStopped = false;
    base::Status failed;
    // Runs what reads the index; false where that is no use any more.
    const auto reads = [&failed](const auto& work) {
        try {
            work();
            return true;
        } catch (const Xapian::DatabaseModifiedError&) {
            failed =
                base::fail(base::Errc::Io, "the index was written while it was compared", "compare it again");
        } catch (const Xapian::Error& error) {
            failed = base::fail(base::Errc::Io, base::said("the search index failed: {}", error.get_msg()));
        }
        return false;
    };
    RAPPORT_TRY(units([&](const IndexedUnit& unit) {
        isStopped = ++steps % stepsPerLook == 0 && task.isStopped();
        if (isStopped)
            return false;
        ++found.units;
        const Xapian::Document document = detail::documentOf(unit);
        const auto number = static_cast<Xapian::docid>(unit.id.value);
        bool isThere = false;
        const bool isRead = reads([&] {
            for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at)
                wanted += markOf(*at, number, at.get_wdf());
            try {
                isThere = isSame(database.get_document(number), document);
            } catch (const Xapian::DocNotFoundError&) {
                isThere = false;
            }
        });
        if (!isThere) {
            ++found.different;
            if (found.examples.size() < mostExamples)
                found.examples.push_back(unit.id);
        }
        return isRead;
    }));
    if (isStopped)
        return base::Task::cancelled();
    RAPPORT_TRY(failed);
    reads([&] {
        for (auto term = database.allterms_begin(); term != database.allterms_end() && !isStopped; ++term) {
            for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
                isStopped = isStopped || (++steps % stepsPerLook == 0 && task.isStopped());
                there += markOf(*term, *at, at.get_wdf());
            }
        }
        found.documents = database.get_doccount();
    });
    if (isStopped)
        return base::Task::cancelled();
    RAPPORT_TRY(failed);
    found.arePostingsOther = there != wanted;
    return found;
}

} // namespace rapport::search
