# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests in a real window share; sourced after `programs` (folder of the programs) and `source` (folder of
# the sources) are set. Makes a folder `work`, and ends everything that was started when the script ends.
rapport=$programs/rapport
work=$(mktemp -d)
study=$work/study.rapport
started=()
trap 'kill "${started[@]}" 2> /dev/null; wait 2> /dev/null; rm -rf "$work"' EXIT
export RAPPORT_DATA=$source XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data
export XDG_RUNTIME_DIR=$work/runtime LC_ALL=C.UTF-8 TZ=UTC
mkdir -p -m 700 "$XDG_RUNTIME_DIR"

fail() {
    echo "FAILED: $*"
    [ -s "$work/desktop.log" ] && sed 's/^/  /' "$work/desktop.log"
    exit 1
}

# Ends with 77 (skipped) where one of the programs is not there.
need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" > /dev/null || { echo "skipped: no $tool"; exit 77; }
    done
}

# An X server of its own, with a window manager.
start_display() {
    # Or it begins anew, and takes nobody in meanwhile, whenever the first that asks goes again before others come.
    Xvfb -noreset -displayfd 3 -screen 0 1500x950x24 -nolisten tcp 3> "$work/display" 2> /dev/null &
    started+=($!)
    for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
    [ -s "$work/display" ] || { echo "skipped: Xvfb does not start here"; exit 77; }
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    unset QT_QPA_PLATFORM WAYLAND_DISPLAY
    openbox > /dev/null 2>&1 &
    started+=($!)
}

# start_desktop ARGUMENT...: the program, as `desktop`, and its window, as `window`.
start_desktop() {
    "$programs/rapport-desktop" --language en "$@" "$study" > "$work/desktop.log" 2>&1 &
    desktop=$!
    started+=("$desktop")
    window=
    for _ in $(seq 900); do
        window=$(xdotool search --class rapport-desktop 2> /dev/null | tail -1)
        [ -n "$window" ] && return
        kill -0 "$desktop" 2> /dev/null || fail "the program ended"
        sleep 0.1
    done
    fail "no window"
}

give_keys() {
    timeout 20 xdotool windowactivate --sync "$window" 2> /dev/null
    timeout 20 xdotool windowfocus --sync "$window" 2> /dev/null
}
press() { xdotool key --clearmodifiers --delay 60 "$@"; }
