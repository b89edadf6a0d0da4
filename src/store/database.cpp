// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "base/platform/mapped_file.h"
#include "store/damaged.h"
#include "store/page_checks.h"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>

namespace rapport::store {

using base::Errc;
using base::Error;
using base::fail;
using base::Place;
using base::Result;
using base::Status;

namespace {

constexpr int busyMilliseconds = 2000;

// SQLite wants a destructor; its two special values are casts from integers in its header.
sqlite3_destructor_type copied() {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
    return SQLITE_TRANSIENT;
#pragma GCC diagnostic pop
}

std::string uriOf(const std::string& path) {
    std::string uri = "file:";
    for (const char letter : path) {
        if (letter == '%' || letter == '?' || letter == '#')
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(letter));
        else
            uri += letter;
    }
    return uri;
}

/// A name that begins with ':' would be SQLite's own; ours are always files.
std::string nameFor(const std::string& path) {
    return uriOf(path.empty() || path.front() == '/' ? path : "./" + path);
}

} // namespace

// Statement

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_home(other.m_home)
    , m_columns(other.m_columns) {
}

Statement::~Statement() {
    if (m_statement == nullptr)
        return;
    // A statement that is not reset keeps its read transaction open, and with it the whole write-ahead log.
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_home->push_back(m_statement);
}

void Statement::beginBinding(int count) {
    assert(sqlite3_bind_parameter_count(m_statement) == count);
    static_cast<void>(count);
    sqlite3_reset(m_statement);
    m_columns = 0;
}

void Statement::bindOne(Lifetime, int parameter, std::int64_t value) {
    sqlite3_bind_int64(m_statement, parameter, value);
}

void Statement::bindOne(Lifetime lifetime, int parameter, std::string_view value) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* bytes = value.data() == nullptr ? "" : value.data();
    sqlite3_bind_text64(m_statement, parameter, bytes, value.size(),
                        lifetime == Lifetime::Call ? SQLITE_STATIC : copied(), SQLITE_UTF8);
}

void Statement::bindOne(Lifetime lifetime, int parameter, const Blob& value) {
    const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
    sqlite3_bind_blob64(m_statement, parameter, bytes, value.bytes.size(),
                        lifetime == Lifetime::Call ? SQLITE_STATIC : copied());
}

void Statement::bindOne(Lifetime lifetime, int parameter, const base::Guid& value) {
    if (value.isNull()) {
        bindNull(parameter);
        return;
    }
    sqlite3_bind_blob64(m_statement, parameter, value.bytes().data(), value.bytes().size(),
                        lifetime == Lifetime::Call ? SQLITE_STATIC : copied());
}

void Statement::bindNull(int parameter) {
    sqlite3_bind_null(m_statement, parameter);
}

Result<bool> Statement::step() {
    if (m_database->m_inTransaction && sqlite3_get_autocommit(m_database->m_connection) != 0 &&
        sqlite3_stmt_readonly(m_statement) == 0) {
        // SQLite undid the transaction by itself (a full disk does that): nothing may be written as if it
        // were open.
        if (!m_database->m_broken)
            m_database->m_broken = Error{Errc::Io, "the transaction was undone", std::nullopt, {}};
        return tl::make_unexpected(*m_database->m_broken);
    }
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW) {
        m_columns = sqlite3_data_count(m_statement);
        return true;
    }
    m_columns = 0;
    if (result == SQLITE_DONE)
        return false;
    m_database->m_lastFailure = result;
    Error error = m_database->failure(result);
    if (m_database->m_inTransaction && sqlite3_get_autocommit(m_database->m_connection) != 0)
        m_database->breakTransaction(error);
    return tl::make_unexpected(std::move(error));
}

Result<bool> Statement::next() {
    return step();
}

Status Statement::finish() {
    while (true) {
        auto row = step();
        if (!row || !*row) {
            // Parameters of a call may be gone when it returns.
            sqlite3_reset(m_statement);
            if (!row)
                return fail(row);
            return {};
        }
    }
}

std::int64_t Statement::integer(int column) const {
    assert(column < m_columns);
    return sqlite3_column_int64(m_statement, column);
}

