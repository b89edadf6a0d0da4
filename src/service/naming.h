// SPDX-License-Identifier: GPL-3.0-or-later
// People's names in what is to be imported: proposed for the list of pseudonyms, the list sealed away, and a
// search of the whole study for what may be left of them.
#pragma once

#include "service/importing.h"

namespace rapport::service {

/// A word of the files that is probably a name.
struct ProposedName {
    std::string name;
    std::string replacement;
    std::int64_t times = 0;
    std::string example;
};

/// `rapport.names/1`.
struct ProposedNames {
    std::vector<ProposedName> names;
};

/// Capitalised words inside sentences that the texts never write without a capital, and speakers' names.
/// Looks through answers and transcripts; the study is not changed. Errors: as for importing.
[[nodiscard]] base::Result<ProposedNames> proposeNames(Session& session,
                                                       const std::vector<std::string>& files,
                                                       const ImportOptions& options,
                                                       const base::Task& task = {});

/// The list as `ImportOptions::pseudonymsFile` reads it.
[[nodiscard]] std::string namesList(const ProposedNames& names);

/// Writes the list sealed with a passphrase (`rapport unseal` opens it), the one place where names and
/// replacements stay together. Errors: as for sealing.
[[nodiscard]] base::Status sealNames(const std::string& pseudonymsFile, const std::string& out,
                                     const std::string& passphrase);

/// Where a listed name still stands: "study.rapport", or with the table and column that hold it; empty if
/// nowhere. Every byte of the file and of the log beside it is read, then every value of every table (a value
/// may be spread over pages of the file). The study must not be open here. Errors: as for the list.
[[nodiscard]] base::Result<std::string> namesLeft(const std::string& study,
                                                  const std::string& pseudonymsFile);

} // namespace rapport::service
