// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/Database.h"
#include "core/model/Quality.h"
#include "core/model/StreamRecords.h"

#include <limits>

namespace rillscope {

/// How a capture is laid out: an SQLite file that any tool can read. Times are ns since the Unix epoch, UTC;
/// temperatures in °C. Within a version, tables and columns are only added; a file of a newer version is
/// refused. See captureTables() for what each column means.
inline constexpr std::int64_t captureApplicationId = 0x52494c4c; ///< "RILL"
inline constexpr std::int64_t captureVersion = 1;

/// The name of captures: "2026-11-22T13-40-05Z.rill".
inline constexpr char captureSuffix[] = "rill";

static_assert(lineBreakBit == 0x8000, "captures have it in samples.quality, beside the bits of Quality");

/// The bits of Quality that samples.quality may have.
inline constexpr std::int64_t knownMarks = (std::int64_t{1} << allQualityFlags.size()) - 1;

/// The bits of rollups.flags.
inline constexpr std::int64_t rollupBreaksBefore = 1;
inline constexpr std::int64_t rollupBreaksInside = 2;
inline constexpr std::int64_t rollupIsPlain = 4;

/// Samples of one channel that one row of `rollups` stands for.
inline constexpr int rollupSamples = 256;
inline constexpr std::int64_t maxRollups = std::numeric_limits<std::int64_t>::max() / rollupSamples - 1;

/// The statements that make the tables, with comments that stay in the file.
const char* captureTables();

/// The statement that makes the table of positions in a file that has none. Only captures of sources that can
/// go on have it.
const char* positionsTable();

/// The statement that makes the table of units in a file that has none. Only captures with channels that have
/// such a unit have it.
const char* unitsTable();

/// Makes the tables in a new file. Errors: those of Database.
Result<void> createCaptureTables(Database& database);

/// Whether a checked file has the table; the first captures had none. Errors: those of Database.
Result<bool> hasChecksums(Database& database);

/// Whether a checked file has the table of positions. Errors: those of Database.
Result<bool> hasPositions(Database& database);

/// Whether a checked file has the table of units. Errors: those of Database.
Result<bool> hasUnits(Database& database);

/// That the file is a capture of a version that can be read here, with the tables and columns that belong to
/// it. Errors: DamagedFile; UnreadableInput for what is no capture, or too new.
Result<void> checkCaptureTables(Database& database);

} // namespace rillscope
