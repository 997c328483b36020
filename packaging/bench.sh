#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures Rillscope beside its peers (QCustomPlot, QLineSeries, a queued call for each sample; DuckDB and pandas for
# files) in the same run on the same work, prints one table and writes it as JSON to build/bench/bench.json.
# usage: bench.sh [--quick] [--only PART] [--json FILE]
# with PART: memory, append, reading, capture, opening, pipeline, processing, window, overload, frames
# Takes about ten minutes and 6 GB of memory; --quick about a minute and 1 GB, with smaller sizes.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/bench

"$root/packaging/install-dependencies.sh" build bench >&2
(cd "$root" && cmake --preset bench) >&2
cmake --build "$build" --target rillscope_comparison >&2

# The peers of the reader are Python packages; without them its rows have no peer.
peers=$root/build/peers
if [[ ! -x $peers/bin/python3 ]]; then python3 -m venv "$peers" >&2; fi
"$peers/bin/python3" -c 'import duckdb, pandas' 2>/dev/null ||
    "$peers/bin/pip" install --quiet --disable-pip-version-check duckdb pandas >&2 ||
    echo "DuckDB and pandas cannot be installed into build/peers; reading is measured without them." >&2

# A screen of its own: what else is on the user's would be in the way of the frames.
display=(env QT_QPA_PLATFORM=offscreen)
if command -v xvfb-run >/dev/null; then
    display=(env QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24")
fi
"${display[@]}" "$build/bin/rillscope_comparison" --json "$build/bench.json" "$@"
