// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CaptureCsv.h"

#include "core/base/Message.h"
#include "core/base/TargetFile.h"
#include "core/export/CsvRowFormat.h"

#include <QFileInfo>

#include <algorithm>

namespace rillscope {
namespace {

constexpr std::size_t bufferSize = 256 * 1024;

/// By ChannelIndex, whether it is asked for.
Result<std::vector<bool>> chosenChannels(const CaptureReader& reader, const QStringList& names) {
    const QList<ChannelInfo>& channels = reader.channels();
    std::vector<bool> isChosen(static_cast<std::size_t>(channels.size()), names.isEmpty());
    for (const QString& name : names) {
        bool isThere = false;
        for (qsizetype i = 0; i < channels.size(); ++i) {
            if (channels.at(i).name == name)
                isChosen[static_cast<std::size_t>(i)] = isThere = true;
        }
        if (!isThere)
            return failure(
                ErrorCode::InvalidUri, name,
                Message(QT_TRANSLATE_NOOP("Message", "there is no channel of this name in the recording")));
    }
    return isChosen;
}

/// Writes `buffer` when it is full, or when it must.
Result<void> flush(QIODevice& device, std::string& buffer, std::size_t unless) {
    if (buffer.size() < unless)
        return {};
    const auto written = writeAll(device, buffer);
    buffer.clear();
    return written;
}

} // namespace

Result<qint64> writeCaptureCsv(QIODevice& device, CaptureReader& reader, const CaptureSelection& selection,
                               const JobControl& control) {
    const auto isChosen = chosenChannels(reader, selection.channels);
    if (!isChosen)
        return tl::unexpected(isChosen.error());
    const auto ids = reader.idsWithin(selection.range.begin, selection.range.end);
    if (!ids)
        return tl::unexpected(ids.error());
    CsvRowFormat rows(reader.channels());
    std::string buffer(CsvRowFormat::header);
    buffer.reserve(bufferSize + bufferSize / 8);
    std::vector<StoredSample> samples;
    qint64 rowCount = 0;
    for (qint64 next = ids->first; next <= ids->second; next = samples.back().id + 1) {
        control.report(next - ids->first, ids->second - ids->first + 1);
        if (control.isToStop())
            return failure(ErrorCode::Cancelled, reader.info().path,
                           Message(QT_TRANSLATE_NOOP("Message", "the export was cancelled")));
        if (const auto read = reader.readSamples(next, ids->second, samples); !read)
            return tl::unexpected(read.error());
        if (samples.empty())
            break;
        for (const StoredSample& sample : samples) {
            if (!(*isChosen)[sample.channel] || !selection.range.contains(sample.eventTime))
                continue;
            rows.append(buffer, sample.channel, sample.eventTime, sample.value, sample.quality);
            ++rowCount;
            if (const auto written = flush(device, buffer, bufferSize); !written)
                return tl::unexpected(written.error());
        }
    }
    const auto written = flush(device, buffer, 0).and_then([&] { return flushAll(device); });
    if (!written)
        return tl::unexpected(written.error());
    control.report(1, 1);
    return rowCount;
}

Result<qint64> saveCaptureCsv(const QString& capture, const QString& target,
                              const CaptureSelection& selection, const JobControl& control) {
    const QFileInfo targetInfo(target);
    for (const char* suffix : {"", "-wal", "-shm", "-journal", ".lock"}) {
        if (const QFileInfo part(capture + QLatin1String(suffix)); part.exists() && part == targetInfo)
            return failure(
                ErrorCode::WriteFailed, target,
                Message(QT_TRANSLATE_NOOP("Message", "this is the recording itself, which would be lost")));
    }
    auto reader = CaptureReader::open(capture, control.isCancelled);
    if (!reader)
        return tl::unexpected(reader.error());
    qint64 rows = 0;
    const auto written = writeTargetFile(target, [&](QIODevice& device) -> Result<void> {
        const auto result = writeCaptureCsv(device, *reader, selection, control);
        if (!result)
            return tl::unexpected(result.error());
        rows = *result;
        return {};
    });
    if (!written)
        return tl::unexpected(written.error());
    return rows;
}

} // namespace rillscope