bool Statement::isNull(int column) const {
    assert(column < m_columns);
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::string_view Statement::view(int column) const {
    assert(column < m_columns);
    // As a blob: for a text these are the same bytes, and a text with a NUL in it stays whole.
    const void* bytes = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

base::Guid Statement::guid(int column) const {
    const std::string_view bytes = view(column);
    std::array<std::uint8_t, 16> guid{};
    if (bytes.size() == guid.size())
        std::memcpy(guid.data(), bytes.data(), guid.size());
    return base::Guid(guid);
}

base::Instant Statement::instant(int column) const {
    return base::Instant(std::chrono::milliseconds(integer(column)));
}

std::optional<text::TextRange> Statement::range(int column) const {
    if (isNull(column) || isNull(column + 1))
        return std::nullopt;
    return text::textRange(integer(column), integer(column + 1));
}

// Database

Result<std::unique_ptr<Database>> Database::connect(const std::string& path, Access access) {
    std::unique_ptr<Database> database(new Database(path));
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    // A reader, too, opens for writing where it may: it can then recover what a killed writer left and clear
    // the log away when it is the last to close. query_only keeps it from changing anything.
    flags |= access == Access::Immutable ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (access == Access::Create)
        flags |= SQLITE_OPEN_CREATE;
    const std::string uri = nameFor(path) + (access == Access::Immutable ? "?immutable=1" : "");
    const int result =
        sqlite3_open_v2(uri.c_str(), &database->m_connection, flags | SQLITE_OPEN_URI, checkedVfs());
    if (result != SQLITE_OK)
        return tl::make_unexpected(database->failure(result));
    if (access == Access::Create)
        database->reservePageChecks();
    // SQLite opens a file that it may not write for reading, without a word.
    if (access == Access::Write && sqlite3_db_readonly(database->m_connection, "main") == 1)
        return tl::make_unexpected(database->failure(SQLITE_READONLY));
    sqlite3_busy_timeout(database->m_connection, busyMilliseconds);
    database->distrustSchema();
    // Before anything is read: SQLite then needs no file in which readers and writers meet.
    if (access == Access::Alone)
        RAPPORT_TRY(database->execute("PRAGMA locking_mode = EXCLUSIVE"));
    RAPPORT_TRY(database->execute(
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL;"
        "PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 16777216;"
        "PRAGMA wal_autocheckpoint = 4000;"));
    database->m_isReadOnly = access != Access::Write && access != Access::Create;
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
    RAPPORT_ASSIGN(auto database, connect(path, access));
    if (access == Access::Read || access == Access::Alone)
        RAPPORT_TRY(database->execute("PRAGMA query_only = ON"));
    return database;
}

void Database::distrustSchema() {
    // Files come from elsewhere: no SQL of theirs may do more than SQL, and no limit needs to be larger than
    // ours.
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(m_connection, SQLITE_LIMIT_ATTACHED, 2);
}

Result<std::unique_ptr<Database>> Database::passingCopy(const base::Task& task) {
    std::unique_ptr<Database> copy(new Database(m_path)); // what is said of it is said of the study
    // No name: SQLite's own temporary database.
    const int opened = sqlite3_open_v2(
        "", &copy->m_connection,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (opened != SQLITE_OK)
        return tl::make_unexpected(copy->failure(opened));
    copy->distrustSchema();
    RAPPORT_TRY(
        copy->execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;"
                      "PRAGMA cache_size = -131072"));
    // One state of the study, whoever writes to it meanwhile: it is that of the first read, and a copy that
    // had to read for itself at every step would begin again with each commit of another.
    RAPPORT_TRY(execute("BEGIN"));
    if (const auto held = integer("SELECT count(*) FROM sqlite_schema"); !held) {
        rollback();
        return tl::make_unexpected(held.error());
    }
    sqlite3_backup* copying = sqlite3_backup_init(copy->m_connection, "main", m_connection, "main");
    constexpr int pagesBetweenLooks = 2048;
    int result = copying == nullptr ? sqlite3_extended_errcode(copy->m_connection) : SQLITE_OK;
    while (result == SQLITE_OK && !task.isStopped()) {
        result = sqlite3_backup_step(copying, pagesBetweenLooks);
        const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(copying));
        task.report(total - static_cast<std::uint64_t>(sqlite3_backup_remaining(copying)), total,
                    "reading the study");
    }
    sqlite3_backup_finish(copying);
    RAPPORT_TRY(execute("COMMIT"));
    if (result == SQLITE_OK)
        return base::Task::cancelled();
    if (result != SQLITE_DONE)
        return tl::make_unexpected(copy->failure(result));
    RAPPORT_TRY(copy->execute("PRAGMA journal_mode = MEMORY"));
    return copy;
}

void Database::reservePageChecks() {
    int bytes = pageCheckBytes;
    sqlite3_file_control(m_connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

bool Database::hasPageChecks() {
    int bytes = -1; // asks
    sqlite3_file_control(m_connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
    return bytes == pageCheckBytes;
}

Result<std::int64_t> Database::firstDamagedPage() {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(m_connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    RAPPORT_ASSIGN(const std::int64_t pageSize, integer("PRAGMA page_size"));
    sqlite3_int64 size = 0;
    if (file == nullptr || file->pMethods == nullptr || pageSize < 1 ||
        file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return 0;
    std::string page(static_cast<std::size_t>(pageSize), '\0');
    for (sqlite3_int64 at = 0; at < size; at += pageSize) {
        int result = SQLITE_OK;
        // Another connection may just be writing the page.
        for (int attempt = 0; attempt < 3; ++attempt) {
            result = file->pMethods->xRead(file, page.data(), static_cast<int>(pageSize), at);
            if (result == SQLITE_OK)
                break;
        }
        if (result != SQLITE_OK)
            return at / pageSize + 1;
    }
    return 0;
}

Result<std::unique_ptr<Database>> Database::inMemory() {
    std::unique_ptr<Database> database(new Database(":memory:"));
    const int result =
        sqlite3_open_v2(":memory:", &database->m_connection,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (result != SQLITE_OK)
        return tl::make_unexpected(database->failure(result));
    return database;
}

Result<std::string> Database::head(const std::string& path, std::size_t bytes) {
    // SQLite does not know its own files beside a study by their names: closing one would drop the locks.
    for (const std::string_view ending : {"-shm", "-wal", "-journal"}) {
        if (path.ends_with(ending))
            return std::string();
    }
    const std::unique_ptr<Database> database(new Database(path));
    int result = sqlite3_open_v2(
        nameFor(path).c_str(), &database->m_connection,
        SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI, checkedVfs());
    if (result != SQLITE_OK)
        return tl::make_unexpected(database->failure(result));
    sqlite3_file* file = nullptr;
    result = sqlite3_file_control(database->m_connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (result != SQLITE_OK || file == nullptr || file->pMethods == nullptr)
        return tl::make_unexpected(database->failure(result == SQLITE_OK ? SQLITE_CANTOPEN : result));
    sqlite3_int64 size = 0;
    result = file->pMethods->xFileSize(file, &size);
    std::string read(std::min(bytes, static_cast<std::size_t>(std::max<sqlite3_int64>(size, 0))), '\0');
    if (result == SQLITE_OK && !read.empty())
        result = file->pMethods->xRead(file, read.data(), static_cast<int>(read.size()), 0);
    if (result != SQLITE_OK)
        return tl::make_unexpected(database->failure(result));
    return read;
}

void Database::watchFiles() {
    m_watchedFile = base::fileIdentity(m_path);
    m_watchedLog = base::fileIdentity(m_path + "-wal");
}

Status Database::filesAreThere() const {
    if (!m_watchedFile ||
        (base::fileIdentity(m_path) == m_watchedFile && base::fileIdentity(m_path + "-wal") == m_watchedLog))
        return {};
    return fail(
        Errc::Io, Place{m_path, 0, 0, {}},
        "the study, or the file ending in '-wal' beside it, was taken away or replaced while it was open; "
        "what is done now is not saved",
        "close the study, see that no other program moves its files, and open it again");
}

Database::~Database() {
    for (const auto& [sql, statements] : m_statements) {
        for (sqlite3_stmt* statement : statements)
            sqlite3_finalize(statement);
    }
    // Closes at once; where a Statement is still borrowed, which is a bug, the connection stays until it is
    // gone.
    sqlite3_close_v2(m_connection);
}

Result<Statement> Database::statement(std::string_view sql) {
    auto found = m_statements.find(sql);
    if (found == m_statements.end())
        found = m_statements.emplace(std::string(sql), std::vector<sqlite3_stmt*>{}).first;
    std::vector<sqlite3_stmt*>& home = found->second;
    if (!home.empty()) {
        sqlite3_stmt* kept = home.back();
        home.pop_back();
        return Statement(*this, kept, home);
    }
    sqlite3_stmt* prepared = nullptr;
    const int result = sqlite3_prepare_v3(m_connection, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (result != SQLITE_OK)
        return tl::make_unexpected(failure(result));
    assert(prepared != nullptr);
    return Statement(*this, prepared, home);
}

Status Database::execute(const char* script) {
    const int result = sqlite3_exec(m_connection, script, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        return tl::make_unexpected(failure(result));
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
    RAPPORT_ASSIGN(Statement select, statement(sql));
    RAPPORT_ASSIGN(const bool hasRow, select.next());
    return hasRow ? select.integer(0) : 0;
}

Result<std::string> Database::text(std::string_view sql) {
    RAPPORT_ASSIGN(Statement select, statement(sql));
    RAPPORT_ASSIGN(const bool hasRow, select.next());
    return hasRow ? select.text(0) : std::string();
}

std::vector<std::string> Database::preparedSql() const {
    std::vector<std::string> all;
    for (const auto& [sql, statements] : m_statements)
        all.push_back(sql);
    return all;
}

std::int64_t Database::lastRowId() const {
    return sqlite3_last_insert_rowid(m_connection);
}

std::int64_t Database::changedRows() const {
    return sqlite3_changes64(m_connection);
}

Status Database::begin() {
    assert(!m_inTransaction);
    if (m_inTransaction)
        return fail(Errc::Refused, "a transaction is open already");
    if (m_isReadOnly)
        return fail(Errc::Refused, Place{m_path, 0, 0, {}}, "the study is open for reading only");
    RAPPORT_TRY(run("BEGIN IMMEDIATE"));
    m_inTransaction = true;
    m_broken.reset();
    return {};
}

Status Database::commit() {
    assert(m_inTransaction);
    if (m_broken) {
        Error error = *m_broken;
        rollback();
        return tl::make_unexpected(std::move(error));
    }
    m_inTransaction = false; // so that COMMIT itself is not taken for a write after the end
    if (Status done = run("COMMIT"); !done) {
        rollback();
        return done;
    }
    return filesAreThere();
}

void Database::rollback() {
    m_inTransaction = false;
    m_broken.reset();
    // Where SQLite undid the transaction by itself there is nothing left to undo.
    if (sqlite3_get_autocommit(m_connection) == 0)
        static_cast<void>(run("ROLLBACK"));
}

void Database::breakTransaction(const Error& error) {
    if (m_inTransaction && !m_broken)
        m_broken = error;
}

/// SQLite says "full" of the file itself only; its log's index and names in the folder need room as well.
static bool isOutOfRoom(sqlite3* connection, int sqliteResult) {
    if (sqliteResult == SQLITE_IOERR_SHMSIZE)
        return true;
    const int reason = connection == nullptr ? 0 : sqlite3_system_errno(connection);
    return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

void Database::limitValues(std::size_t bytes) {
    sqlite3_limit(m_connection, SQLITE_LIMIT_LENGTH, static_cast<int>(bytes));
}

Status Database::fillBlob(const char* table, const char* column, std::int64_t rowId, std::string_view bytes) {
    constexpr std::size_t pieceSize = 1U << 20U;
    sqlite3_blob* blob = nullptr;
    int result = sqlite3_blob_open(m_connection, "main", table, column, rowId, 1, &blob);
    for (std::size_t at = 0; result == SQLITE_OK && at < bytes.size(); at += pieceSize) {
        const std::string_view piece = bytes.substr(at, pieceSize);
        result = sqlite3_blob_write(blob, piece.data(), static_cast<int>(piece.size()), static_cast<int>(at));
        base::letGo(piece);
    }
    const int closed = sqlite3_blob_close(blob);
    if (result == SQLITE_OK)
        result = closed;
    if (result == SQLITE_OK)
        return {};
    const Error error = failure(result);
    if (m_inTransaction)
        breakTransaction(error);
    return tl::make_unexpected(error);
}

Error Database::failure(int sqliteResult) const {
    const std::string said =
        m_connection == nullptr ? sqlite3_errstr(sqliteResult) : sqlite3_errmsg(m_connection);
    const Place place{m_path, 0, 0, {}};
    const char* const damaged = isPackName(m_path)
                                    ? damagedHint(m_path)
                                    : "put a backup back; these there are: rapport restore STUDY --list";
    Error full{Errc::DiskFull, "no room left on the disk; nothing was changed", place,
               "free some space and try again"};
    switch (sqliteResult & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error{Errc::StudyLocked, "another program is writing the study", place,
                     "wait until it has finished, or close it, and try again"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error{Errc::StudyDamaged, base::said("the study is damaged ({})", said), place, damaged};
    case SQLITE_IOERR:
        if (sqliteResult == SQLITE_IOERR_DATA)
            return Error{Errc::StudyDamaged,
                         "the study is damaged: a page of the file is not what was written", place, damaged};
        if (isOutOfRoom(m_connection, sqliteResult))
            return full;
        return Error{Errc::Io, base::said("cannot read or write the study ({})", said), place,
                     "check the disk, then try again"};
    case SQLITE_FULL:
        return full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Error{Errc::Refused, "the study cannot be written here", place,
                     "check that you may write the file and its folder, or work on a copy"};
    case SQLITE_CANTOPEN:
        if (isOutOfRoom(m_connection, sqliteResult))
            return full;
        return Error{Errc::Io, base::said("cannot open the study ({})", said), place,
                     "check that you may write in its folder, or copy the study elsewhere"};
    case SQLITE_CONSTRAINT:
        if (sqliteResult == SQLITE_CONSTRAINT_FOREIGNKEY)
            return Error{Errc::Refused, "something that is not in the study was referred to", place, {}};
        return Error{Errc::Refused, said, place, {}};
    case SQLITE_TOOBIG:
        return Error{Errc::Refused, "a text or file is larger than a study can hold (1 GB)", place,
                     "split the file"};
    case SQLITE_INTERRUPT:
        return Error(base::Task::cancelled().value());
    default:
        return Error{Errc::Io, base::said("cannot read or write the study ({})", said), place,
                     "check the disk, then try again"};
    }
}

bool Database::wasDuplicate() const {
    return m_lastFailure == SQLITE_CONSTRAINT_UNIQUE || m_lastFailure == SQLITE_CONSTRAINT_PRIMARYKEY ||
           m_lastFailure == SQLITE_CONSTRAINT_ROWID;
}

bool Database::wasNull() const {
    return m_lastFailure == SQLITE_CONSTRAINT_NOTNULL;
}

Database::TemporaryWrites::TemporaryWrites(Database& database)
    : m_database(&database) {
    if (m_database->m_isReadOnly)
        static_cast<void>(m_database->execute("PRAGMA query_only = OFF"));
}

Database::TemporaryWrites::~TemporaryWrites() {
    if (m_database->m_isReadOnly)
        static_cast<void>(m_database->execute("PRAGMA query_only = ON"));
}

Database::StopWatch::StopWatch(Database& database, const base::Task& task)
    : m_database(&database)
    , m_former(database.m_stop) {
    listenTo(&task);
}

Database::StopWatch::~StopWatch() {
    listenTo(m_former);
}

void Database::StopWatch::listenTo(const base::Task* task) {
    constexpr int instructionsBetweenLooks = 20000;
    m_database->m_stop = task;
    if (task == nullptr)
        sqlite3_progress_handler(m_database->m_connection, 0, nullptr, nullptr);
    else
        sqlite3_progress_handler(
            m_database->m_connection, instructionsBetweenLooks,
            [](void* context) { return static_cast<const base::Task*>(context)->isStopped() ? 1 : 0; },
            const_cast<base::Task*>(task));
}

// Savepoint

Result<Savepoint> Savepoint::begin(Database& database) {
    RAPPORT_TRY(database.run("SAVEPOINT together"));
    return Savepoint(database);
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {
}

Savepoint::~Savepoint() {
    if (m_database == nullptr)
        return;
    static_cast<void>(m_database->execute("ROLLBACK TO together"));
    static_cast<void>(m_database->execute("RELEASE together"));
}

Status Savepoint::release() {
    if (Status released = m_database->run("RELEASE together"); !released)
        return released; // the destructor undoes it
    m_database = nullptr;
    return {};
}

} // namespace rapport::store
