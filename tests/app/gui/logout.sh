#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A desktop session that is left while the window captures: a session manager, as a desktop has one, starts the program
# and shuts the session down. The capture must be complete and sound, and the settings kept.
# usage: logout.sh PROGRAM COMMAND_LINE_PROGRAM OUTPUT_FOLDER     leaves all messages in OUTPUT_FOLDER
set -euo pipefail

program=$1
commandLine=$2
output=$3
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

captures=$XDG_DATA_HOME/rillscope/captures
capture() { find "$captures" -name '*.rill' -size +0 | grep .; }
isCapturing() { [[ $(find "$captures" -name '*.rill-wal' -size +100k) ]]; }
hasLeft() { ! isAlive; }

# What the session manager starts, and where it keeps its own. Its words are read while it runs: a line at a time.
export SM_SAVE_DIR=$HOME
cat >"$scratch/start.sh" <<EOF
#!/bin/sh
echo \$\$ >"$scratch/id"
exec "$program" 'sim:normal?rate=5000&seed=5' --start >"$output/messages.txt" 2>&1
EOF
chmod +x "$scratch/start.sh"
echo "$scratch/start.sh" >"$HOME/.xsmstartup"
stdbuf -oL xsm -verbose >"$output/xsm.txt" 2>&1 &
managerId=$!
screenIds="$managerId $screenIds"

within 30 test -s "$scratch/id" || fail "the session manager started nothing"
programId=$(<"$scratch/id")
within 30 isCapturing || fail "nothing is recorded"
within 10 grep -q 'SAVE YOURSELF DONE' "$output/xsm.txt" || fail "the program does not take part in the session"

kill -TERM "$managerId" # shuts the session down
within 30 hasLeft || fail "the program did not leave with the session"
programId=''
grep -q 'sent DIE' "$output/xsm.txt" || fail "the program left before it was told to"

file=$(capture) || fail "there is no capture"
"$commandLine" verify "$file" >"$output/verify.txt" || fail "the capture is not sound: $(tail -n 1 "$output/verify.txt")"
[[ $(ls "$captures") == "$(basename -- "$file")" ]] || fail "more than one plain file is left: $(ls "$captures")"
grep -q '^good  account' "$output/verify.txt" || fail "the capture is not complete"
grep -q . "$XDG_CONFIG_HOME"/rillscope/*.ini || fail "the settings are not kept"
echo "logout: done; $(tail -n 1 "$output/verify.txt")"
