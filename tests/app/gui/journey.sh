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

window=''
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

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
