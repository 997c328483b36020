#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Rillscope and lets everything go wrong while it captures: kills, power loss, full and failing disks, sources
# that hang, damaged files, clocks, floods. The table at the end says how often each was tried and held; the exit code is 0 if all held.
# Some of it needs root (small disks); without, it is said to be left out.
# usage: torture.sh [--quick | --long] [--only NAME,...] [--seed N]
#   --quick    two minutes of it        --long    with half an hour at 200,000 samples/s, which takes 11 GB of disk
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/release

"$root/packaging/install-dependencies.sh" build test torture >&2
(cd "$root" && cmake --preset release -DRILLSCOPE_BUILD_TESTS=ON) >&2
cmake --build "$build" --target rillscope_torture >&2

exec "$build/bin/rillscope_torture" "$@"
