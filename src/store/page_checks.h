// SPDX-License-Identifier: GPL-3.0-or-later
// A checksum in the last eight bytes of every page of a study file, put there by a layer between SQLite and
// the disk and verified at every read: a bit that flipped on the disk or on the way is an error, never
// another answer. Files without room for it (made before) are read unverified. Private to this room. Any
// thread.
#pragma once

namespace rapport::store {

/// Of a page, at its end; SQLite keeps the room free ("reserved bytes").
inline constexpr int pageCheckBytes = 8;

/// The layer's name for sqlite3_open_v2; registered at the first call, over what is SQLite's default then.
[[nodiscard]] const char* checkedVfs();

} // namespace rapport::store
