-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the union of two copies' journals needs.

-- Order of the rows that is the same in every copy: milliseconds since 1970, but always more than any row had that the
-- file held when the row was made. 0: made before there were ticks; then the row's position in the file where it was made
-- stands for it, and the first merge writes that down.
ALTER TABLE journal ADD COLUMN tick INTEGER NOT NULL DEFAULT 0 CHECK (tick >= 0);

-- Rows whose predecessor in the chain of their device is not in this file (a pack holds one rater's rows only) or stands
-- in another branch: the hash that they build on.
CREATE TABLE chain_start (
    position INTEGER PRIMARY KEY REFERENCES journal (position),
    previous BLOB NOT NULL CHECK (length(previous) = 32)
) STRICT;

-- A device whose rows part in two ways (a restored image of a machine): the later branch found has a device row of its
-- own; `guid` is the guid that its rows were written under.
CREATE TABLE fork (
    device_id INTEGER PRIMARY KEY REFERENCES device (id),
    guid      BLOB NOT NULL CHECK (length(guid) = 16)
) STRICT;
