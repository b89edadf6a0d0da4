-- SPDX-License-Identifier: GPL-3.0-or-later
-- The study file as first released. Never edited after a release: a later form is a later file.
--
-- Three kinds of tables. Content (study ... assignment, memo) holds the nouns and their texts. The journal holds what
-- happened, as references and ranges, and is only ever added to. State (coding, rating, flag, round.opened_at) is
-- what the journal amounts to; it is written together with the journal row that causes it and can be made anew.
--
-- Guids are 16 bytes, times are milliseconds since 1970 in UTC, ranges are half-open in code points of the source's
-- text, NULL is "none". Texts in several languages are JSON objects from language to text.

PRAGMA application_id = 0x52505254; -- "RPRT"

-- "min_reader": the lowest user_version whose programs can still read this file correctly.
CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta (name, value) VALUES ('min_reader', '1');

CREATE TABLE study (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    guid          BLOB NOT NULL CHECK (length(guid) = 16),
    title         TEXT NOT NULL,
    language      TEXT NOT NULL,
    template_name TEXT NOT NULL,
    created       INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument (
    id          INTEGER PRIMARY KEY,
    guid        BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    name        TEXT NOT NULL UNIQUE,
    title       TEXT NOT NULL,
    case_text   TEXT NOT NULL,
    is_stand_in INTEGER NOT NULL CHECK (is_stand_in IN (0, 1))
) STRICT;

CREATE TABLE prompt (
    id            INTEGER PRIMARY KEY,
    instrument_id INTEGER NOT NULL REFERENCES instrument (id),
    ordinal       INTEGER NOT NULL,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('open', 'yes-no', 'note')),
    wording       TEXT NOT NULL,
    UNIQUE (instrument_id, name)
) STRICT;

-- The bytes come last, so that reading the other columns does not read them.
CREATE TABLE imported_file (
    id       INTEGER PRIMARY KEY,
    guid     BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    name     TEXT NOT NULL,
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
    reader   TEXT NOT NULL,
    encoding TEXT NOT NULL,
    size     INTEGER NOT NULL CHECK (size >= 0),
    bytes    BLOB NOT NULL CHECK (length(bytes) = size)
) STRICT;

