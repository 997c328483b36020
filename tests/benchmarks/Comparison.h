// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/Report.h"

namespace rillscope::bench {

/// The parts of the comparison, in the order in which they run. Quick: smaller and fewer.
void compareMemory(Report& report, bool isQuick);
void compareAppend(Report& report, bool isQuick);
void comparePipeline(Report& report, bool isQuick);
/// Makes its file in the temporary folder: 4 GB of it, 400 MB when quick.
void compareCaptureOpening(Report& report, bool isQuick);
/// Beside DuckDB and pandas, as far as build/peers has them. Makes its files in the temporary folder: 700 MB.
void compareReading(Report& report, bool isQuick);
void compareProcessing(Report& report, bool isQuick);
void compareCapture(Report& report, bool isQuick);
void measureWindow(Report& report, bool isQuick);
/// The window when disk or cores cannot follow.
void measureOverload(Report& report, bool isQuick);
/// The query as well, on the longest history.
void compareFrames(Report& report, bool isQuick);

/// How fast this machine is: QCustomPlot's addData. In every table, so that tables of two machines can be
/// compared.
void measureMachine(Report& report, bool isQuick);

/// What a capture alone sustains: samples/s.
double durableIngestRate(bool isQuick);

} // namespace rillscope::bench
