// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tail/TailInput.h"

#include "core/base/Message.h"
#include "core/capture/check/CaptureFormat.h"
#include "core/parse/LineSplitter.h"
#include "core/parse/RecordParser.h"
#include "core/parse/TextSniffer.h"
#include "core/source/FileProblem.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace rillscope {
namespace {

tl::unexpected<Error> unreadable(const QString& path, int errorNumber) {
    return failure(
        ErrorCode::FileUnreadable, path,
        Message(QT_TRANSLATE_NOOP("Message", "it cannot be read (%1)"), qt_error_string(errorNumber)));
}

/// Where the first line of data begins, when the lines before it are the header of a table; else 0.
std::size_t endOfHeader(std::string_view text) {
    std::vector<std::string> lines;
    std::vector<std::size_t> ends;
    for (std::size_t begin = 0; begin < text.size() && lines.size() < RecordParser::firstLines;) {
        const std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos)
            break;
        std::string_view line = text.substr(begin, end - begin);
        if (begin == 0 && line.starts_with("\xef\xbb\xbf"))
            line.remove_prefix(3);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.emplace_back(line);
        ends.push_back(end + 1);
        begin = end + 1;
    }
    const auto format = sniffText(lines, {});
    if (!format)
        return 0;
    if (format->kind == TextFormat::Kind::Names)
        return ends.back();
    const bool hasHeader = format->kind == TextFormat::Kind::Table && !format->table.header.empty();
    return hasHeader && format->linesBefore > 0 ? ends[format->linesBefore - 1] : 0;
}

} // namespace

TailInput::TailInput(const TailSettings& settings, const QByteArray& position)
    : m_settings(settings)
    , m_startPosition(position)
    , m_path(QFileInfo(settings.path).absoluteFilePath())
    , m_timer(this)
    , m_ready(this) {
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &TailInput::lookAgain);
    m_ready.setSingleShot(true);
    connect(&m_ready, &QTimer::timeout, this, &ByteInput::readable);
}

TailInput::~TailInput() = default;

std::optional<Error> TailInput::problemOf(const TailSettings& settings) {
    const QFileInfo info(settings.path);
    if (!info.exists() && settings.mayWait) {
        if (info.absoluteDir().exists())
            return std::nullopt;
        return Error{ErrorCode::FileNotFound, info.absolutePath(),
                     Message(QT_TRANSLATE_NOOP("Message", "there is no such folder"))};
    }
    if (auto problem = fileProblem(settings.path)) {
        if (problem->code == ErrorCode::FileNotFound)
            problem->detail =
                Message(QT_TRANSLATE_NOOP("Message", "%1; with wait=yes it is waited for"), problem->detail);
        return problem;
    }
    if (isCapture(settings.path))
        return Error{ErrorCode::FileUnreadable, settings.path,
                     Message(QT_TRANSLATE_NOOP("Message", "this is a recording, not a text that grows"))};
    return std::nullopt;
}

std::optional<Error> TailInput::open() {
    if (auto problem = problemOf(m_settings))
        return problem;
    m_watcher = new QFileSystemWatcher(this);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &TailInput::look);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, &TailInput::look);
    takeUp();
    look();
    if (m_refusal)
        return m_refusal;
    if (m_settings.from == TailSettings::From::End && m_startPosition.isEmpty() && !m_files.empty())
        skipToEnd(m_files.front());
    tellIfOutOfReach();
    m_timer.start();
    return std::nullopt;
}

void TailInput::setEnabled(bool isEnabled) {
    m_isEnabled = isEnabled;
    if (isEnabled)
        askForReader();
    else
        m_ready.stop();
}

void TailInput::askForReader() {
    if (m_isEnabled && m_mayHoldMore)
        m_ready.start(0);
}

/// Something may have changed. Files are opened as they come, even while nobody may read: one that waits at
/// its path could be renamed meanwhile.
void TailInput::look() {
    m_refusal = openNext();
    tellIfBack();
    watch();
    m_mayHoldMore = true;
    askForReader();
}