CREATE TABLE participant (
    id   INTEGER PRIMARY KEY,
    guid BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE attribute (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
    title      TEXT NOT NULL,
    type       TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean')),
    is_blinded INTEGER NOT NULL CHECK (is_blinded IN (0, 1)),
    expected   TEXT NOT NULL -- list of values in their order; empty: any
) STRICT;

CREATE TABLE attribute_value (
    participant_id INTEGER NOT NULL REFERENCES participant (id),
    attribute_id   INTEGER NOT NULL REFERENCES attribute (id),
    value          TEXT NOT NULL,
    PRIMARY KEY (participant_id, attribute_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribute_value_by_value ON attribute_value (attribute_id, value, participant_id);

-- Responses that are tabulated, and empty cells (value '').
CREATE TABLE response (
    participant_id INTEGER NOT NULL REFERENCES participant (id),
    prompt_id      INTEGER NOT NULL REFERENCES prompt (id),
    wave           TEXT NOT NULL,
    value          TEXT NOT NULL,
    PRIMARY KEY (prompt_id, participant_id, wave)
) STRICT, WITHOUT ROWID;

-- `length` is in code points. A text is written once; the trigger below keeps it so.
CREATE TABLE source (
    id             INTEGER PRIMARY KEY,
    guid           BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    name           TEXT NOT NULL UNIQUE CHECK (name <> ''),
    kind           TEXT NOT NULL CHECK (kind IN ('answer', 'transcript')),
    file_id        INTEGER REFERENCES imported_file (id),
    participant_id INTEGER REFERENCES participant (id),
    prompt_id      INTEGER REFERENCES prompt (id),
    wave           TEXT NOT NULL,
    language       TEXT NOT NULL,
    length         INTEGER NOT NULL CHECK (length >= 0),
    text           TEXT NOT NULL
) STRICT;
-- One answer of a participant to a prompt in a wave.
CREATE UNIQUE INDEX source_answer ON source (prompt_id, participant_id, wave) WHERE kind = 'answer';
CREATE TRIGGER source_text_stays BEFORE UPDATE OF text, length ON source
BEGIN
    SELECT RAISE(ABORT, 'the text of a source never changes');
END;

CREATE TABLE turn (
    source_id   INTEGER NOT NULL REFERENCES source (id),
    number      INTEGER NOT NULL CHECK (number >= 1),
    speaker     TEXT NOT NULL,
    range_begin INTEGER NOT NULL CHECK (range_begin >= 0),
    range_end   INTEGER NOT NULL CHECK (range_end >= range_begin),
    begin_ms    INTEGER CHECK (begin_ms >= 0),
    end_ms      INTEGER CHECK (end_ms >= 0),
    PRIMARY KEY (source_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX turn_by_begin ON turn (source_id, range_begin);

-- `id` is also the document number of every index; `added_at` is the journal row of the import that brought it, for
-- indexes that catch up.
CREATE TABLE unit (
    id             INTEGER PRIMARY KEY,
    guid           BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    name           TEXT NOT NULL UNIQUE CHECK (name <> ''),
    source_id      INTEGER NOT NULL REFERENCES source (id),
    kind           TEXT NOT NULL CHECK (kind IN ('answer', 'turn', 'sentence', 'transcript')),
    range_begin    INTEGER NOT NULL CHECK (range_begin >= 0),
    range_end      INTEGER NOT NULL CHECK (range_end > range_begin),
    ordinal        INTEGER NOT NULL,
    prompt_id      INTEGER REFERENCES prompt (id),
    participant_id INTEGER REFERENCES participant (id),
    added_at       INTEGER NOT NULL CHECK (added_at >= 1)
) STRICT;
CREATE INDEX unit_by_source ON unit (source_id);
CREATE INDEX unit_by_added ON unit (added_at);

CREATE TABLE codebook_version (
    version   INTEGER PRIMARY KEY CHECK (version >= 1),
    guid      BLOB NOT NULL CHECK (length(guid) = 16),
    name      TEXT NOT NULL,
    title     TEXT NOT NULL,
    licence   TEXT NOT NULL,
    is_frozen INTEGER NOT NULL CHECK (is_frozen IN (0, 1)),
    made      INTEGER NOT NULL
) STRICT;

-- Identities: the same code in all versions. What a version says of it is in the content tables.
CREATE TABLE variable (
    id   INTEGER PRIMARY KEY,
    guid BLOB NOT NULL UNIQUE CHECK (length(guid) = 16)
) STRICT;
CREATE TABLE code (
    id   INTEGER PRIMARY KEY,
    guid BLOB NOT NULL UNIQUE CHECK (length(guid) = 16)
) STRICT;

CREATE TABLE variable_content (
    version       INTEGER NOT NULL REFERENCES codebook_version (version),
    variable_id   INTEGER NOT NULL REFERENCES variable (id),
    ordinal       INTEGER NOT NULL,
    name          TEXT NOT NULL,
    scale         TEXT NOT NULL CHECK (scale IN ('presence', 'nominal', 'ordinal', 'count')),
    since_version INTEGER NOT NULL CHECK (since_version BETWEEN 1 AND version),
    content       TEXT NOT NULL,
    PRIMARY KEY (version, variable_id),
    UNIQUE (version, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE code_content (
    version       INTEGER NOT NULL REFERENCES codebook_version (version),
    code_id       INTEGER NOT NULL REFERENCES code (id),
    variable_id   INTEGER NOT NULL REFERENCES variable (id),
    ordinal       INTEGER NOT NULL, -- depth-first within the variable
    name          TEXT NOT NULL,
    parent_id     INTEGER REFERENCES code (id),
    depth         INTEGER NOT NULL CHECK (depth >= 0),
    is_codable    INTEGER NOT NULL CHECK (is_codable IN (0, 1)),
    since_version INTEGER NOT NULL CHECK (since_version BETWEEN 1 AND version),
    content       TEXT NOT NULL,
    PRIMARY KEY (version, code_id),
    UNIQUE (version, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE rater (
    id   INTEGER PRIMARY KEY,
    guid BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('human', 'gold', 'machine'))
) STRICT;

CREATE TABLE round (
    id        INTEGER PRIMARY KEY,
    guid      BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    name      TEXT NOT NULL UNIQUE CHECK (name <> ''),
    kind      TEXT NOT NULL CHECK (kind IN ('training', 'calibration', 'reliability', 'main', 'default')),
    is_blind  INTEGER NOT NULL CHECK (is_blind IN (0, 1)),
    variables TEXT NOT NULL, -- list of names; empty: all that apply
    plan      TEXT NOT NULL,
    opened_at INTEGER REFERENCES journal (position) -- state
) STRICT;

CREATE TABLE assignment (
    round_id       INTEGER NOT NULL REFERENCES round (id),
    rater_id       INTEGER NOT NULL REFERENCES rater (id),
    unit_id        INTEGER NOT NULL REFERENCES unit (id),
    ordinal        INTEGER NOT NULL CHECK (ordinal >= 1),
    neutral_number INTEGER NOT NULL CHECK (neutral_number >= 1),
    PRIMARY KEY (round_id, rater_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX assignment_order ON assignment (round_id, rater_id, ordinal);
CREATE INDEX assignment_by_unit ON assignment (unit_id, rater_id);
CREATE INDEX assignment_by_number ON assignment (round_id, neutral_number);

CREATE TABLE device (
    id   INTEGER PRIMARY KEY,
    guid BLOB NOT NULL UNIQUE CHECK (length(guid) = 16)
) STRICT;

CREATE TABLE journal (
    position        INTEGER PRIMARY KEY CHECK (position >= 1),
    guid            BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    act             TEXT NOT NULL CHECK (act <> ''),
    time            INTEGER NOT NULL,
    device_id       INTEGER NOT NULL REFERENCES device (id),
    device_sequence INTEGER NOT NULL CHECK (device_sequence >= 1),
    rater_id        INTEGER REFERENCES rater (id),
    round_id        INTEGER REFERENCES round (id),
    unit_id         INTEGER REFERENCES unit (id),
    variable_id     INTEGER REFERENCES variable (id),
    code_id         INTEGER REFERENCES code (id),
    range_begin     INTEGER CHECK (range_begin >= 0),
    range_end       INTEGER,
    number          INTEGER NOT NULL,
    version         INTEGER NOT NULL CHECK (version >= 0),
    target          BLOB CHECK (length(target) = 16),
    detail          TEXT NOT NULL,
    hash            BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (device_id, device_sequence),
    CHECK ((range_begin IS NULL) = (range_end IS NULL)),
    CHECK (range_begin IS NULL OR range_end > range_begin),
    CHECK (act <> 'code' OR (unit_id IS NOT NULL AND rater_id IS NOT NULL AND round_id IS NOT NULL
                             AND variable_id IS NOT NULL AND number >= 0 AND version >= 1)),
    CHECK (act <> 'withdraw' OR target IS NOT NULL)
) STRICT;
CREATE INDEX journal_by_unit ON journal (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX journal_by_rater ON journal (rater_id) WHERE rater_id IS NOT NULL;
CREATE INDEX journal_by_code ON journal (code_id) WHERE code_id IS NOT NULL;
CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is only added to');
END;
CREATE TRIGGER journal_keeps_values BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is only added to');
END;

-- State: one row per 'code' row of the journal, live until withdrawn.
CREATE TABLE coding (
    id           INTEGER PRIMARY KEY REFERENCES journal (position),
    guid         BLOB NOT NULL CHECK (length(guid) = 16),
    rater_id     INTEGER NOT NULL REFERENCES rater (id),
    round_id     INTEGER NOT NULL REFERENCES round (id),
    unit_id      INTEGER NOT NULL REFERENCES unit (id),
    variable_id  INTEGER NOT NULL REFERENCES variable (id),
    code_id      INTEGER REFERENCES code (id),
    range_begin  INTEGER CHECK (range_begin >= 0),
    range_end    INTEGER CHECK (range_end > range_begin),
    number       INTEGER NOT NULL CHECK (number >= 0),
    version      INTEGER NOT NULL CHECK (version >= 1),
    time         INTEGER NOT NULL,
    withdrawn_at INTEGER REFERENCES journal (position) CHECK (withdrawn_at > id),
    CHECK ((range_begin IS NULL) = (range_end IS NULL))
) STRICT;
-- Everything that says whether a coding is there already, so that asking does not read a long transcript's others.
CREATE INDEX coding_by_unit ON coding (unit_id, rater_id, round_id, variable_id, withdrawn_at, code_id, range_begin,
                                       range_end);
CREATE INDEX coding_by_round ON coding (round_id, rater_id);
CREATE INDEX coding_by_rater ON coding (rater_id);
CREATE INDEX coding_by_code ON coding (code_id, unit_id, rater_id, withdrawn_at);

-- State: one row per variable of a 'complete' row, live until reopened.
CREATE TABLE rating (
    position    INTEGER NOT NULL REFERENCES journal (position),
    variable_id INTEGER NOT NULL REFERENCES variable (id),
    rater_id    INTEGER NOT NULL REFERENCES rater (id),
    round_id    INTEGER NOT NULL REFERENCES round (id),
    unit_id     INTEGER NOT NULL REFERENCES unit (id),
    version     INTEGER NOT NULL CHECK (version >= 1),
    time        INTEGER NOT NULL,
    reopened_at INTEGER REFERENCES journal (position) CHECK (reopened_at > position),
    PRIMARY KEY (position, variable_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX rating_live ON rating (unit_id, rater_id, round_id, variable_id) WHERE reopened_at IS NULL;
CREATE INDEX rating_by_unit ON rating (unit_id, rater_id, round_id);
CREATE INDEX rating_by_round ON rating (round_id, rater_id);
CREATE INDEX rating_by_rater ON rating (rater_id);

-- State: units that a rater marked for discussion.
CREATE TABLE flag (
    rater_id INTEGER NOT NULL REFERENCES rater (id),
    round_id INTEGER NOT NULL REFERENCES round (id),
    unit_id  INTEGER NOT NULL REFERENCES unit (id),
    position INTEGER NOT NULL REFERENCES journal (position),
    PRIMARY KEY (rater_id, round_id, unit_id)
) STRICT, WITHOUT ROWID;

-- Every text that a memo had; the latest of an author on a unit counts.
CREATE TABLE memo (
    id       INTEGER PRIMARY KEY,
    guid     BLOB NOT NULL CHECK (length(guid) = 16),
    rater_id INTEGER REFERENCES rater (id),
    unit_id  INTEGER REFERENCES unit (id),
    time     INTEGER NOT NULL,
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX memo_by_unit ON memo (unit_id, rater_id);
