// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/DiskFile.h"

#include <QFile>

namespace rillscope::torture {
namespace {

sqlite3_vfs& fileSystemBelow(sqlite3_vfs* layer) {
    static sqlite3_vfs* const system = sqlite3_vfs_find("unix");
    Q_ASSERT(system && system != layer);
    Q_UNUSED(layer)
    return *system;
}

constexpr int logs = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL | SQLITE_OPEN_SUPER_JOURNAL;

/// Version 2: with shared memory, without mapping the file, so that no write passes unseen.
const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods table{
        .iVersion = 2,
        .xClose = [](sqlite3_file* file) { return DiskFile::of(file).close(); },
        .xRead =
            [](sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xRead(below, bytes, count, offset);
            },
        .xWrite = [](sqlite3_file* file, const void* bytes, int count,
                     sqlite3_int64 offset) { return DiskFile::of(file).write(bytes, count, offset); },
        .xTruncate = [](sqlite3_file* file, sqlite3_int64 size) { return DiskFile::of(file).truncate(size); },
        .xSync = [](sqlite3_file* file, int) { return DiskFile::of(file).sync(); },
        .xFileSize =
            [](sqlite3_file* file, sqlite3_int64* size) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xFileSize(below, size);
            },
        .xLock =
            [](sqlite3_file* file, int kind) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xLock(below, kind);
            },
        .xUnlock =
            [](sqlite3_file* file, int kind) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xUnlock(below, kind);
            },
        .xCheckReservedLock =
            [](sqlite3_file* file, int* isLocked) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xCheckReservedLock(below, isLocked);
            },
        .xFileControl =
            [](sqlite3_file* file, int operation, void* argument) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xFileControl(below, operation, argument);
            },
        .xSectorSize =
            [](sqlite3_file* file) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xSectorSize(below);
            },
        .xDeviceCharacteristics =
            [](sqlite3_file* file) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xDeviceCharacteristics(below);
            },
        .xShmMap =
            [](sqlite3_file* file, int page, int size, int isExtended, void volatile** memory) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xShmMap(below, page, size, isExtended, memory);
            },
        .xShmLock =
            [](sqlite3_file* file, int offset, int count, int flags) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xShmLock(below, offset, count, flags);
            },
        .xShmBarrier =
            [](sqlite3_file* file) {
                sqlite3_file* const below = DiskFile::of(file).below();
                below->pMethods->xShmBarrier(below);
            },
        .xShmUnmap =
            [](sqlite3_file* file, int isRemoved) {
                sqlite3_file* const below = DiskFile::of(file).below();
                return below->pMethods->xShmUnmap(below, isRemoved);
            },
        .xFetch = nullptr,
        .xUnfetch = nullptr};
    return table;
}

} // namespace

std::unique_ptr<sqlite3_vfs> DiskFile::makeLayer(PowerLossDisk& disk) {
    auto layer = std::make_unique<sqlite3_vfs>(fileSystemBelow(nullptr));
    layer->szOsFile += static_cast<int>(sizeof(DiskFile));
    layer->pNext = nullptr;
    layer->zName = "power-loss";
    layer->pAppData = &disk;
    layer->xOpen = &DiskFile::openFile;
    layer->xDelete = &DiskFile::removeFile;
    // The others get the file system below from the same structure, for they look at its pAppData.
    layer->xAccess = [](sqlite3_vfs* self, const char* path, int flags, int* answer) {
        sqlite3_vfs& below = fileSystemBelow(self);
        return below.xAccess(&below, path, flags, answer);
    };
    layer->xFullPathname = [](sqlite3_vfs* self, const char* path, int size, char* out) {
        sqlite3_vfs& below = fileSystemBelow(self);
        return below.xFullPathname(&below, path, size, out);
    };
    sqlite3_vfs_register(layer.get(), 1);
    return layer;
}

void DiskFile::removeLayer(sqlite3_vfs& layer) {
    sqlite3_vfs_unregister(&layer);
    sqlite3_vfs_register(&fileSystemBelow(&layer), 1);
}

int DiskFile::openFile(sqlite3_vfs* layer, sqlite3_filename path, sqlite3_file* file, int flags,
                       int* outFlags) {
    DiskFile& opened = of(file);
    sqlite3_vfs& system = fileSystemBelow(layer);
    opened.base.pMethods = nullptr;
    opened.disk = static_cast<PowerLossDisk*>(layer->pAppData);
    opened.contents = nullptr;
    opened.syncsFolder = false;
    opened.below()->pMethods = nullptr;
    const bool isNew = path && !QFile::exists(QString::fromUtf8(path));
    if (isNew && (flags & SQLITE_OPEN_CREATE) && opened.disk->m_observer)
        opened.disk->m_observer();
    const int code = system.xOpen(&system, path, opened.below(), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    opened.base.pMethods = &methods();
    if (path) {
        opened.contents = new std::shared_ptr(opened.disk->opened(QString::fromUtf8(path)));
        opened.syncsFolder = isNew && (flags & logs);
    }
    return SQLITE_OK;
}

int DiskFile::removeFile(sqlite3_vfs* layer, const char* path, int isSynced) {
    auto* const disk = static_cast<PowerLossDisk*>(layer->pAppData);
    sqlite3_vfs& system = fileSystemBelow(layer);
    if (disk->m_observer)
        disk->m_observer();
    const int code = system.xDelete(&system, path, isSynced);
    if (code == SQLITE_OK)
        disk->removed(QString::fromUtf8(path), isSynced != 0);
    return code;
}

int DiskFile::close() {
    delete contents;
    contents = nullptr;
    return below()->pMethods->xClose(below());
}

int DiskFile::write(const void* bytes, int count, sqlite3_int64 offset) {
    if (contents) {
        if (disk->m_observer)
            disk->m_observer();
        disk->add(**contents, {offset, QByteArray(static_cast<const char*>(bytes), count), false});
    }
    return below()->pMethods->xWrite(below(), bytes, count, offset);
}

int DiskFile::truncate(sqlite3_int64 size) {
    if (contents) {
        if (disk->m_observer)
            disk->m_observer();
        disk->add(**contents, {size, {}, true});
    }
    return below()->pMethods->xTruncate(below(), size);
}

/// The disk below is spared: nothing on it has to survive but in our account.
int DiskFile::sync() {
    if (disk->m_observer)
        disk->m_observer();
    if (contents)
        disk->synced(**contents, syncsFolder);
    syncsFolder = false;
    return SQLITE_OK;
}

} // namespace rillscope::torture
