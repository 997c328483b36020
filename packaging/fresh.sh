#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the two commands of README on a fresh Debian 12, as a new user would: in a root of its own that debootstrap
# makes, on a clean clone of the last commit, by a user who has sudo. Everything is in one folder; mounts and
# processes live in namespaces of their own, so nothing is left of them however the run ends.
set -euo pipefail

usage() {
    cat <<'END'
usage: sudo packaging/fresh.sh [OPTION]...
Runs packaging/run.sh and packaging/test.sh in a fresh Debian 12, without a display, with one, and with LANG=C.
Packages come from where this machine gets its own. Needs root and debootstrap; the first run takes about half an hour.
  --run           only packaging/run.sh
  --test          only packaging/test.sh
  --tests REGEX   only the tests whose names match, as for ctest -R; implies --test
  --shell         a shell of the new user in that root, instead of the commands
  --new           make the root anew; without, packages and built files of the last run are used again
  --root FOLDER   where everything is kept (build/fresh)
  --help          this text
The exit code is 0 when every step passed. Pictures, logs and output are in FOLDER/result.
END
}

source=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
folder=$source/build/fresh
release=bookworm
person=newcomer
runs=yes
tests=yes
shell=
new=
pattern=

fail() {
    echo "fresh.sh: $1" >&2
    exit 1
}

