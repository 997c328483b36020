// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/CsvTable.h"

#include "core/base/Rfc3339.h"

#include <gtest/gtest.h>

namespace rillscope::test {

QList<CsvRow> readCsvTable(const QByteArray& text) {
    QList<QByteArray> lines = text.split('\n');
    EXPECT_EQ(lines.takeFirst(),
              QByteArray("timestamp,temperature,temperature_f,channel,quality,value,unit"));
    if (lines.isEmpty() || !lines.takeLast().isEmpty())
        ADD_FAILURE() << "the last line has no end";
    QList<CsvRow> rows;
    rows.reserve(lines.size());
    for (const QByteArray& line : lines) {
        const QList<QByteArray> cells = line.split(',');
        const auto time = parseRfc3339(cells.first().toStdString());
        bool isRow = false;
        if (cells.size() == 7 && time) {
            const bool isTemperature = cells.at(6) == "°C";
            bool isFahrenheit = false;
            rows.append({*time, cells.at(5).toDouble(&isRow), cells.at(2).toDouble(&isFahrenheit),
                         cells.at(3), cells.at(4), cells.at(6)});
            isRow = isRow && cells.at(1) == (isTemperature ? cells.at(5) : QByteArray()) &&
                    isFahrenheit == isTemperature;
        }
        if (!isRow) {
            ADD_FAILURE() << "not a row: " << line.toStdString();
            break;
        }
    }
    return rows;
}

} // namespace rillscope::test
