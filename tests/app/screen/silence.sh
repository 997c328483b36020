#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The real program says nothing on standard error while its window is used: at every size on the way from one to
# the next, with its panels folded away, its dialogs and its menus opened, and in the other theme.
# usage: silence.sh OUTPUT_FOLDER SCALE PROGRAM
set -euo pipefail

output=$1
scale=$2
program=$3
for tool in Xvfb openbox xdotool; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: $tool is not installed (packaging/install-dependencies.sh test)" >&2
        exit 77 # ctest shows it as skipped
    fi
done
screenSize=$((1600 * scale))x$((1000 * scale))
source "$(dirname -- "${BASH_SOURCE[0]}")/../gui/screen.sh"
export QT_SCALE_FACTOR=$scale

window=''
findWindow() {
    isAlive || fail "the program ended before its window appeared"
    window=$(xdotool search --all --onlyvisible --pid "$programId" --name Rillscope | head -n 1)
    [[ -n $window ]]
}

press() {
    isAlive || fail "the program ended before $1 was pressed"
    timeout 10 xdotool key --clearmodifiers "$1" || fail "$1 could not be pressed"
}

# Within the spare that a window may need beyond the size it is asked for, when that is below its smallest.
isSized() {
    local WIDTH=0 HEIGHT=0 spare=$((40 * scale))
    eval "$(xdotool getwindowgeometry --shell "$window")"
    [[ $WIDTH -ge $1 && $WIDTH -le $(($1 + spare)) && $HEIGHT -ge $2 && $HEIGHT -le $(($2 + spare)) ]]
}

# Makes the window WIDTHxHEIGHT, in units of the program.
resize() {
    timeout 10 xdotool windowsize "$window" $(($1 * scale)) $(($2 * scale))
    within 20 isSized $(($1 * scale)) $(($2 * scale)) || fail "the window does not become $1x$2"
    isAlive || fail "the program ended at $1x$2"
}

others() { xdotool search --onlyvisible --pid "$programId" | grep -vxF "$window"; }
noOthers() { ! others; }

openAndClose() {
    press "$1"
    within 20 others || fail "$1 opened no window"
    press Escape
    within 20 noOthers || fail "Escape did not close what $1 opened"
    timeout 10 xdotool windowactivate --sync "$window" || fail "the window could not be activated again"
}

"$program" 'sim:normal?rate=200&seed=5&channels=12' --start >"$output/messages.txt" 2>&1 &
programId=$!
within 30 findWindow || fail "no window appeared"
timeout 10 xdotool windowactivate --sync "$window" || fail "the window could not be activated"
for size in '1440 900' '1024 640' '800 500'; do
    resize $size
done
for ((step = 0; step <= 40; ++step)); do
    resize $((800 + 16 * step)) $((500 + 10 * step))
done
for key in F9 F10 F8; do # without its panels, one after the other
    press "$key"
    resize 800 500
    resize 1024 640
done
for key in F10 F9 F8 F12 F6 F5; do
    press "$key"
done
for key in ctrl+e ctrl+s ctrl+y ctrl+h ctrl+p F1 alt+f; do
    openAndClose "$key"
done
resize 800 500
press ctrl+q
within 30 eval '! isAlive' || fail "ctrl+q did not end the program"
status=0
wait "$programId" || status=$?
programId=''
[[ $status -eq 0 ]] || fail "the program ended with exit code $status"
[[ ! -s $output/messages.txt ]] || fail "the program wrote on standard error"
echo "silence: done"
