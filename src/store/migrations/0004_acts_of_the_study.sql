-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened to the study as a whole (versions of the codebook, imports, rounds, ...) is asked for by kind, and rare
-- among the rows of raters' work.
CREATE INDEX journal_by_act ON journal (act, position)
WHERE act NOT IN ('code', 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag');
