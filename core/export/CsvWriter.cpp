// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvWriter.h"

#include "core/base/JobControl.h"
#include "core/base/Message.h"
#include "core/base/TargetFile.h"
#include "core/export/ArrivalMerge.h"
#include "core/export/CsvRowFormat.h"

#include <QFileDevice>

namespace rillscope {
namespace {

constexpr std::size_t bufferSize = 256 * 1024;
constexpr qint64 samplesBetweenReports = 4'096;

QList<ChannelInfo> channelsOf(const SampleHistory& history) {
    QList<ChannelInfo> channels;
    for (int channel = 0; channel < history.channelCount(); ++channel)
        channels.append(history.info(channel));
    return channels;
}

/// What the file is called in messages; a device without a name has none.
QString nameOf(const QIODevice& device) {
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return file ? file->fileName() : QString();
}

} // namespace

Result<CsvRows> writeCsv(QIODevice& device, const SampleHistory& history, const CsvRange& range,
                         const std::function<bool()>& isCancelled,
                         const std::function<void(qint64 done, qint64 all)>& reportProgress) {
    ArrivalMerge merge(history, range.begin, range.end);
    CsvRowFormat rows(channelsOf(history));
    std::string buffer(CsvRowFormat::header);
    buffer.reserve(bufferSize + bufferSize / 8);
    CsvRows rowCount;
    for (qint64 turn = 0; !merge.isAtEnd(); merge.advance(), ++turn) {
        if (turn % samplesBetweenReports == 0) {
            if (isCancelled && isCancelled())
                return failure(ErrorCode::Cancelled, nameOf(device),
                               Message(QT_TRANSLATE_NOOP("Message", "the export was cancelled")));
            if (reportProgress)
                reportProgress(merge.passed(), merge.size());
        }
        const RecordedSample& sample = merge.sample();
        if (sample.eventTime < range.begin || sample.eventTime > range.end)
            continue;
        rows.append(buffer, merge.channel(), sample.eventTime, sample.value, sample.quality);
        ++rowCount.written;
        if (buffer.size() >= bufferSize) {
            if (const auto written = writeAll(device, buffer); !written)
                return tl::unexpected(written.error());
            buffer.clear();
        }
    }
    if (const auto written = writeAll(device, buffer).and_then([&] { return flushAll(device); }); !written)
        return tl::unexpected(written.error());
    if (reportProgress)
        reportProgress(merge.size(), merge.size());
    rowCount.evicted = merge.evicted();
    return rowCount;
}

Result<CsvRows> saveCsv(const QString& path, const SampleHistory& history, const CsvRange& range,
                        const std::function<bool()>& isCancelled,
                        const std::function<void(qint64 done, qint64 all)>& reportProgress) {
    CsvRows rows;
    const auto written = writeTargetFile(path, [&](QIODevice& device) -> Result<void> {
        const Result<CsvRows> result = writeCsv(device, history, range, isCancelled, reportProgress);
        if (!result)
            return tl::unexpected(result.error());
        rows = *result;
        return {};
    });
    if (!written)
        return tl::unexpected(written.error());
    return rows;
}

std::optional<Error> missingRows(const QString& path, const CsvRows& rows) {
    if (rows.evicted == 0)
        return std::nullopt;
    return Error{
        ErrorCode::WriteFailed, path,
        Message(QT_TRANSLATE_NOOP("Message",
                                  "the oldest %1 samples did not stay in memory and are missing in the file"),
                rows.evicted)};
}

} // namespace rillscope
