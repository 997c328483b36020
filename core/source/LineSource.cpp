// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/LineSource.h"

#include "core/source/InputVerdict.h"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace rillscope {
namespace {

constexpr qsizetype blockSamples = 8'192;
constexpr std::size_t chunkBytes = 64 * 1'024;

QString inputName() {
    return QStringLiteral("standard input");
}

/// Somebody else may have read, since the notifier spoke, what made the descriptor readable.
bool isReadable(int descriptor) {
    pollfd request{descriptor, POLLIN, 0};
    return poll(&request, 1, 0) > 0;
}

/// Why a descriptor cannot be read as lines. A program started with its standard input closed finds something
/// of the event loop under that number; such things are no file of any kind.
std::optional<QString> whyUnfit(int descriptor) {
    struct stat status {};
    if (fstat(descriptor, &status) < 0)
        return QStringLiteral("it cannot be read (%1)").arg(qt_error_string(errno));
    if (S_ISDIR(status.st_mode))
        return QStringLiteral("this is a folder, not a stream of lines");
    if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode) &&
        !S_ISSOCK(status.st_mode))
        return QStringLiteral("it is closed");
    return std::nullopt;
}

} // namespace

LineSource::LineSource(const LineSettings& settings, const Clock& clock, int descriptor)
    : SampleSource(clock), m_reader(settings.parse, clock), m_descriptor(descriptor) {}

void LineSource::onStarted() {
    if (const auto reason = whyUnfit(m_descriptor)) {
        fail({ErrorCode::FileUnreadable, inputName(), *reason});
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &LineSource::readAvailable);
    m_notifier->setEnabled(canDeliver());
}

void LineSource::onStopping() {
    stopReading();
    while (remainingSamples() > 0) {
        const SampleBlock block = readBlock();
        if (block.isEmpty())
            break;
        deliver(block);
    }
}

void LineSource::onCreditGranted() {
    deliverLines();
}

void LineSource::readAvailable() {
    if (!canDeliver() || !isReadable(m_descriptor))
        return;
    std::array<char, chunkBytes> bytes;
    const ssize_t count = read(m_descriptor, bytes.data(), bytes.size());
    if (count < 0) {
        if (errno != EINTR && errno != EAGAIN)
            failReading(errno);
        return;
    }
    if (count > 0)
        m_reader.feed({bytes.data(), static_cast<std::size_t>(count)});
    else
        m_reader.finish();
    m_isAtEnd = count == 0;
    deliverLines();
}

/// Delivers what has been read as far as credit goes; only then more is read.
void LineSource::deliverLines() {
    bool isDrained = false;
    while (canDeliver() && !isDrained) {
        const SampleBlock block = readBlock();
        isDrained = block.isEmpty();
        deliver(block);
    }
    if (!isRunning())
        return;
    if (isDrained && m_isAtEnd)
        conclude();
    else
        m_notifier->setEnabled(canDeliver() && !m_isAtEnd);
}

/// Empty when there is no complete line left.
SampleBlock LineSource::readBlock() {
    SampleBlock block;
    const qint64 limit = std::min<qint64>(blockSamples, remainingSamples());
    while (block.size() < limit && m_reader.readLine(block)) {
    }
    block.arrivalTime = clock().now();
    return block;
}

/// The notifier is left to be deleted with the source: this may run within its signal.
void LineSource::stopReading() {
    if (m_notifier)
        m_notifier->setEnabled(false);
}

void LineSource::conclude() {
    stopReading();
    if (const auto verdict = inputVerdict(m_reader, inputName()))
        fail(*verdict);
    else
        finish();
}

void LineSource::failReading(int errorNumber) {
    stopReading();
    fail({ErrorCode::FileUnreadable, inputName(),
          QStringLiteral("it cannot be read (%1)").arg(qt_error_string(errorNumber))});
}

} // namespace rillscope
