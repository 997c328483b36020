// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FaultyDisk.h"

#include <QtGlobal>

#include <sqlite3.h>

#include <map>

namespace rillscope::test {
namespace {

std::atomic<FaultyDisk*> theDisk{nullptr};

/// The methods of a kind of file, with some of them replaced. The table comes first, so that a file leads
/// here.
struct Methods {
    sqlite3_io_methods table;
    const sqlite3_io_methods* original;
};

const sqlite3_io_methods& originalOf(sqlite3_file* file) {
    return *reinterpret_cast<const Methods*>(file->pMethods)->original;
}

int drawFault() {
    FaultyDisk* const disk = theDisk;
    return disk ? disk->draw() : SQLITE_OK;
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    const int fault = drawFault();
    return fault != SQLITE_OK ? fault : originalOf(file).xWrite(file, bytes, count, offset);
}

int sync(sqlite3_file* file, int flags) {
    const int fault = drawFault();
    return fault != SQLITE_OK ? fault : originalOf(file).xSync(file, flags);
}

/// They stay: a file may outlive the disk.
const sqlite3_io_methods* faultyMethods(const sqlite3_io_methods* original) {
    static std::mutex mutex;
    static std::map<const sqlite3_io_methods*, Methods> all;
    const std::lock_guard lock(mutex);
    const auto [place, isNew] = all.try_emplace(original, Methods{*original, original});
    if (isNew) {
        place->second.table.xWrite = write;
        place->second.table.xSync = sync;
    }
    return &place->second.table;
}

sqlite3_vfs& systemLayer() {
    static sqlite3_vfs* const system = sqlite3_vfs_find("unix");
    return *system;
}

int openFile(sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* outFlags) {
    sqlite3_vfs& system = systemLayer();
    const int code = system.xOpen(&system, path, file, flags, outFlags);
    if (code == SQLITE_OK && file->pMethods)
        file->pMethods = faultyMethods(file->pMethods);
    return code;
}

/// The system's own for all else, which looks at nothing but the layer's private data.
sqlite3_vfs& faultyLayer() {
    static sqlite3_vfs layer = [] {
        sqlite3_vfs copy = systemLayer();
        copy.pNext = nullptr;
        copy.zName = "faulty";
        copy.xOpen = openFile;
        return copy;
    }();
    return layer;
}

} // namespace

FaultyDisk::FaultyDisk(std::uint64_t seed) : m_random(seed) {
    Q_ASSERT(!theDisk);
    theDisk = this;
    sqlite3_vfs_register(&faultyLayer(), 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&faultyLayer());
    sqlite3_vfs_register(&systemLayer(), 1);
    theDisk = nullptr;
}

void FaultyDisk::fail(int percent, int code) {
    const std::lock_guard lock(m_mutex);
    m_percent = percent;
    m_code = code;
}

int FaultyDisk::draw() {
    const std::lock_guard lock(m_mutex);
    if (static_cast<int>(m_random() % 100) >= m_percent)
        return SQLITE_OK;
    ++m_failures;
    return m_code;
}

} // namespace rillscope::test
