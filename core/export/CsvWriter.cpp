// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvWriter.h"

#include "core/base/Rfc3339.h"
#include "core/export/ArrivalMerge.h"
#include "core/export/CsvText.h"
#include "core/export/TargetFile.h"

#include <QFileDevice>
#include <QPromise>
#include <QtConcurrentRun>

namespace rillscope {
namespace {

constexpr std::size_t bufferSize = 256 * 1024;
constexpr qint64 samplesBetweenReports = 4'096;

/// Makes rows; what is the same in all rows of a channel or a quality is made once.
class RowFormatter {
public:
    explicit RowFormatter(const SampleHistory& history) {
        for (int channel = 0; channel < history.channelCount(); ++channel) {
            m_channelCells.push_back(',' + csvText(history.info(channel).name) + ',');
            m_isTemperature.push_back(history.info(channel).unit != Unit::None);
        }
        for (int flags = 0; flags < qualityCount; ++flags)
            m_qualityCells.push_back(qualityName(Quality::fromInt(flags)) + '\n');
    }

    void append(std::string& text, int channel, const RecordedSample& sample) const {
        appendRfc3339(text, sample.eventTime);
        text += ',';
        appendCsvNumber(text, sample.value);
        text += ',';
        if (m_isTemperature[static_cast<std::size_t>(channel)])
            appendCsvNumber(text, fromCelsius(sample.value, Unit::Fahrenheit));
        text += m_channelCells[static_cast<std::size_t>(channel)];
        text += m_qualityCells[static_cast<std::size_t>(sample.quality.toInt())];
    }

private:
    static constexpr int qualityCount = 1 << allQualityFlags.size();

    std::vector<bool> m_isTemperature;
    std::vector<std::string> m_channelCells;
    std::vector<std::string> m_qualityCells;
};

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
    const RowFormatter rows(history);
    std::string buffer = "timestamp,temperature,temperature_f,channel,quality\n";
    buffer.reserve(bufferSize + bufferSize / 8);
    CsvRows rowCount;
    for (qint64 turn = 0; !merge.isAtEnd(); merge.advance(), ++turn) {
        if (turn % samplesBetweenReports == 0) {
            if (isCancelled && isCancelled())
                return failure(ErrorCode::Cancelled, nameOf(device),
                               QStringLiteral("the export was cancelled"));
            if (reportProgress)
                reportProgress(merge.passed(), merge.size());
        }
        const RecordedSample& sample = merge.sample();
        if (sample.eventTime < range.begin || sample.eventTime > range.end)
            continue;
        rows.append(buffer, merge.channel(), sample);
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
    return Error{ErrorCode::WriteFailed, path,
                 QStringLiteral("the oldest %1 samples did not stay in memory and are missing in the file")
                     .arg(rows.evicted)};
}

QFuture<Result<CsvRows>> saveCsvInBackground(const QString& path,
                                             std::shared_ptr<const SampleHistory> history,
                                             const CsvRange& range) {
    return QtConcurrent::run([path, history = std::move(history), range](QPromise<Result<CsvRows>>& promise) {
        constexpr int progressSteps = 1'000;
        promise.setProgressRange(0, progressSteps);
        promise.addResult(saveCsv(
            path, *history, range, [&promise] { return promise.isCanceled(); },
            [&promise](qint64 done, qint64 all) {
                const qint64 step = all > 0 ? done * progressSteps / all : progressSteps;
                promise.setProgressValue(static_cast<int>(step));
            }));
    });
}

} // namespace rillscope
