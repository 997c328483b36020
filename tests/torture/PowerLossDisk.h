// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <vector>

struct sqlite3_vfs;

namespace rillscope::torture {

/// A disk whose power can fail at any moment: a layer around SQLite's default file system that keeps account
/// of what a real disk may still lose. A write, a change of size, a new or a removed name is safe only after
/// a sync; until then crash() keeps it, drops it, or keeps some of its sectors and a part of one, whatever
/// came before or after it. What was written before does not suffer (SQLite's "powersafe overwrite").
/// While it exists every database of the process that names no file system of its own lies on it. One at a
/// time, made before the first file in it. Thread: any. Shared memory (the -shm file) is made anew anyway.
class PowerLossDisk {
public:
    /// What is found when the power is back: contents by path.
    using Image = std::map<QString, QByteArray>;

    enum class Syncing {
        Honest,
        Lied ///< a sync does nothing: what a disk with a false cache does
    };

    explicit PowerLossDisk(Syncing syncing = Syncing::Honest);
    ~PowerLossDisk();
    PowerLossDisk(const PowerLossDisk&) = delete;
    PowerLossDisk& operator=(const PowerLossDisk&) = delete;

    /// Called before each change and each sync, on the thread that makes it. Set it before a file is opened.
    void setObserver(std::function<void()> observer) { m_observer = std::move(observer); }

    Image crash(std::mt19937_64& random) const;

    /// Puts the files of an image into a folder, under their names there.
    static bool write(const Image& image, const QString& folder);

private:
    friend struct DiskFile;

    struct Change {
        std::int64_t offset = 0; ///< of a write; of a truncation: the new size
        QByteArray bytes;
        bool isTruncation = false;
    };
    /// A file apart from its name, as the disk knows it.
    struct Contents {
        QByteArray safe;
        std::vector<Change> pending;
    };
    struct NameChange {
        QString path;
        std::shared_ptr<Contents> contents; ///< null: removed
    };
    using Names = std::map<QString, std::shared_ptr<Contents>>;

    std::shared_ptr<Contents> opened(const QString& path);
    void removed(const QString& path, bool isSynced);
    void add(Contents& contents, Change change);
    void synced(Contents& contents, bool isFolderToo);
    static void apply(QByteArray& bytes, const Change& change);
    static QByteArray afterCrash(const Contents& contents, std::mt19937_64& random);
    static void applyTorn(QByteArray& bytes, const Change& change, std::mt19937_64& random);

    const Syncing m_syncing;
    std::function<void()> m_observer;
    std::unique_ptr<sqlite3_vfs> m_layer;
    mutable std::mutex m_mutex; // guards what follows, which threads of several connections change
    Names m_names;              ///< as the programs see them
    Names m_safeNames;          ///< as they are after a loss of power
    std::vector<NameChange> m_pendingNames;
};

} // namespace rillscope::torture
