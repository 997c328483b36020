// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvWriter.h"

#include "core/base/Rfc3339.h"
#include "core/export/CsvText.h"
#include "core/export/HistoryRows.h"
#include "core/export/TargetFile.h"

#include <QSaveFile>
#include <QtConcurrent/QtConcurrentRun>

namespace rillscope {
namespace {

constexpr std::size_t bufferSize = 256 * 1024;
constexpr qint64 rowsPerCheck = 4096;
constexpr int progressSteps = 1000;

Error writeError(const QString& subject, const QString& reason) {
    return {ErrorCode::WriteFailed, subject, reason};
}

bool flush(QIODevice& device, std::string& buffer) {
    const auto size = static_cast<qint64>(buffer.size());
    const bool isWritten = device.write(buffer.data(), size) == size;
    buffer.clear();
    return isWritten;
}

/// Formats rows; knows the channels' names as cells.
class RowFormatter {
public:
    explicit RowFormatter(const SampleHistory& history) : m_history(history) {
        for (int i = 0; i < history.channelCount(); ++i)
            m_names.push_back(csvTextCell(history.info(i).name.toStdString()));
    }

    void append(std::string& text, HistoryRows::Row row) const {
        const ChannelHistory& channel = m_history.channel(row.channel);
        const double value = channel.value(row.index);
        appendRfc3339(text, channel.eventTime(row.index));
        text += ',';
        appendNumber(text, value);
        text += ',';
        if (m_history.info(row.channel).unit != Unit::None)
            appendNumber(text, fromCelsius(value, Unit::Fahrenheit));
        text += ',';
        text += m_names[static_cast<std::size_t>(row.channel)];
        text += ',';
        text += qualityName(channel.quality(row.index));
        text += '\n';
    }

private:
    const SampleHistory& m_history;
    std::vector<std::string> m_names;
};

bool isWithin(const CsvRange& range, Timestamp time) {
    return time >= range.begin && time <= range.end;
}

Result<qint64> save(const QString& path, const SampleHistory& history, const CsvRange& range,
                    const std::function<bool()>& isCancelled,
                    const std::function<void(qint64, qint64)>& reportProgress) {
    if (const auto target = checkTargetFile(path); !target)
        return tl::unexpected(target.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(writeError(path, file.errorString()));
    const auto rows = writeCsv(file, history, range, isCancelled, reportProgress);
    if (!rows) {
        file.cancelWriting();
        return failure(rows.error().code, path, rows.error().detail);
    }
    if (!file.commit())
        return tl::unexpected(writeError(path, file.errorString()));
    return rows;
}

} // namespace

Result<qint64> writeCsv(QIODevice& device, const SampleHistory& history, const CsvRange& range,
                        const std::function<bool()>& isCancelled,
                        const std::function<void(qint64 done, qint64 all)>& reportProgress) {
    HistoryRows rows(history);
    const RowFormatter formatter(history);
    std::string buffer = "timestamp,temperature,temperature_f,channel,quality\n";
    buffer.reserve(bufferSize + 1024);
    qint64 seen = 0;
    qint64 written = 0;
    while (rows.hasNext()) {
        if (seen % rowsPerCheck == 0) {
            if (isCancelled())
                return failure(ErrorCode::Cancelled, QString(), QStringLiteral("cancelled"));
            reportProgress(seen, rows.count());
        }
        ++seen;
        const HistoryRows::Row row = rows.next();
        if (!isWithin(range, history.channel(row.channel).eventTime(row.index)))
            continue;
        formatter.append(buffer, row);
        ++written;
        if (buffer.size() >= bufferSize && !flush(device, buffer))
            return tl::unexpected(writeError(QString(), device.errorString()));
    }
    if (!flush(device, buffer))
        return tl::unexpected(writeError(QString(), device.errorString()));
    reportProgress(rows.count(), rows.count());
    return written;
}

Result<qint64> saveCsv(const QString& path, const SampleHistory& history, const CsvRange& range) {
    return save(
        path, history, range, [] { return false; }, [](qint64, qint64) {});
}

QFuture<Result<qint64>> saveCsvInBackground(const QString& path, std::shared_ptr<const SampleHistory> history,
                                            const CsvRange& range) {
    return QtConcurrent::run([path, history = std::move(history), range](QPromise<Result<qint64>>& promise) {
        promise.setProgressRange(0, progressSteps);
        promise.addResult(save(
            path, *history, range, [&promise] { return promise.isCanceled(); },
            [&promise](qint64 done, qint64 all) {
                promise.setProgressValue(all > 0 ? static_cast<int>(done * progressSteps / all)
                                                 : progressSteps);
            }));
    });
}

} // namespace rillscope
