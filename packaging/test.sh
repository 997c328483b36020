#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what Debian packages are missing, builds the release preset and runs every test.
# The last line is ctest's count of them; the exit code is ctest's.
# usage: test.sh [ARGUMENT OF ctest]...
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/release

"$root/packaging/install-dependencies.sh" build test

# Configuring again costs a second, and makes sure that the tests are in.
(cd "$root" && cmake --preset release -DRILLSCOPE_BUILD_TESTS=ON)
cmake --build "$build"

log=$build/test.log
status=0
ctest --test-dir "$build" --output-on-failure --parallel "$(nproc)" --no-tests=error --output-log "$log" "$@" ||
    status=$?
# ctest's own closing line, once more at the very end.
grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+$' "$log" | tail -n 1 || true
exit "$status"
