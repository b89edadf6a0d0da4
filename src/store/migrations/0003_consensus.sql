-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came of talking about disagreements, undo that outlives the program, and the withdrawal of consent.

-- Content: why a disagreement was settled as it was, and what was remarked about it. Journal rows point here by guid.
CREATE TABLE note (
    id          INTEGER PRIMARY KEY,
    guid        BLOB NOT NULL UNIQUE CHECK (length(guid) = 16),
    kind        TEXT NOT NULL CHECK (kind IN ('reason', 'remark')),
    rater_id    INTEGER REFERENCES rater (id),
    round_id    INTEGER REFERENCES round (id),
    unit_id     INTEGER REFERENCES unit (id),
    variable_id INTEGER REFERENCES variable (id),
    code_id     INTEGER REFERENCES code (id),
    time        INTEGER NOT NULL,
    text        TEXT NOT NULL,
    version     INTEGER -- of the codebook whose change came of it
) STRICT;
CREATE INDEX note_by_unit ON note (unit_id, round_id);

-- State: one row per 'adjudicate' row of the journal, live until unsettled. `number`: 0 or 1 for a code that can be
-- present, the number of a count, 1 for a level (which is `code_id`).
CREATE TABLE consensus (
    id           INTEGER PRIMARY KEY REFERENCES journal (position),
    guid         BLOB NOT NULL CHECK (length(guid) = 16),
    rater_id     INTEGER NOT NULL REFERENCES rater (id), -- who settled it
    round_id     INTEGER NOT NULL REFERENCES round (id),
    unit_id      INTEGER NOT NULL REFERENCES unit (id),
    variable_id  INTEGER NOT NULL REFERENCES variable (id),
    code_id      INTEGER REFERENCES code (id),
    number       INTEGER NOT NULL CHECK (number >= 0),
    version      INTEGER NOT NULL CHECK (version >= 1),
    time         INTEGER NOT NULL,
    reason       BLOB CHECK (length(reason) = 16), -- a note
    detail       TEXT NOT NULL,
    unsettled_at INTEGER REFERENCES journal (position) CHECK (unsettled_at > id)
) STRICT;
CREATE INDEX consensus_by_unit ON consensus (unit_id, round_id, variable_id, unsettled_at, code_id);
CREATE INDEX consensus_by_round ON consensus (round_id, unsettled_at);

-- What undo takes back as one: journal rows of one transaction by one viewer on this machine. Not part of what copies
-- of a study share; without it there is nothing to undo, and nothing else is lost.
CREATE TABLE step (
    first_position INTEGER PRIMARY KEY REFERENCES journal (position),
    last_position  INTEGER NOT NULL CHECK (last_position >= first_position),
    device_id      INTEGER NOT NULL REFERENCES device (id),
    viewer_id      INTEGER REFERENCES rater (id), -- none: the coordinator
    kind           TEXT NOT NULL CHECK (kind IN ('act', 'undo', 'redo'))
) STRICT;

-- The journal row by which a participant's texts, or a file's bytes, went.
ALTER TABLE participant ADD COLUMN forgotten_at INTEGER REFERENCES journal (position);
ALTER TABLE imported_file ADD COLUMN forgotten_at INTEGER REFERENCES journal (position);
-- ... and a unit left the statistics.
ALTER TABLE unit ADD COLUMN left_out_at INTEGER REFERENCES journal (position);

-- A text changes only where the journal's last row says that something in it was blotted out, and keeps its length.
DROP TRIGGER source_text_stays;
CREATE TRIGGER source_text_stays BEFORE UPDATE OF text, length ON source
WHEN new.length <> old.length OR length(new.text) <> length(old.text)
     OR (SELECT act FROM journal ORDER BY position DESC LIMIT 1) NOT IN ('redact', 'forget')
BEGIN
    SELECT RAISE(ABORT, 'the text of a source never changes');
END;
