#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian 12 packages that are missing for the named sets; touches no network when none is.
# usage: install-dependencies.sh SET...    with SET: build, test, torture, bench, fuzz, format
set -euo pipefail

build=(
    g++ cmake ninja-build
    qt6-base-dev   # Core, Concurrent, Gui, Widgets, Test, and the xcb and offscreen platform plug-ins
    qt6-charts-dev # Charts
    libqt6opengl6-dev # Charts' CMake package asks for it
    qt6-svg-dev    # Svg
    libgl-dev      # Qt's CMake packages ask for it
    libexpected-dev
    libtomlplusplus-dev
    libsqlite3-dev
    zlib1g-dev
    tzdata # the zones of zone=Europe/Berlin
    fonts-dejavu-core # so that a bare machine has a font for the window
)
# A Wayland session without X needs Qt's platform plug-in for it.
if [[ -n ${WAYLAND_DISPLAY:-} && -z ${DISPLAY:-} ]]; then build+=(qt6-wayland); fi
test=(libgtest-dev xvfb xdotool openbox imagemagick
    poppler-utils # to compare an exported PDF with the screen
    x11-session-utils x11-xserver-utils) # a session manager to leave, and what it authenticates with
torture=(xvfb weston qt6-wayland) # the window on X11 and on Wayland, without a screen
bench=(libbenchmark-dev libqcustomplot-dev libqt6sql6-sqlite xvfb xauth python3-venv) # Qt SQL is a peer, Python has peers
fuzz=(clang-14 libclang-rt-14-dev libfuzzer-14-dev llvm-14) # llvm-14 names the functions of a find
format=(clang-format)

packages=()
for set in "$@"; do
    case $set in
        build) packages+=("${build[@]}") ;;
        test) packages+=("${test[@]}") ;;
        torture) packages+=("${torture[@]}") ;;
        bench) packages+=("${bench[@]}") ;;
        fuzz) packages+=("${fuzz[@]}") ;;
        format) packages+=("${format[@]}") ;;
        *) echo "usage: $0 SET...    with SET: build, test, torture, bench, fuzz, format" >&2; exit 1 ;;
    esac
done

if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian system, so its packages cannot be checked. Needed are, by their Debian 12 names:" >&2
    echo "  ${packages[*]}" >&2
    exit 0
fi

installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "${packages[@]}" 2>/dev/null || true)
missing=()
for package in "${packages[@]}"; do
    grep -qxF "$package installed" <<<"$installed" || missing+=("$package")
done
if [[ ${#missing[@]} -eq 0 ]]; then exit 0; fi

echo "Rillscope needs Debian packages that are not installed yet ($*):"
echo "  ${missing[*]}"
asRoot=()
if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        echo "Installing them needs root or sudo, and here is neither. As root, run:" >&2
        echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    asRoot=(sudo)
    echo "Installing them with sudo apt-get; sudo may ask for your password."
else
    echo "Installing them with apt-get."
fi
aptGet=("${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive apt-get)
"${aptGet[@]}" update || echo "apt-get update failed; going on with the package lists that are here." >&2
"${aptGet[@]}" install --yes --no-install-recommends "${missing[@]}"
