// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A library to be preloaded: stands before the system's calls for files in one folder and for the wall clock,
// and lets them go wrong as FaultControls says. Other files never notice.
#include "tests/torture/FaultControls.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

using rillscope::torture::FaultControls;

constexpr std::int64_t second = 1'000'000'000;
std::array<std::atomic<bool>, 65'536> isConcerned; // by descriptor

/// The call of this name that would have been made without this library.
template <typename Function>
Function following(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// Through the calls behind ours, as it is needed inside them.
FaultControls* mapControls() {
    const char* const path = std::getenv(FaultControls::fileVariable);
    if (!path)
        return nullptr;
    using Open = int (*)(const char*, int, ...);
    const int descriptor = following<Open>("open")(path, O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    void* const memory =
        mmap(nullptr, sizeof(FaultControls), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    return memory == MAP_FAILED ? nullptr : static_cast<FaultControls*>(memory);
}

FaultControls* controls() {
    static FaultControls* const mapped = mapControls();
    return mapped;
}

bool isInFolder(const char* path) {
    static const char* const folder = std::getenv(FaultControls::folderVariable);
    return folder && path && controls() && std::strstr(path, folder) != nullptr;
}

FaultControls* controlsOf(int descriptor) {
    const auto index = static_cast<std::size_t>(descriptor);
    return descriptor >= 0 && index < isConcerned.size() && isConcerned[index] ? controls() : nullptr;
}

bool fails(FaultControls& faults, int error) {
    if (error == 0)
        return false;
    ++faults.failures;
    errno = error;
    return true;
}

/// Sleeps in small steps, so that whoever torments can end it.
void delay(const std::atomic<int>& milliseconds, std::atomic<std::int64_t>& begun) {
    constexpr int step = 10;
    if (milliseconds > 0)
        ++begun;
    for (int slept = 0; slept < milliseconds; slept += step)
        usleep(step * 1'000);
}

/// Keeps whether the file is concerned.
int noteOpened(const char* path, int descriptor) {
    if (descriptor >= 0 && static_cast<std::size_t>(descriptor) < isConcerned.size())
        isConcerned[static_cast<std::size_t>(descriptor)] = isInFolder(path);
    return descriptor;
}

bool openFails(const char* path, int flags) {
    return isInFolder(path) && (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0 &&
           fails(*controls(), controls()->openError);
}

bool writeFails(FaultControls& faults) {
    ++faults.writes;
    return fails(faults, faults.writeError);
}

std::size_t taken(FaultControls& faults, std::size_t count) {
    return faults.shortWrites && count > 1 ? 1 + static_cast<std::size_t>(faults.writes) * 7'919 % (count - 1)
                                           : count;
}

int syncFile(int (*next)(int), int descriptor) {
    if (FaultControls* const faults = controlsOf(descriptor)) {
        ++faults->syncs;
        delay(faults->syncDelayMs, faults->delayedSyncs);
        const int error = faults->syncError;
        if (error != 0 && faults->syncsToFail > 0 && --faults->syncsToFail == 0)
            faults->syncError = 0;
        if (fails(*faults, error))
            return -1;
    }
    return next(descriptor);
}

std::int64_t clockOffset() {
    FaultControls* const faults = controls();
    if (!faults)
        return 0;
    ++faults->clockReads;
    return faults->clockOffset;
}

mode_t modeOf(int flags, va_list arguments) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    if (openFails(path, flags))
        return -1;
    static const auto next = following<int (*)(const char*, int, ...)>("open");
    return noteOpened(path, next(path, flags, mode));
}

int open64(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    if (openFails(path, flags))
        return -1;
    static const auto next = following<int (*)(const char*, int, ...)>("open64");
    return noteOpened(path, next(path, flags, mode));
}

int openat(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    if (openFails(path, flags))
        return -1;
    static const auto next = following<int (*)(int, const char*, int, ...)>("openat");
    return noteOpened(path, next(folder, path, flags, mode));
}

int close(int descriptor) {
    if (descriptor >= 0 && static_cast<std::size_t>(descriptor) < isConcerned.size())
        isConcerned[static_cast<std::size_t>(descriptor)] = false;
    static const auto next = following<int (*)(int)>("close");
    return next(descriptor);
}

int dup2(int from, int to) noexcept {
    static const auto next = following<int (*)(int, int)>("dup2");
    const int descriptor = next(from, to);
    if (descriptor >= 0 && static_cast<std::size_t>(descriptor) < isConcerned.size())
        isConcerned[static_cast<std::size_t>(descriptor)] = controlsOf(from) != nullptr;
    return descriptor;
}

ssize_t read(int descriptor, void* bytes, std::size_t count) {
    if (FaultControls* const faults = controlsOf(descriptor)) {
        ++faults->reads;
        delay(faults->readDelayMs, faults->delayedReads);
    }
    static const auto next = following<ssize_t (*)(int, void*, std::size_t)>("read");
    return next(descriptor, bytes, count);
}

ssize_t write(int descriptor, const void* bytes, std::size_t count) {
    if (FaultControls* const faults = controlsOf(descriptor)) {
        if (writeFails(*faults))
            return -1;
        count = taken(*faults, count);
    }
    static const auto next = following<ssize_t (*)(int, const void*, std::size_t)>("write");
    return next(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void* bytes, std::size_t count, off_t offset) {
    if (FaultControls* const faults = controlsOf(descriptor)) {
        if (writeFails(*faults))
            return -1;
        count = taken(*faults, count);
    }
    static const auto next = following<ssize_t (*)(int, const void*, std::size_t, off_t)>("pwrite");
    return next(descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, std::size_t count, off64_t offset) {
    return pwrite(descriptor, bytes, count, offset);
}

int ftruncate(int descriptor, off_t size) noexcept {
    FaultControls* const faults = controlsOf(descriptor);
    if (faults && writeFails(*faults))
        return -1;
    static const auto next = following<int (*)(int, off_t)>("ftruncate");
    return next(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
    return ftruncate(descriptor, size);
}

int fsync(int descriptor) {
    static const auto next = following<int (*)(int)>("fsync");
    return syncFile(next, descriptor);
}

int fdatasync(int descriptor) {
    static const auto next = following<int (*)(int)>("fdatasync");
    return syncFile(next, descriptor);
}

int clock_gettime(clockid_t clock, timespec* time) noexcept {
    static const auto next = following<int (*)(clockid_t, timespec*)>("clock_gettime");
    const int code = next(clock, time);
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        const std::int64_t nanoseconds = time->tv_sec * second + time->tv_nsec + clockOffset();
        time->tv_sec = nanoseconds / second;
        time->tv_nsec = nanoseconds % second;
    }
    return code;
}

int gettimeofday(timeval* time, void* zone) noexcept {
    static const auto next = following<int (*)(timeval*, void*)>("gettimeofday");
    const int code = next(time, zone);
    if (code == 0)
        time->tv_sec += clockOffset() / second;
    return code;
}

time_t time(time_t* out) noexcept {
    static const auto next = following<time_t (*)(time_t*)>("time");
    const time_t now = next(nullptr) + clockOffset() / second;
    if (out)
        *out = now;
    return now;
}
}
