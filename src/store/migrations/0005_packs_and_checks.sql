-- SPDX-License-Identifier: GPL-3.0-or-later
-- What packs and whole pages need.

-- Of the memo's journal row, so that in every copy the same memo of an author on a unit is the last; 0: made before there
-- were ticks, with `id` standing for it.
ALTER TABLE memo ADD COLUMN tick INTEGER NOT NULL DEFAULT 0 CHECK (tick >= 0);

-- Every page of a study that is made from here on carries a checksum, for which eight bytes of it are reserved
-- (store/page_checks.h); '1' where they are there. An older file stays without.
INSERT INTO meta (name, value) VALUES ('page_checks', '0');
