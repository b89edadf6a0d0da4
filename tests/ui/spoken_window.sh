#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real window as a screen reader knows it: every view is walked over the accessibility bus, the keyboard's
# stops have names, the answer can be read, a button is pressed by its name.
# spoken_window.sh PROGRAMS_FOLDER SOURCE_FOLDER; ends with 77 (skipped) where there is no X server or no bus.
set -u
programs=$1
source=$2
if [ "${3:-}" != inside ] && command -v dbus-run-session > /dev/null; then
    exec dbus-run-session -- "$0" "$1" "$2" inside
fi
. "$(dirname "$0")/window.sh"
need Xvfb xdotool openbox dbus-run-session /usr/libexec/at-spi-bus-launcher
spoken=$programs/spoken_window
"$rapport" new "$study" --title "Spoken window" --language nl > /dev/null || fail "no study"
printf 'participant,group,Q2\nP1,A2,"Zij zoekt een veilige haven. De juf blijft dichtbij."\nP2,A3,"Eerst kalmeren, dan is de juf een veilige haven."\n' \
    > "$work/answers.csv"
"$rapport" import "$study" "$work/answers.csv" > /dev/null || fail "no answers"
for rater in R1 R2; do "$rapport" raters "$study" add "$rater" > /dev/null || fail "no rater"; done
"$rapport" assign "$study" --round main --kind main --raters R1,R2 --prompts Q2 > /dev/null || fail "no round"

start_display
/usr/libexec/at-spi-bus-launcher --launch-immediately > /dev/null 2>&1 &
started+=($!)
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
start_desktop

# Until it holds, for what the window does takes its time.
until_it_holds() {
    for _ in $(seq 60); do
        "$@" > "$work/said" 2>&1 && return 0
        kill -0 "$desktop" 2> /dev/null || fail "the program ended"
        sleep 0.3
    done
    cat "$work/said"
    return 1
}
until_it_holds "$spoken" walk || fail "the first view"
# A new window takes its time until keys reach it; the first may be the tour's.
for _ in $(seq 40); do
    give_keys
    press Escape
    press alt+4
    sleep 0.5
    "$spoken" text "veilige haven" > /dev/null 2>&1 && break
done
"$spoken" text "veilige haven" > /dev/null || fail "no key reaches the window"
for activity in 1 2 3 4 5 6 7 8; do
    press "alt+$activity"
    sleep 0.5
    until_it_holds "$spoken" walk || fail "activity $activity"
    echo "activity $activity: $(tail -1 "$work/said")"
done
press alt+4
until_it_holds "$spoken" text "veilige haven" || fail "the answer cannot be read"
: > "$work/stops"
for _ in $(seq 12); do
    press Tab
    until_it_holds "$spoken" focused || fail "a stop without a name"
    cat "$work/said" >> "$work/stops"
done
[ "$(sort -u "$work/stops" | wc -l)" -ge 4 ] || { cat "$work/stops"; fail "the keyboard goes nowhere"; }
until_it_holds "$spoken" do "Flag" || fail "a button that cannot be pressed by name"
until_it_holds "$spoken" text "Flagged" || fail "the button did nothing"
kill "$desktop"
echo "stops: $(sort -u "$work/stops" | tr '\n' ';')"
