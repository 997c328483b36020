#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program of tests in real windows, on a virtual screen of their own.
# usage: screen-tests.sh OUTPUT_FOLDER SCALE PROGRAM [ARGUMENT...]    leaves its pictures in OUTPUT_FOLDER
set -euo pipefail

output=$1
scale=$2
shift 2
for program in Xvfb openbox xdotool; do
    if ! command -v "$program" >/dev/null; then
        echo "SKIPPED: $program is not installed (packaging/install-dependencies.sh test)" >&2
        exit 77 # ctest shows it as skipped
    fi
done
screenSize=$((1600 * scale))x$((1000 * scale))
source "$(dirname -- "${BASH_SOURCE[0]}")/../gui/screen.sh"
export RILLSCOPE_PICTURES=$output QT_SCALE_FACTOR=$scale
"$@"
