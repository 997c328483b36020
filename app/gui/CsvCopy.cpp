// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CsvCopy.h"

#include <QBuffer>
#include <QPromise>
#include <QtConcurrentRun>

namespace rillscope {
namespace {

constexpr qint64 mostBytes = 256LL * 1024 * 1024;

Result<CsvCopy> makeCopy(const SampleHistory& history, const CsvRange& range,
                         QPromise<Result<CsvCopy>>& promise) {
    constexpr int progressSteps = 1'000;
    promise.setProgressRange(0, progressSteps);
    CsvCopy copy;
    QBuffer buffer(&copy.text);
    buffer.open(QIODevice::WriteOnly);
    const auto rows = writeCsv(
        buffer, history, range, [&] { return promise.isCanceled() || buffer.size() > mostBytes; },
        [&](qint64 done, qint64 all) {
            promise.setProgressValue(all > 0 ? static_cast<int>(done * progressSteps / all) : progressSteps);
        });
    if (!rows && buffer.size() > mostBytes)
        return failure(ErrorCode::WriteFailed, QString(),
                       QStringLiteral("the range holds more than fits into the clipboard"));
    if (!rows)
        return tl::unexpected(rows.error());
    copy.rows = rows->written;
    return copy;
}

} // namespace

qint64 countSamples(const SampleHistory& history, const CsvRange& range) {
    const Timestamp end = range.end == Timestamp::max() ? range.end : range.end + Duration{1};
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
        promise.addResult(makeCopy(*history, range, promise));
    });
}

} // namespace rillscope
