// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite connection, private to this room. Statements are prepared once and kept; a Statement is borrowed
// for one use and gives itself back, reset and with its parameters cleared, however that use ends. Refuses
// what has gone wrong before: a parameter left unbound, a column read past the last, a text that does not
// outlive its binding, a write that runs on after SQLite undid the transaction. One thread. No exception
// leaves it.
#pragma once

#include "base/clock.h"
#include "base/guid.h"
#include "base/result.h"
#include "base/task.h"
#include "text/text_range.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace rapport::store {

class Database;

/// Bytes that are no text.
struct Blob {
    std::string_view bytes;
};

class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Binds all parameters in order and runs to the end; for statements without rows. The arguments need to
    /// live for the call only. Errors as Database::failure.
    template<typename... Values>
    [[nodiscard]] base::Status run(const Values&... values) {
        bindAll(Lifetime::Call, values...);
        return finish();
    }
    /// Binds all parameters in order, keeping copies; next() then gives the rows.
    template<typename... Values>
    void bind(const Values&... values) {
        bindAll(Lifetime::Copy, values...);
    }
    /// Moves to the next row; false after the last.
    [[nodiscard]] base::Result<bool> next();

    // Columns of the current row, from 0. NULL reads as 0, empty or none.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] bool isNull(int column) const;
    /// Valid until the next call of next(), or until the Statement is gone.
    [[nodiscard]] std::string_view view(int column) const;
    [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }
    [[nodiscard]] base::Guid guid(int column) const;
    [[nodiscard]] base::Instant instant(int column) const;
    /// Begin and end in two columns beside one another; nullopt where they are NULL.
    [[nodiscard]] std::optional<text::TextRange> range(int column) const;
    template<typename Id>
    [[nodiscard]] Id id(int column) const {
        return Id(integer(column));
    }

private:
    friend class Database;
    enum class Lifetime { Call, Copy };

    Statement(Database& database, sqlite3_stmt* statement, std::vector<sqlite3_stmt*>& home)
        : m_database(&database)
        , m_statement(statement)
        , m_home(&home) {}

    template<typename... Values>
    void bindAll([[maybe_unused]] Lifetime lifetime, const Values&... values) {
        beginBinding(static_cast<int>(sizeof...(values)));
        int parameter = 0;
        (bindOne(lifetime, ++parameter, values), ...);
    }
    void beginBinding(int count);
    void bindOne(Lifetime, int parameter, std::int64_t value);
    void bindOne(Lifetime lifetime, int parameter, int value) {
        bindOne(lifetime, parameter, static_cast<std::int64_t>(value));
    }
    void bindOne(Lifetime lifetime, int parameter, bool value) {
        bindOne(lifetime, parameter, static_cast<std::int64_t>(value ? 1 : 0));
    }
    void bindOne(Lifetime lifetime, int parameter, std::string_view value);
    void bindOne(Lifetime lifetime, int parameter, const std::string& value) {
        bindOne(lifetime, parameter, std::string_view(value));
    }
    void bindOne(Lifetime lifetime, int parameter, const char* value) {
        bindOne(lifetime, parameter, std::string_view(value));
    }
    void bindOne(Lifetime lifetime, int parameter, const Blob& value);
    /// The null guid is NULL.
    void bindOne(Lifetime lifetime, int parameter, const base::Guid& value);
    void bindOne(Lifetime lifetime, int parameter, base::Instant value) {
        bindOne(lifetime, parameter, static_cast<std::int64_t>(value.time_since_epoch().count()));
    }
    /// None is NULL.
    template<typename Tag>
    void bindOne(Lifetime lifetime, int parameter, base::RowId<Tag> value) {
        if (value.isNone())
            bindNull(parameter);
        else
            bindOne(lifetime, parameter, value.value);
    }
    template<typename Value>
    void bindOne(Lifetime lifetime, int parameter, const std::optional<Value>& value) {
        if (value)
            bindOne(lifetime, parameter, *value);
        else
            bindNull(parameter);
    }
    void bindNull(int parameter);
    [[nodiscard]] base::Status finish();
    [[nodiscard]] base::Result<bool> step();

    Database* m_database;
    sqlite3_stmt* m_statement;
    std::vector<sqlite3_stmt*>* m_home;
    int m_columns = 0; ///< of the current row; 0 where there is none
};

class Database {
public:
    enum class Access {
        Write,
        Read,      ///< query_only; the file itself need not be writable
        Alone,     ///< the same with a lock on the whole file, so that nothing is made beside it
        Immutable, ///< a file in a folder where nothing can be written and nobody writes
        Create,
    };

