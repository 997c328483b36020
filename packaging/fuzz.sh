#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs each fuzzer for a time, starting from what is in tests/fuzz/corpus; what it adds stays in build/fuzz/corpus.
# Ends with the first find: its input is then in build/fuzz/finds, to be mended and put into tests/fuzz/corpus.
# usage: fuzz.sh [SECONDS [TARGET]...]    60 seconds if not said, with TARGET: definition, json, text, times
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/fuzz
seconds=${1:-60}
targets=("${@:2}")
if [[ ${#targets[@]} -eq 0 ]]; then targets=(definition json text times); fi

"$root/packaging/install-dependencies.sh" build fuzz
(cd "$root" && cmake --preset fuzz)
for target in "${targets[@]}"; do
    cmake --build "$build" --target "rillscope_fuzz_$target"
    mkdir -p "$build/corpus/$target" "$build/finds"
    "$build/bin/rillscope_fuzz_$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="$build/finds/$target-" -print_final_stats=1 \
        "$build/corpus/$target" "$root/tests/fuzz/corpus/$target"
done
