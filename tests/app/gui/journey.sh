#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A journey through the real window, on a virtual screen: start, freeze, go back to live, export, save, resize, quit.
# usage: journey.sh PROGRAM OUTPUT_FOLDER     leaves its pictures and the program's messages in OUTPUT_FOLDER
set -euo pipefail

program=$1
output=$2

freezeKey=F6
liveKey=F5
exportKey=ctrl+e
saveKey=ctrl+s
quitKey=ctrl+q
windowName='Rillscope'
leastColours=40 # of a picture that shows something

rm -rf -- "$output"
mkdir -p -- "$output/home"
output=$(cd -- "$output" && pwd)
scratch=$(mktemp -d)
xvfbId='' managerId='' programId='' window=''
cleanUp() {
    if [[ -n $programId ]]; then kill -KILL "$programId" 2>/dev/null || true; fi
    local id
    for id in $managerId $xvfbId; do kill "$id" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf -- "$scratch"
}
trap cleanUp EXIT

exec {messages}>&2 # so that fail() is heard from within a silenced command
fail() {
    echo "journey: $*" >&"$messages"
    if [[ -f $output/messages.txt ]]; then sed 's/^/  rillscope: /' "$output/messages.txt" >&"$messages"; fi
    exit 1
}

# within SECONDS COMMAND...: repeats the command until it succeeds.
within() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [[ $SECONDS -lt $deadline ]] || return 1
        sleep 0.05
    done
}

isAlive() { kill -0 "$programId" 2>/dev/null; }

# Sets window.
findWindow() {
    isAlive || fail "the program ended before its window appeared"
    window=$(xdotool search --all --onlyvisible --pid "$programId" --name "$windowName" | head -n 1)
    [[ -n $window ]]
}

press() {
    isAlive || fail "the program ended before $1 was pressed"
    timeout 10 xdotool key --clearmodifiers "$1" || fail "$1 could not be pressed"
}

take() {
    timeout 20 import -window root "$output/$1.png" || fail "no picture could be taken"
}

colours() { identify -format %k "$output/$1.png"; }

# Takes pictures until one shows something: a window is mapped a little before it is painted.
hasContent() {
    take "$1"
    [[ $(colours "$1") -ge $leastColours ]]
}

differ() { [[ $(compare -metric AE "$output/$1.png" "$output/$2.png" null: 2>&1) != 0 ]]; }

streamMoves() {
    take stream-a
    take stream-b
    differ stream-a stream-b
}

# A window beside the main one: a dialog.
dialogs() { xdotool search --onlyvisible --pid "$programId" | grep -vxF "$window"; }
noDialog() { ! dialogs; }

isSized() {
    local WIDTH=0 HEIGHT=0
    eval "$(xdotool getwindowgeometry --shell "$window")"
    [[ $WIDTH -eq $1 && $HEIGHT -eq $2 ]]
}

# A screen of our own, at a number that is free, and nobody's settings.
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$scratch/display" 2>"$output/xvfb.txt" &
xvfbId=$!
within 20 grep -q . "$scratch/display" || fail "Xvfb did not start"
DISPLAY=:$(<"$scratch/display")
mkdir -m 700 "$scratch/runtime"
export DISPLAY XDG_RUNTIME_DIR=$scratch/runtime HOME=$output/home
export XDG_CONFIG_HOME=$HOME/config XDG_DATA_HOME=$HOME/data XDG_STATE_HOME=$HOME/state XDG_CACHE_HOME=$HOME/cache
unset QT_QPA_PLATFORM WAYLAND_DISPLAY
openbox >"$output/openbox.txt" 2>&1 &
managerId=$!
within 20 xdotool get_num_desktops || fail "the window manager did not start"

"$program" 'sim:normal?rate=50&seed=5' --start --theme light >"$output/messages.txt" 2>&1 &
programId=$!
within 30 findWindow || fail "no window appeared"
timeout 10 xdotool windowactivate --sync "$window" || fail "the window could not be activated"
timeout 10 xdotool windowsize --sync "$window" 1360 820 || true
within 20 hasContent 1-live || fail "the window stayed blank ($(colours 1-live) colours)"
within 20 streamMoves || fail "the stream does not move"

press "$freezeKey"
within 20 hasContent 2-frozen || fail "the frozen window is blank"
press "$liveKey"
within 20 streamMoves || fail "the stream does not move after going back to live"

for key in "$exportKey" "$saveKey"; do
    press "$key"
    within 20 dialogs || fail "$key opened no dialog"
    take "3-dialog-${key//+/-}"
    press Escape
    within 20 noDialog || fail "Escape did not close the dialog of $key"
done

timeout 10 xdotool windowactivate --sync "$window" || fail "the window could not be activated again"
timeout 10 xdotool windowsize "$window" 1024 640
within 20 isSized 1024 640 || fail "the window does not become 1024x640"
within 20 hasContent 4-small || fail "the small window is blank"

press "$quitKey"
within 30 eval '! isAlive' || fail "$quitKey did not end the program"
status=0
wait "$programId" || status=$?
programId=''
[[ $status -eq 0 ]] || fail "the program ended with exit code $status"
rm -f -- "$output"/stream-*.png
echo "journey: done; its pictures are in $output"