    /// Opens and sets what every connection must have. Does not look whether it is a study.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const std::string& path, Access access);
    /// For comparing schemas.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> inMemory();
    /// The first bytes of a file, fewer if it is shorter. Read by SQLite, because closing a descriptor of our
    /// own would drop the locks that this process holds on a study that is open already. SOURCE: SQLite, "How
    /// To Corrupt An SQLite Database File", section 2.2. Of what SQLite keeps beside a study, empty: it is
    /// not touched. Errors: as failure().
    [[nodiscard]] static base::Result<std::string> head(const std::string& path, std::size_t bytes);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Borrows a prepared statement. `sql` is one statement.
    [[nodiscard]] base::Result<Statement> statement(std::string_view sql);
    /// Runs a script; rows are dropped.
    [[nodiscard]] base::Status execute(const char* script);
    /// The first column of the first row; 0 where there is no row.
    [[nodiscard]] base::Result<std::int64_t> integer(std::string_view sql);
    [[nodiscard]] base::Result<std::string> text(std::string_view sql);
    template<typename... Values>
    [[nodiscard]] base::Status run(std::string_view sql, const Values&... values) {
        RAPPORT_ASSIGN(Statement statementToRun, statement(sql));
        return statementToRun.run(values...);
    }

    /// Fills a blob of that size with bytes, piece by piece: SQLite never holds all of it. Inside a
    /// transaction.
    [[nodiscard]] base::Status fillBlob(const char* table, const char* column, std::int64_t rowId,
                                        std::string_view bytes);

    /// A row or value of more bytes than that cannot be read: Refused.
    void limitValues(std::size_t bytes);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    /// Whether every page carries a checksum (store/page_checks.h).
    [[nodiscard]] bool hasPageChecks();
    /// Keeps room for them in a new file.
    void reservePageChecks();
    /// All of it as it is now, to be written to and thrown away: it goes with its connection. In memory, and
    /// what is too large for that in a file without a name. Errors: as failure(), Cancelled.
    [[nodiscard]] base::Result<std::unique_ptr<Database>> passingCopy(const base::Task& task);
    /// Reads every page of the file, also those that no table uses now: the number of the first that
    /// is damaged, 0 for none.
    [[nodiscard]] base::Result<std::int64_t> firstDamagedPage();
    /// SQL of every statement that was prepared so far, for tests of query plans.
    [[nodiscard]] std::vector<std::string> preparedSql() const;
    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] std::int64_t changedRows() const;

    /// From now on commit() fails where the file or its write-ahead log is no longer the one that this
    /// connection writes to: another program removed or replaced it, and what is written would be lost. Call
    /// it when the database is in WAL mode and has been read from.
    void watchFiles();

    [[nodiscard]] base::Status begin();
    [[nodiscard]] base::Status commit();
    void rollback();
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }
    /// A write inside the transaction failed half-way: commit() will undo all of it and return this error.
    void breakTransaction(const base::Error& error);

    /// Lets a read-only connection write its own temporary tables while it lives.
    class TemporaryWrites {
    public:
        explicit TemporaryWrites(Database& database);
        ~TemporaryWrites();
        TemporaryWrites(const TemporaryWrites&) = delete;
        TemporaryWrites& operator=(const TemporaryWrites&) = delete;

    private:
        Database* m_database;
    };

    /// While it lives, a stop request ends a running statement with Cancelled. One inside another is heard in
    /// its place. The task outlives it.
    class StopWatch {
    public:
        StopWatch(Database& database, const base::Task& task);
        ~StopWatch();
        StopWatch(const StopWatch&) = delete;
        StopWatch& operator=(const StopWatch&) = delete;

    private:
        void listenTo(const base::Task* task);

        Database* m_database;
        const base::Task* m_former;
    };

    /// What SQLite's last result means for a user: StudyLocked, StudyDamaged, DiskFull, Refused, Cancelled or
    /// Io.
    [[nodiscard]] base::Error failure(int sqliteResult) const;
    /// Whether the last statement that failed met a UNIQUE or PRIMARY KEY constraint.
    [[nodiscard]] bool wasDuplicate() const;
    /// ... a NOT NULL constraint: something that was looked up by name is not there.
    [[nodiscard]] bool wasNull() const;

private:
    friend class Statement;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    explicit Database(std::string path)
        : m_path(std::move(path)) {}
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> connect(const std::string& path,
                                                                         Access access);
    void distrustSchema();

    std::string m_path;
    sqlite3* m_connection = nullptr;
    /// Which file a name stands for; none where there is no such file.
    using FileIdentity = std::optional<std::pair<std::uint64_t, std::uint64_t>>;
    [[nodiscard]] base::Status filesAreThere() const;
    FileIdentity m_watchedFile;
    FileIdentity m_watchedLog;
    bool m_isReadOnly = false;
    bool m_inTransaction = false;
    int m_lastFailure = 0;              ///< of a statement
    const base::Task* m_stop = nullptr; ///< that a StopWatch listens to
    std::optional<base::Error> m_broken;
    // Statements at home, by their SQL. One that is borrowed twice at the same time is prepared twice.
    std::unordered_map<std::string, std::vector<sqlite3_stmt*>, TextHash, std::equal_to<>> m_statements;
};

/// Several statements that happen together, inside a transaction or without one. Undone unless released.
class Savepoint {
public:
    [[nodiscard]] static base::Result<Savepoint> begin(Database& database);
    Savepoint(Savepoint&& other) noexcept;
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint();
    [[nodiscard]] base::Status release();

private:
    explicit Savepoint(Database& database)
        : m_database(&database) {}
    Database* m_database;
};

} // namespace rapport::store
