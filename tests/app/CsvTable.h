// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QByteArray>
#include <QList>

namespace rillscope::test {

/// A line of a CSV file the program wrote, read by other means than its own.
struct CsvRow {
    Timestamp time;
    double value = 0.0;      ///< temperatures in °C
    double fahrenheit = 0.0; ///< of temperatures
    QByteArray channel;
    QByteArray quality;
    QByteArray unit;
};

/// Reads the program's CSV; a wrong header or a line that cannot be read fails the running test.
QList<CsvRow> readCsvTable(const QByteArray& text);

} // namespace rillscope::test
