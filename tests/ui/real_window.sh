#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The main journey in a real window of a real X server, with keys from outside the program: a study is opened as a
# rater, the tour is skipped, answers are rated, the views are visited, everything is on disk, the program ends.
# real_window.sh PROGRAMS_FOLDER SOURCE_FOLDER; ends with 77 (skipped) where there is no Xvfb or xdotool.
set -u
programs=$1
source=$2
. "$(dirname "$0")/window.sh"
need Xvfb xdotool openbox
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

start_display
start_desktop --as rater:R1
give_keys
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
"$rapport" check "$study" > "$work/check" || fail "the study is not whole: $(cat "$work/check")"
echo "rated $rated answers with keys from outside, and the study is whole"
