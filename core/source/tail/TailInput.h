// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/ByteInput.h"
#include "core/source/tail/FileIdentity.h"
#include "core/source/tail/TailSettings.h"

#include <QFile>
#include <QTimer>

#include <deque>
#include <memory>
#include <string>

class QFileSystemWatcher;

namespace rillscope {

/// The bytes of a file that grows. A file that takes its place (a rotation) is opened as soon as it appears,
/// and read when it holds something and the one before is read to its end: a writer that goes on in the
/// renamed file loses nothing. A file that became shorter is read from its beginning. Changes are noticed by
/// the kernel's notification, and by looking once a second, which is what works on network file systems.
/// While there is no file to read, the state is Connecting. Not seen: a file that is made and replaced again
/// before this looked, one that is truncated and has grown beyond its former length by then, and, of several
/// rotations between two sources, the files between; but where such a file is still in the folder, or the one
/// in which reading stopped is gone, a loss is told. Thread: the source thread. Errors: FileNotFound,
/// FileUnreadable, LimitReached.
class TailInput final : public ByteInput {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds lookInterval{1'000};
    /// Files that may wait to be read, each of them open.
    static constexpr std::size_t maxFiles = 256;
    /// How often a file that takes the place of another may be found unreadable.
    static constexpr int maxRefusals = 10;

    /// Goes on at a position, if the file is still to be found there, or in its folder by another name.
    explicit TailInput(const TailSettings& settings, const QByteArray& position = {});
    ~TailInput() override;

    /// Why the file cannot be followed, as far as can be found out without reading it. Any thread.
    static std::optional<Error> problemOf(const TailSettings& settings);

    QString name() const override { return m_settings.path; }
    std::optional<Error> open() override;
    Result<ByteRead> read(std::span<char> buffer) override;
    QByteArray position(qint64 unused) const override;
    void setEnabled(bool isEnabled) override;

private:
    struct OpenFile {
        std::unique_ptr<QFile> file;
        FileIdentity identity = {};
        qint64 position = 0; ///< of the next byte to be read
    };

    void look();
    void lookAgain();
    void tellIfOutOfReach();
    void tellIfBack();
    void watch();
    std::optional<Error> openNext();
    std::optional<Error> append(const QString& path);
    void takeUp();
    bool findAndSkip(const FileIdentity& identity, qint64 used, const QByteArray& print);
    void skipTo(OpenFile& file, qint64 position);
    void skipToEnd(OpenFile& file);
    bool isSucceeded() const;
    Result<ByteRead> readFile(OpenFile& file, std::span<char> buffer);
    void askForReader();

    TailSettings m_settings;
    QByteArray m_startPosition;
    QString m_path;               ///< absolute
    std::deque<OpenFile> m_files; ///< the first is being read, the last is the one at the path
    QFileSystemWatcher* m_watcher = nullptr;
    QTimer m_timer;
    QTimer m_ready;
    std::string m_header;           ///< of the first file, when that is not read from its start
    std::optional<Message> m_loss;  ///< to be told before anything is read
    std::optional<Error> m_refusal; ///< why the file at the path cannot be opened
    int m_refusals = 0;
    std::optional<Error> m_error; ///< to be reported when all that is open has been read
    bool m_isEnabled = false;
    bool m_mayHoldMore = true;
    bool m_isFirstDone = false;  ///< the first file was read, but lines of it may still be delivered
    bool m_isOutOfReach = false; ///< and the source knows
    bool m_hasRead = false;      ///< since it was last looked whether the file is there
};

} // namespace rillscope
