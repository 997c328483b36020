// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui/StuckFile.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <cstdarg>
#include <mutex>

namespace rillscope::test {
namespace {

struct Stuck {
    std::atomic<bool> isSet{false};
    std::mutex mutex; ///< guards all below
    std::condition_variable changed;
    StuckFile::Call call = StuckFile::Call::Read;
    dev_t device = 0;
    ino_t number = 0;
    bool isReached = false;
};

Stuck& stuck() {
    static Stuck file;
    return file;
}

void waitIfStuck(StuckFile::Call call, const struct stat& status) {
    std::unique_lock lock(stuck().mutex);
    if (call != stuck().call || status.st_dev != stuck().device || status.st_ino != stuck().number)
        return;
    stuck().isReached = true;
    stuck().changed.wait(lock, [] { return !stuck().isSet; });
}

void beforeRead(int descriptor) {
    struct stat status {};
    if (stuck().isSet && fstat(descriptor, &status) == 0)
        waitIfStuck(StuckFile::Call::Read, status);
}

void beforeOpen(const char* path) {
    struct stat status {};
    if (stuck().isSet && stat(path, &status) == 0)
        waitIfStuck(StuckFile::Call::Open, status);
}

} // namespace

StuckFile::StuckFile(const QString& path, Call call) {
    struct stat status {};
    stat(path.toLocal8Bit().constData(), &status);
    const std::lock_guard lock(stuck().mutex);
    stuck().call = call;
    stuck().device = status.st_dev;
    stuck().number = status.st_ino;
    stuck().isReached = false;
    stuck().isSet = true;
}

StuckFile::~StuckFile() {
    release();
}

bool StuckFile::isReached() const {
    const std::lock_guard lock(stuck().mutex);
    return stuck().isReached;
}

void StuckFile::release() {
    const std::lock_guard lock(stuck().mutex);
    stuck().isSet = false;
    stuck().changed.notify_all();
}

} // namespace rillscope::test

namespace {

template <typename Function>
Function following(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int open64(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    static const auto next = following<int (*)(const char*, int, ...)>("open64");
    rillscope::test::beforeOpen(path);
    return next(path, flags, mode);
}

ssize_t read(int descriptor, void* bytes, std::size_t count) {
    static const auto next = following<ssize_t (*)(int, void*, std::size_t)>("read");
    rillscope::test::beforeRead(descriptor);
    return next(descriptor, bytes, count);
}

/// SQLite's way.
ssize_t pread64(int descriptor, void* bytes, std::size_t count, off64_t offset) {
    static const auto next = following<ssize_t (*)(int, void*, std::size_t, off64_t)>("pread64");
    rillscope::test::beforeRead(descriptor);
    return next(descriptor, bytes, count, offset);
}
}
