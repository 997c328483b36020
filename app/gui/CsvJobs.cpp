// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CsvJobs.h"

#include "core/base/Message.h"
#include "core/export/CaptureCsv.h"

#include <QBuffer>

namespace rillscope {
namespace {

constexpr qint64 mostBytes = 256LL * 1024 * 1024;

Result<CsvRows> write(QIODevice& device, const CsvSource& source, const JobControl& control) {
    if (source.history)
        return writeCsv(device, *source.history, source.range, control.isCancelled, control.reportProgress);
    auto reader = CaptureReader::open(source.capture, control.isCancelled);
    if (!reader)
        return tl::unexpected(reader.error());
    return writeCaptureCsv(device, *reader, {{}, source.range}, control).map([](qint64 rows) {
        return CsvRows{rows, 0};
    });
}

} // namespace

CsvSource CsvSource::ofCapture(const QString& path, const CsvRange& range) {
    CsvSource source(nullptr, range);
    source.capture = path;
    return source;
}

qint64 countSamples(const SampleHistory& history, const CsvRange& range) {
    const Timestamp end = range.end + Duration{1};
    qint64 count = 0;
    for (int channel = 0; channel < history.channelCount(); ++channel) {
        if (history.info(channel).kind != ChannelKind::Reference) // those are not copied
            count += history.channel(channel).statistics(range.begin, end).count();
    }
    return count;
}

Result<CsvCopy> copyCsv(const CsvSource& source, const JobControl& control) {
    CsvCopy copy;
    QBuffer buffer(&copy.text);
    buffer.open(QIODevice::WriteOnly);
    JobControl bounded = control;
    bounded.isCancelled = [&] { return control.isToStop() || buffer.size() > mostBytes; };
    const Result<CsvRows> rows = write(buffer, source, bounded);
    if (!rows && buffer.size() > mostBytes)
        return failure(
            ErrorCode::WriteFailed, QString(),
            Message(QT_TRANSLATE_NOOP("Message", "the range holds more than fits into the clipboard")));
    if (!rows)
        return tl::unexpected(rows.error());
    copy.rows = *rows;
    return copy;
}

Result<CsvRows> saveCsv(const CsvSource& source, const QString& path, const JobControl& control) {
    if (source.history)
        return saveCsv(path, *source.history, source.range, control.isCancelled, control.reportProgress);
    return saveCaptureCsv(source.capture, path, {{}, source.range}, control).map([](qint64 rows) {
        return CsvRows{rows, 0};
    });
}

} // namespace rillscope
