// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/shards.h"

#include "base/format.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "search/index_impl.h"
#include "search/terms.h"
#include "search/token_search.h"

#include <xapian.h>

#include <algorithm>

namespace rapport::search {

namespace fs = std::filesystem;
using base::Errc;
using base::Result;

namespace {

constexpr std::size_t mostShards = 64;
constexpr std::size_t documentsPerLook = 256;

/// Copies every document to its part. May throw Xapian::Error and detail::Stopped.
void copy(const Xapian::Database& whole, std::vector<Xapian::WritableDatabase>& parts,
          const base::Task& task) {
    std::size_t copied = 0;
    const auto count = static_cast<Xapian::docid>(parts.size());
    for (auto at = whole.postlist_begin(std::string()); at != whole.postlist_end(std::string()); ++at) {
        if (copied++ % documentsPerLook == 0) {
            if (task.isStopped())
                throw detail::Stopped();
            task.report(copied, whole.get_doccount(), "splitting the index");
        }
        parts[(*at - 1) % count].replace_document((*at - 1) / count + 1, whole.get_document(*at));
    }
}

} // namespace

Result<std::vector<fs::path>> splitIndex(const fs::path& cacheFolder, const base::Guid& study,
                                         std::size_t count, const fs::path& into, const base::Task& task) {
    if (count < 1 || count > mostShards)
        return base::fail(Errc::InvalidArgument,
                          base::said("an index is split into 1 to {} parts", mostShards));
    std::error_code trouble;
    fs::create_directories(into, trouble);
    if (trouble)
        return base::fail(Errc::Io, base::Place{into.string(), 0, 0, {}}, "the folder cannot be made");
    if (!fs::is_empty(into, trouble) || trouble)
        return base::fail(Errc::Refused, base::Place{into.string(), 0, 0, {}}, "the folder is not empty",
                          "name a new one");
    IndexReader::Impl reader;
    reader.folder = detail::IndexFolder(cacheFolder, study);
    reader.guid = study.text();
    reader.load();
    if (!reader.database)
        return base::fail(Errc::NotFound, "there is no search index to split", "run: rapport index STUDY");
    std::vector<fs::path> paths;
    try {
        std::vector<Xapian::WritableDatabase> parts;
        for (std::size_t part = 0; part < count; ++part) {
            paths.push_back(into / fmt::format("shard-{}", part + 1));
            parts.emplace_back(paths.back().string(), Xapian::DB_CREATE);
        }
        copy(*reader.database, parts, task);
        for (Xapian::WritableDatabase& part : parts) {
            for (const char* key :
                 {detail::guidKey, detail::fingerprintKey, detail::cursorKey, detail::historyKey})
                part.set_metadata(key, reader.database->get_metadata(key));
            part.commit();
        }
    } catch (const detail::Stopped&) {
        fs::remove_all(into, trouble);
        return base::Task::cancelled();
    } catch (const Xapian::Error& error) {
        fs::remove_all(into, trouble);
        return tl::make_unexpected(detail::errorOf(detail::troubleOf(error), error));
    }
    return paths;
}

base::Status useShards(const fs::path& cacheFolder, const base::Guid& study,
                       const std::vector<std::string>& servers) {
    const detail::IndexFolder folder(cacheFolder, study);
    RAPPORT_TRY(folder.create());
    const fs::path stub = folder.shardsPath();
    std::error_code ignored;
    if (servers.empty()) {
        fs::remove(stub, ignored);
        return {};
    }
    std::string lines;
    for (const std::string& server : servers) {
        constexpr std::int64_t highestPort = 65'535;
        const std::size_t colon = server.rfind(':');
        const auto port = colon == std::string::npos
                              ? std::nullopt
                              : base::parseInteger(std::string_view(server).substr(colon + 1));
        if (colon == std::string::npos || colon == 0 || !port || *port < 1 || *port > highestPort ||
            server.find_first_of(" \t\r\n#") != std::string::npos)
            return base::fail(Errc::InvalidArgument, base::said("'{}' names no server", server),
                              "write HOST:PORT");
        lines += "remote " + server + '\n';
    }
    return base::writeFileAtomically(stub.string(), lines);
}

} // namespace rapport::search
