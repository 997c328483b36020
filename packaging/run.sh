#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts Rillscope from a source tree: installs what Debian packages are missing, builds what is not built yet.
# usage: run.sh [ARGUMENT OF rillscope]...
# Without a display it streams for ten seconds and writes chart, samples and account into ./rillscope-output,
# or into the folder named by RILLSCOPE_OUTPUT.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/release

# Standard input and output belong to the program: "my-logger | packaging/run.sh stdin:" must lose nothing.
{
    "$root/packaging/install-dependencies.sh" build
    # The tests stay out of a first build: they need packages that running the program does not.
    if [[ ! -f $build/build.ninja ]]; then
        (cd "$root" && cmake --preset release -DRILLSCOPE_BUILD_TESTS=OFF)
    fi
    cmake --build "$build" --target rillscope rillscope-cli
} </dev/null >&2

if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec "$build/bin/rillscope" "$@"
fi
for argument in "$@"; do
    # What needs no window runs as asked.
    case $argument in
        --render | --render=* | --report | --report=* | -h | --help | -v | --version)
            QT_QPA_PLATFORM=offscreen exec "$build/bin/rillscope" "$@" ;;
    esac
done

output=${RILLSCOPE_OUTPUT:-$PWD/rillscope-output}
mkdir -p -- "$output"
output=$(cd -- "$output" && pwd)
echo "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be shown."
echo "Running the same pipeline for 10 s instead ..."
QT_QPA_PLATFORM=offscreen "$build/bin/rillscope" --duration 10s --render "$output/chart.png" \
    --csv "$output/samples.csv" --summary "$output/account.json" "$@"
echo "chart    $output/chart.png"
echo "samples  $output/samples.csv"
echo "account  $output/account.json"
cat -- "$output/account.json"
