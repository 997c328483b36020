#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures Rillscope beside its peers (QCustomPlot, QLineSeries, a queued call for each sample) in the same
# run on the same work, prints one table and writes it as JSON to build/bench/bench.json.
# usage: bench.sh [--quick] [--only memory|append|capture|opening|pipeline|processing|window|overload|frames] [--json FILE]
# Takes about ten minutes and 6 GB of memory; --quick about a minute and 1 GB, with smaller sizes.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/bench

"$root/packaging/install-dependencies.sh" build bench >&2
(cd "$root" && cmake --preset bench) >&2
cmake --build "$build" --target rillscope_comparison >&2

# A screen of its own: what else is on the user's would be in the way of the frames.
display=(env QT_QPA_PLATFORM=offscreen)
if command -v xvfb-run >/dev/null; then
    display=(env QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24")
fi
"${display[@]}" "$build/bin/rillscope_comparison" --json "$build/bench.json" "$@"
