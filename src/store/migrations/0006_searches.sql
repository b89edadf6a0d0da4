-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people ask of the texts: searches under a name, lines that were hidden, samples of lines that raters judge blind.

-- Content: every saving, running and removing of a search under a name of one viewer (none: the coordinator). The latest
-- 'save' or 'remove' of a name says what it is.
CREATE TABLE saved_search (
    id       INTEGER PRIMARY KEY,
    guid     BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    rater_id INTEGER REFERENCES rater (id),
    name     TEXT NOT NULL CHECK (name <> ''),
    kind     TEXT NOT NULL CHECK (kind IN ('save', 'run', 'remove')),
    time     INTEGER NOT NULL,
    query    TEXT NOT NULL,
    settings TEXT NOT NULL, -- JSON: order, context, sample, forms that were ticked
    lines    INTEGER NOT NULL CHECK (lines >= 0), -- of a run
    units    INTEGER NOT NULL CHECK (units >= 0)
) STRICT;
CREATE INDEX saved_search_by_name ON saved_search (name, id);

-- A line that one viewer left out, with the reason. `words`: what makes lines in the query (no fields), as it was
-- understood: the line stays hidden when the same words are searched elsewhere or among fewer units.
CREATE TABLE hidden_line (
    id          INTEGER PRIMARY KEY,
    guid        BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    rater_id    INTEGER REFERENCES rater (id),
    words       TEXT NOT NULL,
    unit_id     INTEGER NOT NULL REFERENCES unit (id),
    range_begin INTEGER NOT NULL CHECK (range_begin >= 0),
    range_end   INTEGER NOT NULL CHECK (range_end > range_begin),
    reason      TEXT NOT NULL,
    time        INTEGER NOT NULL,
    shown_at    INTEGER -- when it was shown again
) STRICT;
CREATE INDEX hidden_line_by_words ON hidden_line (words, rater_id) WHERE shown_at IS NULL;
CREATE INDEX hidden_line_by_unit ON hidden_line (unit_id);

-- Lines drawn by chance that raters judge one by one, seeing nothing of each other's work. What they judged is in the
-- journal ('judge': rater, unit, range, code or none, number of the line; target: the sample); the latest counts.
CREATE TABLE line_sample (
    id        INTEGER PRIMARY KEY,
    guid      BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    name      TEXT NOT NULL UNIQUE CHECK (name <> ''),
    query     TEXT NOT NULL,
    found     INTEGER NOT NULL CHECK (found >= 0), -- lines from which it was drawn
    seed      INTEGER NOT NULL,
    width     INTEGER NOT NULL CHECK (width >= 0), -- words of context
    time      INTEGER NOT NULL,
    opened_at INTEGER REFERENCES journal (position)
) STRICT;
CREATE TABLE sample_line (
    sample_id   INTEGER NOT NULL REFERENCES line_sample (id),
    number      INTEGER NOT NULL CHECK (number >= 1),
    unit_id     INTEGER NOT NULL REFERENCES unit (id),
    range_begin INTEGER NOT NULL CHECK (range_begin >= 0),
    range_end   INTEGER NOT NULL CHECK (range_end > range_begin),
    PRIMARY KEY (sample_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_line_by_unit ON sample_line (unit_id);
CREATE TABLE sample_rater (
    sample_id INTEGER NOT NULL REFERENCES line_sample (id),
    rater_id  INTEGER NOT NULL REFERENCES rater (id),
    PRIMARY KEY (sample_id, rater_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sample_code (
    sample_id INTEGER NOT NULL REFERENCES line_sample (id),
    ordinal   INTEGER NOT NULL CHECK (ordinal >= 1),
    code_id   INTEGER NOT NULL REFERENCES code (id),
    PRIMARY KEY (sample_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Judgements are read by the sample that they are about.
CREATE INDEX journal_by_sample ON journal (target, position) WHERE act = 'judge';
