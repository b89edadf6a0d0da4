// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merging_rows.h"

#include "base/format.h"

namespace rapport::store {

namespace {

constexpr const char* allIncoming =
    "SELECT j.position, j.guid, j.act, j.time, coalesce(f.guid, d.guid), j.device_sequence,"
    " coalesce(s.previous, b.hash), j.hash, r.guid, o.guid, u.guid, v.guid, c.guid, j.range_begin, "
    "j.range_end,"
    " j.number, j.version, j.target, j.detail, CASE WHEN j.tick > 0 THEN j.tick ELSE j.position END"
    " FROM journal j JOIN device d ON d.id = j.device_id LEFT JOIN fork f ON f.device_id = j.device_id"
    " LEFT JOIN chain_start s ON s.position = j.position"
    " LEFT JOIN journal b ON b.device_id = j.device_id AND b.device_sequence = j.device_sequence - 1"
    " LEFT JOIN rater r ON r.id = j.rater_id LEFT JOIN round o ON o.id = j.round_id"
    " LEFT JOIN unit u ON u.id = j.unit_id LEFT JOIN variable v ON v.id = j.variable_id"
    " LEFT JOIN code c ON c.id = j.code_id {} ORDER BY j.position";
// In the words of the index on the rare kinds, so that it serves.
constexpr const char* onlyTaking =
    "WHERE j.act IN ('redact', 'forget') AND j.act NOT IN ('code', 'withdraw', 'complete', 'reopen', 'memo',"
    " 'flag', 'unflag')";
constexpr const char* withoutTaking = "WHERE j.act NOT IN ('redact', 'forget')";

std::optional<std::int64_t> optionalNumber(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

} // namespace

base::Result<Statement> selectIncoming(Database& other, IncomingPart part) {
    return other.statement(
        fmt::format(allIncoming, part == IncomingPart::Taking ? onlyTaking : withoutTaking));
}

IncomingRow incomingOf(const Statement& row) {
    IncomingRow incoming;
    incoming.position = row.integer(0);
    incoming.guid = row.guid(1);
    incoming.actName = row.text(2);
    incoming.act = act(incoming.actName);
    incoming.time = row.integer(3);
    incoming.spot.device = row.guid(4);
    incoming.spot.sequence = row.integer(5);
    incoming.spot.previous = row.text(6);
    incoming.spot.hash = row.text(7);
    incoming.rater = row.guid(8);
    incoming.round = row.guid(9);
    incoming.unit = row.guid(10);
    incoming.variable = row.guid(11);
    incoming.code = row.guid(12);
    incoming.begin = optionalNumber(row, 13);
    incoming.end = optionalNumber(row, 14);
    incoming.number = row.integer(15);
    incoming.version = row.integer(16);
    incoming.target = row.guid(17);
    incoming.detail = row.text(18);
    incoming.tick = row.integer(19);
    return incoming;
}

bool isWork(Act act) {
    return act == Act::Code || act == Act::Withdraw || act == Act::Complete || act == Act::Reopen ||
           act == Act::Memo || act == Act::Flag || act == Act::Unflag;
}

bool isTaking(Act act) {
    return act == Act::Redact || act == Act::Forget;
}

bool isStructure(Act act) {
    return act == Act::AddRater || act == Act::Assign || act == Act::OpenRound || act == Act::Pack ||
           act == Act::Merge || act == Act::Codebook || act == Act::Freeze || act == Act::Note ||
           act == Act::Reassign || isTaking(act);
}

bool isSettling(Act act) {
    return act == Act::Adjudicate || act == Act::Unsettle;
}

bool takesBack(Act act) {
    return act == Act::Withdraw || act == Act::Reopen || act == Act::Unflag || act == Act::Unsettle;
}

} // namespace rapport::store