void TailInput::lookAgain() {
    look();
    tellIfOutOfReach();
    m_refusals = m_refusal ? m_refusals + 1 : 0;
    if (m_refusals >= maxRefusals && !m_error)
        m_error = m_refusal;
}

/// In each rotation there is no file at the path for a moment, while what is left in the one before is still
/// read: only what lasts until the next look is told.
void TailInput::tellIfOutOfReach() {
    const bool hasRead = std::exchange(m_hasRead, false);
    const bool holdsMore = !m_files.empty() && sizeOf(*m_files.front().file) > m_files.front().position;
    const bool isThere = QFileInfo::exists(m_path);
    if (hasRead || holdsMore || (isThere && !m_refusal))
        return;
    m_isOutOfReach = true;
    Q_EMIT stateChanged({.kind = SourceState::Kind::Connecting,
                         .reason = isThere ? m_refusal->detail
                                           : Message(QT_TRANSLATE_NOOP("Message", "the file is not there"))});
}

/// Before anything is read of the file.
void TailInput::tellIfBack() {
    if (!m_isOutOfReach || m_refusal || !QFileInfo::exists(m_path))
        return;
    m_isOutOfReach = false;
    Q_EMIT stateChanged({.kind = SourceState::Kind::Waiting});
}

/// Opens the file at the path, if it is another one than the last that was opened.
std::optional<Error> TailInput::openNext() {
    const auto found = statusOf(m_path);
    const bool isNewest = found && !m_files.empty() && m_files.back().identity == found->identity;
    if (!found || isNewest || m_error)
        return std::nullopt;
    if (m_files.size() >= maxFiles) {
        m_error =
            Error{ErrorCode::LimitReached, m_settings.path,
                  Message(QT_TRANSLATE_NOOP("Message", "it was replaced %1 times before it could be read"),
                          maxFiles)};
        return std::nullopt;
    }
    if (auto refusal = append(m_path))
        return refusal;
    m_watcher->removePath(m_path); // it may still stand for the file before
    return std::nullopt;
}

std::optional<Error> TailInput::append(const QString& path) {
    OpenFile next{std::make_unique<QFile>(path)};
    if (!next.file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return next.file->exists()
                   ? std::optional(
                         Error{ErrorCode::FileUnreadable, m_settings.path,
                               Message(QT_TRANSLATE_NOOP("Message", "the file cannot be opened (%1)"),
                                       next.file->errorString())})
                   : std::nullopt;
    const auto status = statusOf(*next.file);
    const bool isOpenAlready = status && !m_files.empty() && m_files.back().identity == status->identity;
    if (!status || isOpenAlready)
        return std::nullopt;
    next.identity = status->identity;
    m_files.push_back(std::move(next));
    return std::nullopt;
}

QByteArray TailInput::position(qint64 unused) const {
    if (m_files.empty())
        return m_startPosition;
    const OpenFile& file = m_files.front();
    const qint64 used = std::max<qint64>(file.position - unused, 0);
    return QByteArray::number(file.identity.device) + ' ' + QByteArray::number(file.identity.number) + ' ' +
           QByteArray::number(used) + ' ' + fingerprint(*file.file, used);
}

/// Opens the file that was being read, wherever it is now, at the place where reading stopped.
void TailInput::takeUp() {
    if (m_startPosition.isEmpty())
        return;
    const QList<QByteArray> parts = m_startPosition.split(' ');
    const bool isFound = parts.size() == 4 && findAndSkip({.device = parts.at(0).toULongLong(),
                                                           .number = parts.at(1).toULongLong()},
                                                          parts.at(2).toLongLong(), parts.at(3));
    if (!isFound) {
        m_loss = Message(QT_TRANSLATE_NOOP(
            "Message",
            "the file in which reading stopped is gone or was written anew; what had been added to "
            "it is not read"));
        return;
    }
    const auto status = statusOf(*m_files.front().file);
    if (const QStringList between = status ? filesBetween(*status, m_path) : QStringList();
        !between.isEmpty())
        m_loss = Message(QT_TRANSLATE_NOOP("Message", "files that were written meanwhile are not read: %1"),
                         between.join(QStringLiteral(", ")));
}

/// Returns whether the file is there, and begins as it did.
bool TailInput::findAndSkip(const FileIdentity& identity, qint64 used, const QByteArray& print) {
    const auto path = used >= 0 ? findFile(identity, m_path) : std::nullopt;
    if (!path || isNamedLikeCapture(*path) || append(*path) || m_files.empty())
        return false;
    const bool isSame = fingerprint(*m_files.front().file, used) == print;
    if (isSame)
        skipTo(m_files.front(), used);
    else if (*path != m_path)
        m_files.clear();
    return isSame;
}

/// The watcher forgets what was removed or renamed.
void TailInput::watch() {
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!m_watcher->directories().contains(folder) && QFileInfo::exists(folder))
        m_watcher->addPath(folder);
    if (!m_watcher->files().contains(m_path) && QFileInfo::exists(m_path))
        m_watcher->addPath(m_path);
}

