-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where the pages of the document that a text was read from begin in it. Pages without words are not there.
CREATE TABLE page (
    source_id   INTEGER NOT NULL REFERENCES source (id),
    range_begin INTEGER NOT NULL CHECK (range_begin >= 0),
    range_end   INTEGER NOT NULL CHECK (range_end > range_begin),
    number      INTEGER NOT NULL CHECK (number >= 1),
    PRIMARY KEY (source_id, range_begin)
) STRICT, WITHOUT ROWID;
