#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The main journey in a real window of a real X server, with keys from outside the program: a study is opened as a
# rater, the tour is skipped, answers are rated, the views are visited, everything is on disk, the program ends.
# real_window.sh PROGRAMS_FOLDER SOURCE_FOLDER; ends with 77 (skipped) where there is no Xvfb or xdotool.
set -u
programs=$1
source=$2
for tool in Xvfb xdotool openbox; do
    command -v "$tool" > /dev/null || { echo "skipped: no $tool"; exit 77; }
done
work=$(mktemp -d)
trap 'kill "${desktop:-}" "${manager:-}" "${server:-}" 2> /dev/null; wait 2> /dev/null; rm -rf "$work"' EXIT
fail() {
    echo "FAILED: $*"
    [ -s "$work/desktop.log" ] && sed 's/^/  /' "$work/desktop.log"
    exit 1
}

export RAPPORT_DATA=$source XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data
export XDG_RUNTIME_DIR=$work/runtime LC_ALL=C.UTF-8 TZ=UTC
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
rapport=$programs/rapport
study=$work/study.rapport
"$rapport" new "$study" --title "Real window" --language nl > /dev/null || fail "no study"
{
    echo 'participant,group,Q2'
    for i in $(seq 1 12); do echo "P$i,A2,\"Antwoord $i. Zij zoekt een veilige haven. De juf blijft dichtbij.\""; done
} > "$work/answers.csv"
"$rapport" import "$study" "$work/answers.csv" > /dev/null || fail "no answers"
"$rapport" raters "$study" add R1 > /dev/null || fail "no rater"
"$rapport" assign "$study" --round main --kind main --raters R1 --prompts Q2 > /dev/null || fail "no round"
count() { "$rapport" info "$study" | awk -v what="$1" '$1 == what { print $2 }'; }
[ "$(count completed)" = 0 ] || fail "rated before it began"

Xvfb -displayfd 3 -screen 0 1500x950x24 -nolisten tcp 3> "$work/display" 2> /dev/null &
server=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || { echo "skipped: Xvfb does not start here"; exit 77; }
DISPLAY=:$(cat "$work/display")
export DISPLAY
unset QT_QPA_PLATFORM WAYLAND_DISPLAY
openbox > /dev/null 2>&1 &
manager=$!
"$programs/rapport-desktop" --language en --as rater:R1 "$study" > "$work/desktop.log" 2>&1 &
desktop=$!

window=
for _ in $(seq 900); do
    window=$(xdotool search --class rapport-desktop 2> /dev/null | tail -1)
    [ -n "$window" ] && break
    kill -0 "$desktop" 2> /dev/null || fail "the program ended"
    sleep 0.1
done
[ -n "$window" ] || fail "no window"
timeout 20 xdotool windowactivate --sync "$window" 2> /dev/null
timeout 20 xdotool windowfocus --sync "$window" 2> /dev/null
press() { xdotool key --clearmodifiers --delay 60 "$@"; }
# The tour is offered at the first study; letters pressed into it must code nothing.
sleep 1
press c
press Escape
sleep 0.5
# Rate: the fourth activity; codes by letter, choices by digit, Enter completes and goes on.
press alt+4
sleep 1
rated=0
for _ in $(seq 8); do
    press c
    press 1
    press 7
    press Return
    sleep 0.3
    # What is left open is asked for once; Enter then leaves it.
    press Return
    sleep 0.3
done
for _ in $(seq 100); do
    rated=$(count completed)
    [ "$rated" -ge 5 ] && break
    sleep 0.1
done
[ "$rated" -ge 5 ] || fail "only $rated answers were rated"
[ "$(count codings)" -ge 5 ] || fail "only $(count codings) codings"
# Everything is found by the palette; undo takes the last act back.
before=$(count completed)
press ctrl+z
sleep 0.5
after=$(count completed)
[ "$after" -le "$before" ] || fail "undo rated more"
for activity in 1 3 5 4; do
    press "alt+$activity"
    sleep 0.4
    kill -0 "$desktop" 2> /dev/null || fail "activity $activity ended the program"
done
press ctrl+k
sleep 0.3
xdotool type --delay 40 'keyboard sh'
press Return
opened=
for _ in $(seq 100); do
    xdotool search --onlyvisible --name 'Keyboard shortcuts' > /dev/null 2>&1 && opened=yes && break
    sleep 0.1
done
[ -n "$opened" ] || fail "the palette opened nothing"
press Escape
for _ in $(seq 100); do
    xdotool search --onlyvisible --name 'Keyboard shortcuts' > /dev/null 2>&1 || break
    sleep 0.1
done
press ctrl+q
for _ in $(seq 100); do
    kill -0 "$desktop" 2> /dev/null || break
    sleep 0.1
done
kill -0 "$desktop" 2> /dev/null && fail "Ctrl+Q does not end it"
wait "$desktop" || fail "it ended with $?"
desktop=
"$rapport" check "$study" > "$work/check" || fail "the study is not whole: $(cat "$work/check")"
echo "rated $rated answers with keys from outside, and the study is whole"
