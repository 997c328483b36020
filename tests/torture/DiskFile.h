// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/PowerLossDisk.h"

#include <sqlite3.h>

namespace rillscope::torture {

/// An open file of a PowerLossDisk, as SQLite sees it: every call goes on to the file of the file system
/// below, whose structure stands right behind this one; changes and syncs are told to the disk as well.
/// Thread: that of its connection.
struct DiskFile {
    /// The layer of a disk, registered as the default.
    static std::unique_ptr<sqlite3_vfs> makeLayer(PowerLossDisk& disk);
    static void removeLayer(sqlite3_vfs& layer);

    static int openFile(sqlite3_vfs* layer, sqlite3_filename path, sqlite3_file* file, int flags,
                        int* outFlags);
    static int removeFile(sqlite3_vfs* layer, const char* path, int isSynced);

    int close();
    int write(const void* bytes, int count, sqlite3_int64 offset);
    int truncate(sqlite3_int64 size);
    int sync();

    static DiskFile& of(sqlite3_file* file) { return *reinterpret_cast<DiskFile*>(file); }
    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }

    sqlite3_file base; ///< first, for this is what SQLite knows
    PowerLossDisk* disk;
    std::shared_ptr<PowerLossDisk::Contents>* contents; ///< null: a temporary file, which no one misses
    bool syncsFolder; ///< a new log: SQLite syncs its folder with its first sync
};

} // namespace rillscope::torture
