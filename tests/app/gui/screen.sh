# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# For scripts that run the real window, to be sourced by bash: a virtual screen of their own with a window manager, at a
# number that is free, and nobody's settings. The screen has $screenSize pixels, 1440x900 unless set. Empties the folder
# $output, where messages and pictures go; its home is the home folder. Sets DISPLAY, scratch (a folder that goes with
# the script); the script sets programId.

rm -rf -- "$output"
mkdir -p -- "$output/home"
output=$(cd -- "$output" && pwd)
scratch=$(mktemp -d)
screenIds='' programId=''
cleanUp() {
    if [[ -n $programId ]]; then kill -KILL "$programId" 2>/dev/null || true; fi
    local id
    for id in $screenIds; do kill "$id" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf -- "$scratch"
}
trap cleanUp EXIT

exec {messages}>&2 # so that fail() is heard from within a silenced command
fail() {
    echo "$(basename -- "$0" .sh): $*" >&"$messages"
    if [[ -f $output/messages.txt ]]; then sed 's/^/  /' "$output/messages.txt" >&"$messages"; fi
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

# Without -noreset the server begins anew when xdotool, its only client, has gone, and openbox would lose it at its start.
Xvfb -displayfd 3 -screen 0 "${screenSize:-1440x900}x24" -nolisten tcp -noreset 3>"$scratch/display" \
    2>"$output/xvfb.txt" &
screenIds=$!
within 20 grep -q . "$scratch/display" || fail "Xvfb did not start"
DISPLAY=:$(<"$scratch/display")
mkdir -m 700 "$scratch/runtime"
export DISPLAY XDG_RUNTIME_DIR=$scratch/runtime HOME=$output/home
export XDG_CONFIG_HOME=$HOME/config XDG_DATA_HOME=$HOME/data XDG_STATE_HOME=$HOME/state XDG_CACHE_HOME=$HOME/cache
unset QT_QPA_PLATFORM WAYLAND_DISPLAY SESSION_MANAGER
openbox >"$output/openbox.txt" 2>&1 &
screenIds="$! $screenIds"
within 20 xdotool get_num_desktops || fail "the window manager did not start"
