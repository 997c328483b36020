// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/ResultCsv.h"

#include "core/base/Rfc3339.h"
#include "core/base/TargetFile.h"
#include "core/export/CsvText.h"
#include "core/process/window/Aggregate.h"

#include <cmath>

namespace rillscope {
namespace {

constexpr std::size_t bufferSize = 256 * 1024;

/// Collects rows and writes them in large pieces.
class RowWriter {
public:
    RowWriter(QIODevice& device, std::string header) : m_device(device), m_text(std::move(header)) {}

    std::string& text() { return m_text; }

    Result<void> endRow() {
        m_text += '\n';
        ++m_count;
        return m_text.size() < bufferSize ? Result<void>() : write();
    }

    Result<void> finish() {
        return write().and_then([this] { return flushAll(m_device); });
    }

    qint64 count() const { return m_count; }

private:
    Result<void> write() {
        Result<void> written = writeAll(m_device, m_text);
        m_text.clear();
        return written;
    }

    QIODevice& m_device;
    std::string m_text;
    qint64 m_count = 0;
};

std::string windowHeader() {
    std::string header = "window_start,window_end,step,channel,unit";
    for (const Word<Aggregate>& aggregate : aggregateWords)
        header += std::string(",") + aggregate.word;
    return header + ",rank_error\n";
}

void appendWindow(std::string& text, const std::string& seriesCells, const WindowRow& row) {
    appendRfc3339(text, row.start);
    text += ',';
    appendRfc3339(text, row.end);
    text += seriesCells;
    for (const Word<Aggregate>& aggregate : aggregateWords) {
        const double value = row.value(aggregate.value);
        text += ',';
        if (!std::isnan(value))
            appendCsvNumber(text, value);
    }
    text += ',' + std::to_string(row.rankError);
}

Result<void> writeSeries(RowWriter& rows, const WindowSeries& series) {
    const WindowSeriesInfo& info = series.info();
    const std::string cells =
        ',' + csvText(info.step) + ',' + csvText(info.channel) + ',' + csvText(unitName(info.unit));
    for (qsizetype index = 0; index < series.size(); ++index) {
        appendWindow(rows.text(), cells, series.row(index));
        if (auto ended = rows.endRow(); !ended)
            return ended;
    }
    return {};
}

const char* stateName(AlarmState state) {
    switch (state) {
    case AlarmState::Active:
        return "active";
    case AlarmState::Acknowledged:
        return "acknowledged";
    case AlarmState::ClearedUnacknowledged:
        return "clearedUnacknowledged";
    case AlarmState::Pending:
    case AlarmState::Normal:
        break;
    }
    return "ended";
}

void appendAlarm(std::string& text, const AlarmOccurrence& alarm) {
    text += std::to_string(alarm.id) + ',' + csvText(alarm.step) + ',' + csvText(alarm.channel) + ',' +
            wordOf(severityWords, alarm.severity).toStdString() + ',';
    for (const Timestamp time : {alarm.first, alarm.raisedAt, alarm.last}) {
        appendRfc3339(text, time);
        text += ',';
    }
    appendCsvNumber(text, toSeconds(alarm.duration()));
    text += ',';
    appendCsvNumber(text, alarm.worst);
    text += std::string(",") + stateName(alarm.state()) + (alarm.isAcknowledged ? ",yes" : ",no");
}

/// Writes the file with `fill` and says how many rows it came to hold.
Result<qint64> saveRows(const QString& path, const std::string& header,
                        const std::function<Result<void>(RowWriter&)>& fill) {
    qint64 count = 0;
    const auto written = writeTargetFile(path, [&](QIODevice& device) {
        RowWriter rows(device, header);
        Result<void> result = fill(rows).and_then([&] { return rows.finish(); });
        count = rows.count();
        return result;
    });
    if (!written)
        return tl::unexpected(written.error());
    return count;
}

} // namespace

Result<qint64> saveWindowsCsv(const QString& path, const WindowResults& results) {
    return saveRows(path, windowHeader(), [&](RowWriter& rows) -> Result<void> {
        for (const WindowSeries& series : results.series()) {
            if (auto written = writeSeries(rows, series); !written)
                return written;
        }
        return {};
    });
}

Result<qint64> saveAlarmsCsv(const QString& path, const AlarmTable& alarms) {
    const std::string header =
        "id,step,channel,severity,first,raised,last,duration_seconds,worst,state,acknowledged\n";
    return saveRows(path, header, [&](RowWriter& rows) -> Result<void> {
        for (const AlarmOccurrence& alarm : alarms.occurrences()) {
            appendAlarm(rows.text(), alarm);
            if (auto ended = rows.endRow(); !ended)
                return ended;
        }
        return {};
    });
}

} // namespace rillscope
