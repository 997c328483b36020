// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CsvCopy.h"

#include "core/base/ThreadRole.h"
#include "core/export/CaptureCsv.h"

#include <QBuffer>
#include <QPromise>
#include <QtConcurrentRun>

namespace rillscope {
namespace {

constexpr qint64 mostBytes = 256LL * 1024 * 1024;

/// `write`: into a device, under the control it is given.
template <typename Write>
Result<CsvCopy> makeCopy(QPromise<Result<CsvCopy>>& promise, Write write) {
    CsvCopy copy;
    QBuffer buffer(&copy.text);
    buffer.open(QIODevice::WriteOnly);
    JobControl control = JobControl::of(promise);
    control.isCancelled = [&] { return promise.isCanceled() || buffer.size() > mostBytes; };
    const Result<CsvRows> rows = write(buffer, control);
    if (!rows && buffer.size() > mostBytes)
        return failure(ErrorCode::WriteFailed, QString(),
                       QStringLiteral("the range holds more than fits into the clipboard"));
    if (!rows)
        return tl::unexpected(rows.error());
    copy.rows = *rows;
    return copy;
}

} // namespace

qint64 countSamples(const SampleHistory& history, const CsvRange& range) {
    const Timestamp end = range.end + Duration{1};
    qint64 count = 0;
    for (int channel = 0; channel < history.channelCount(); ++channel) {
        if (history.info(channel).kind != ChannelKind::Reference) // those are not copied
            count += history.channel(channel).statistics(range.begin, end).count();
    }
    return count;
}

QFuture<Result<CsvCopy>> copyCsvInBackground(std::shared_ptr<const SampleHistory> history,
                                             const CsvRange& range) {
    return QtConcurrent::run([history = std::move(history), range](QPromise<Result<CsvCopy>>& promise) {
        takeRole(ThreadRole::Job);
        promise.addResult(makeCopy(promise, [&](QIODevice& device, const JobControl& control) {
            return writeCsv(device, *history, range, control.isCancelled, control.reportProgress);
        }));
    });
}

QFuture<Result<CsvCopy>> copyCaptureCsvInBackground(const QString& capture, const CsvRange& range) {
    return QtConcurrent::run([capture, range](QPromise<Result<CsvCopy>>& promise) {
        takeRole(ThreadRole::Job);
        promise.addResult(
            makeCopy(promise, [&](QIODevice& device, const JobControl& control) -> Result<CsvRows> {
                auto reader = CaptureReader::open(capture, control.isCancelled);
                if (!reader)
                    return tl::unexpected(reader.error());
                const auto written = writeCaptureCsv(device, *reader, {{}, range}, control);
                if (!written)
                    return tl::unexpected(written.error());
                return CsvRows{*written, 0};
            }));
    });
}

} // namespace rillscope