arguments=("$@")
while [[ $# -gt 0 ]]; do
    case $1 in
        --run) tests= ;;
        --test) runs= ;;
        --tests)
            [[ $# -gt 1 ]] || fail "--tests needs a regular expression"
            runs=''
            pattern=$2
            shift
            ;;
        --shell) shell=yes ;;
        --new) new=yes ;;
        --root)
            [[ $# -gt 1 ]] || fail "--root needs a folder"
            folder=$(realpath --canonicalize-missing -- "$2")
            shift
            ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 1 ;;
    esac
    shift
done
[[ -n $runs || -n $tests ]] || fail "--run and --test exclude each other; without both, both are done"
[[ $(id -u) -eq 0 ]] || fail "making a Debian root needs root; run: sudo packaging/fresh.sh"
for tool in debootstrap:debootstrap unshare:util-linux git:git apt-get:apt; do
    command -v "${tool%%:*}" >/dev/null || fail "${tool%%:*} is missing; run: apt-get install ${tool##*:}"
done

# The mounts vanish with their namespace and the processes with theirs, even after a kill -9. unshare lets nobody end
# it by a lesser signal, and the first process of a namespace neither, so this one does it for both.
if [[ -z ${RILLSCOPE_FRESH_NAMESPACE:-} ]]; then
    export RILLSCOPE_FRESH_NAMESPACE=1
    (
        trap - INT # which is ignored in the background
        exec unshare --mount --propagation private --pid --fork --kill-child -- \
            bash "${BASH_SOURCE[0]}" "${arguments[@]+"${arguments[@]}"}"
    ) <&0 &
    namespace=$!
    trap 'kill -KILL "$namespace"; echo "fresh.sh: ended by a signal; nothing runs on" >&2; exit 130' INT TERM HUP
    status=0
    wait "$namespace" || status=$?
    exit "$status"
fi

# A folder that holds anything else is not ours to empty.
marker=$folder/made-by-rillscope-fresh
if [[ -d $folder && ! -e $marker && -n $(ls -A -- "$folder") ]]; then
    fail "$folder holds other files; name an empty or a new folder with --root"
fi
mkdir -p -- "$folder"
touch -- "$marker"
exec 9<"$marker"
flock --nonblock 9 || fail "another run is using $folder; wait for it, or name another folder with --root"

debian=$folder/root
home=$debian/home/$person
result=$folder/result
log=$result/fresh.log

# Where this machine gets Debian's packages, as "URI SUITE" a line: read from lists that apt fetches into our folder.
debianSources() {
    local state=$folder/apt
    local apt=(apt-get -o "Dir::State::Lists=$state/lists" -o "Dir::Cache=$state/cache" -o APT::Update::Post-Invoke=)
    mkdir -p -- "$state/lists/partial" "$state/cache/archives/partial"
    "${apt[@]}" update >&2 || echo "Not every package source of this machine answered." >&2
    # A machine with another release has its packages beside those of the one we want.
    "${apt[@]}" indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
        grep ' main$' | grep -v backports | sed -E "s/ [a-z]+(-[a-z]+)? main$/ $release\1/" | sort -u
}

# apt's own word for how to reach them; not its hooks, which run what only this machine has.
aptConnection() {
    apt-config dump | grep '^Acquire::' | grep -v '^Acquire::IndexTargets' || true
    if [[ -n ${http_proxy:-} ]]; then echo "Acquire::http::Proxy \"$http_proxy\";"; fi
    if [[ -n ${https_proxy:-} ]]; then echo "Acquire::https::Proxy \"$https_proxy\";"; fi
}

makeRoot() {
    echo "Making a Debian 12 root in $debian ..."
    rm -rf --one-file-system -- "$debian"
    local sources mirror proxy
    sources=$(debianSources)
    mirror=$(awk -v suite="$release" '$2 == suite { print $1; exit }' <<<"$sources")
    [[ -n $mirror ]] || fail "this machine's apt has no source of Debian packages"
    local include=sudo
    if [[ $sources == *https:* ]]; then include+=,ca-certificates; fi
    # debootstrap fetches with wget, which does not read apt's configuration.
    proxy=$(eval "$(apt-config shell proxy Acquire::http::Proxy)"; echo "${proxy:-${http_proxy:-}}")
    http_proxy=$proxy debootstrap --variant=minbase --include="$include" "$release" "$debian" "$mirror" >>"$log" 2>&1 ||
        fail "debootstrap failed; its output is in $log"

    sed "s/^/deb /; s/$/ main/" <<<"$sources" >"$debian/etc/apt/sources.list"
    aptConnection >"$debian/etc/apt/apt.conf.d/90machine"
    cp -a /etc/apt/trusted.gpg.d/. "$debian/etc/apt/trusted.gpg.d/"
    cp -a /etc/apt/auth.conf.d/. "$debian/etc/apt/auth.conf.d/"
    if [[ -f /etc/apt/auth.conf ]]; then cp -a /etc/apt/auth.conf "$debian/etc/apt/"; fi
    if [[ -d $debian/usr/share/ca-certificates ]]; then
        cp -a /usr/local/share/ca-certificates/. "$debian/usr/local/share/ca-certificates/"
        chroot "$debian" update-ca-certificates >>"$log" 2>&1
    fi
    chroot "$debian" useradd --create-home --shell /bin/bash "$person"
    echo "$person ALL=(ALL) NOPASSWD: ALL" >"$debian/etc/sudoers.d/$person"
    touch "$debian/complete"
}

enterRoot() {
    cp -- /etc/resolv.conf /etc/hosts "$debian/etc/"
    mount -t proc proc "$debian/proc"
    mount -t sysfs -o ro sysfs "$debian/sys"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$debian/dev/pts"
    mount -t tmpfs -o mode=1777 tmpfs "$debian/dev/shm"
    # On the disk, as on a new Debian, but without what an earlier run left.
    rm -rf --one-file-system -- "$debian/tmp"
    mkdir -m 1777 -- "$debian/tmp"
}

# The last commit, as a clone has it; only files that changed become new, so that a second build is short.
cloneSource() {
    local clone=$home/rillscope
    # git refuses trees of other users otherwise, and the clone belongs to the new user.
    printf '[safe]\n\tdirectory = *\n[advice]\n\tdetachedHead = false\n' >"$folder/gitconfig"
    local git=(env "GIT_CONFIG_GLOBAL=$folder/gitconfig" git)
    if [[ ! -d $clone/.git ]]; then "${git[@]}" clone --quiet --no-hardlinks -- "$source" "$clone"; fi
    "${git[@]}" -C "$clone" fetch --quiet -- "$source" HEAD
    "${git[@]}" -C "$clone" checkout --quiet --force --detach FETCH_HEAD
    "${git[@]}" -C "$clone" clean -ffdq
    echo "Rillscope at: $("${git[@]}" -C "$clone" log --max-count=1 --format='%h %s')"
    chroot "$debian" chown -R "$person:$person" "/home/$person/rillscope"
}

# As the new user, in a login shell, in the clone: asPerson 'NAME=VALUE...' COMMAND
asPerson() {
    chroot "$debian" runuser --login "$person" --command "cd rillscope && export PATH=\$PATH $1 && $2"
}

summary=()
failed=0

# step NAME FUNCTION: runs it, shows and keeps what it says, and remembers how it ended.
step() {
    local name=$1 begin=$SECONDS outcome=passed
    shift
    printf '\n=== %s\n' "$name"
    # "set -e" means nothing to what is called in a condition, so each step is a shell of its own.
    set +e
    (set -e; "$@") 2>&1 | tee -a "$log"
    [[ ${PIPESTATUS[0]} -eq 0 ]] || outcome=FAILED
    set -e
    [[ $outcome == passed ]] || failed=1
    summary+=("$(printf '%-6s  %5d s  %s' "$outcome" $((SECONDS - begin)) "$name")")
}

# What Qt and the linker complain about on standard error, which the user would see.
refuseWarnings() {
    if grep -nE 'Qt|QPainter|qt\.|cannot open|No such file|WARNING' -- "$1"; then
        echo "The program must run without such messages." >&2
        return 1
    fi
}

runWithoutDisplay() {
    local output=rillscope-output
    rm -rf -- "${home:?}/rillscope/$output"
    asPerson "$1" packaging/run.sh
    for file in chart.png samples.csv account.json; do
        [[ -s $home/rillscope/$output/$file ]] || { echo "packaging/run.sh wrote no $file." >&2; return 1; }
    done
    rm -rf -- "$result/output"
    cp -r -- "$home/rillscope/$output" "$result/output"
}

# The program on a screen, until its window is there and has drawn for a while; then a picture, and Ctrl+C.
runWithDisplay() {
    asPerson "$1" 'packaging/install-dependencies.sh test'
    asPerson "$1" 'set -m; rm -f /tmp/screen /tmp/window.*
        Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>/tmp/screen 2>/dev/null & screen=$!
        trap "kill $screen" EXIT
        until [[ -s /tmp/screen ]]; do sleep 0.1; done
        export DISPLAY=:$(cat /tmp/screen)
        openbox 2>/dev/null &
        packaging/run.sh 2>/tmp/window.log & program=$!
        timeout 60 xdotool search --sync --onlyvisible --class rillscope >/dev/null || { cat /tmp/window.log; exit 1; }
        sleep 8
        import -window root /tmp/window.png
        kill -INT -- -$program
        status=0; wait $program || status=$?
        cat /tmp/window.log
        exit $status'
    cp -- "$debian/tmp/window.png" "$result/window.png"
    refuseWarnings "$debian/tmp/window.log"
}

runTests() {
    local command=packaging/test.sh
    if [[ -n $pattern ]]; then command+=" -R $(printf '%q' "$pattern")"; fi
    asPerson "$1" "$command"
}

finish() {
    printf '\n=== A fresh Debian 12 in %s\n' "$debian"
    printf '%s\n' "${summary[@]}"
    if [[ -f $home/rillscope/build/release/test.log && -n $tests ]]; then
        cp -- "$home/rillscope/build/release/test.log" "$result/test.log"
        grep -A 20 'did not run:' "$result/test.log" || true
        grep -E '^[0-9]+% tests passed' "$result/test.log" || true
    fi
    echo "Output, picture and log: $result"
}

mkdir -p -- "$result"
: >"$log"
if [[ -n $new || ! -e $debian/complete ]]; then step "Make the root" makeRoot; fi
[[ $failed -eq 0 ]] || exit 1
enterRoot
cloneSource
if [[ -n $shell ]]; then
    exec chroot "$debian" runuser --login "$person"
fi
if [[ -n $runs ]]; then step "packaging/run.sh without a display, LANG=C" runWithoutDisplay LANG=C; fi
if [[ -n $tests ]]; then step "packaging/test.sh" runTests LANG=C.UTF-8; fi
if [[ -n $tests && -z $pattern ]]; then step "packaging/test.sh with LANG=C" runTests LANG=C; fi
if [[ -n $runs ]]; then step "packaging/run.sh with a display" runWithDisplay LANG=C.UTF-8; fi
finish
exit "$failed"