/// Without its header a table could not be read.
void TailInput::skipTo(OpenFile& file, qint64 position) {
    const std::string beginning = bytesAt(*file.file, 0, LineSplitter::maxLineBytes);
    m_header = beginning.substr(0, endOfHeader(beginning));
    file.position = std::max(static_cast<qint64>(m_header.size()), position);
}

/// To the beginning of the line that is being written.
void TailInput::skipToEnd(OpenFile& file) {
    const qint64 size = sizeOf(*file.file);
    const qint64 begin = std::max<qint64>(0, size - static_cast<qint64>(LineSplitter::maxLineBytes));
    const std::string ending = bytesAt(*file.file, begin, LineSplitter::maxLineBytes);
    const std::size_t lineEnd = ending.rfind('\n');
    skipTo(file, lineEnd == std::string::npos ? begin : begin + static_cast<qint64>(lineEnd) + 1);
}

/// Whether a later file is there and in use: then its writer has let go of the first.
bool TailInput::isSucceeded() const {
    return m_files.size() > 2 || (m_files.size() == 2 && sizeOf(*m_files.back().file) > 0);
}

Result<ByteRead> TailInput::readFile(OpenFile& file, std::span<char> buffer) {
    if (sizeOf(*file.file) < file.position) {
        file.position = 0;
        return ByteRead{ByteRead::Kind::Truncated};
    }
    const ssize_t count = pread(file.file->handle(), buffer.data(), buffer.size(), file.position);
    if (count < 0 && errno != EINTR)
        return unreadable(m_settings.path, errno);
    if (count <= 0)
        return ByteRead{ByteRead::Kind::Nothing};
    file.position += count;
    m_hasRead = true;
    return ByteRead{ByteRead::Kind::Bytes, static_cast<std::size_t>(count)};
}

Result<ByteRead> TailInput::read(std::span<char> buffer) {
    if (m_loss)
        return ByteRead{.kind = ByteRead::Kind::Loss, .reason = *std::exchange(m_loss, std::nullopt)};
    if (!m_header.empty()) {
        const std::size_t count = m_header.copy(buffer.data(), buffer.size());
        m_header.erase(0, count);
        return ByteRead{ByteRead::Kind::Bytes, count};
    }
    if (std::exchange(m_isFirstDone, false))
        m_files.pop_front();
    // Asked first: what the writer still put into the file before it let go is read below.
    const bool isLast = !isSucceeded();
    if (!m_files.empty()) {
        auto read = readFile(m_files.front(), buffer);
        if (!read || read->kind != ByteRead::Kind::Nothing)
            return read;
        if (!isLast) {
            m_isFirstDone = true;
            return ByteRead{ByteRead::Kind::NewFile};
        }
    }
    m_mayHoldMore = false;
    if (m_error)
        return tl::unexpected(*m_error);
    return ByteRead{ByteRead::Kind::Nothing};
}

} // namespace rillscope
