// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Severity.h"

#include <QFlags>
#include <QString>

#include <array>
#include <bit>
#include <optional>
#include <string_view>

namespace rillscope {

/// What is remarkable about a sample. Marking is not dropping: a marked sample is accepted, recorded and
/// counted. A new mark is a value here and a row in markTable; ui/text/QualityText has its texts.
enum class QualityFlag : quint16 {
    OutOfOrder = 1 << 0,   ///< its event time lies before the newest of its channel
    Duplicate = 1 << 1,    ///< same channel, event time and value as the sample before it
    OutOfRange = 1 << 2,   ///< below absolute zero, or outside the range that a rule allows
    NotANumber = 1 << 3,   ///< NaN or infinite
    Late = 1 << 4,         ///< behind the watermark
    RateOfChange = 1 << 5, ///< further from the sample before it than a rule allows in that time
    Stuck = 1 << 6,        ///< its channel has sent the same value for longer than a rule allows
    Gap = 1 << 7,          ///< the first sample after a silence that a rule calls too long
    FarFuture = 1 << 8,    ///< further ahead of its arrival than is believed
    NoValue = 1 << 9,      ///< its sender says so ("OPEN", "N/A", an overload code); the value is NaN
    DoubtfulTime = 1 << 10 ///< its zone leaves its time out, or has it twice and nothing tells which
};
Q_DECLARE_FLAGS(Quality, QualityFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(Quality)

/// What core knows of a mark.
struct MarkRow {
    QualityFlag flag;
    std::string_view word;  ///< in captures, CSV files and the account, and the kind of its events
    int rank;               ///< which of several marks is named first; 1 is the most severe
    Severity severity;      ///< of a sample: Warning when the value itself is not to be trusted
    Severity eventSeverity; ///< of the event that says how many samples have it
};

/// In the order of the bits.
inline constexpr std::array markTable{
    MarkRow{QualityFlag::OutOfOrder, "outOfOrder", 9, Severity::Notice, Severity::Notice},
    MarkRow{QualityFlag::Duplicate, "duplicate", 10, Severity::Notice, Severity::Notice},
    MarkRow{QualityFlag::OutOfRange, "outOfRange", 3, Severity::Warning, Severity::Warning},
    MarkRow{QualityFlag::NotANumber, "notANumber", 1, Severity::Warning, Severity::Warning},
    MarkRow{QualityFlag::Late, "late", 8, Severity::Notice, Severity::Notice},
    MarkRow{QualityFlag::RateOfChange, "rateOfChange", 5, Severity::Warning, Severity::Warning},
    MarkRow{QualityFlag::Stuck, "stuck", 4, Severity::Warning, Severity::Warning},
    MarkRow{QualityFlag::Gap, "gap", 7, Severity::Notice, Severity::Warning},
    MarkRow{QualityFlag::FarFuture, "farFuture", 6, Severity::Notice, Severity::Warning},
    MarkRow{QualityFlag::NoValue, "noValue", 2, Severity::Warning, Severity::Notice},
    MarkRow{QualityFlag::DoubtfulTime, "doubtfulTime", 11, Severity::Notice, Severity::Warning}};

/// The place of a mark in markTable, and the number of its bit.
constexpr std::size_t markNumber(QualityFlag flag) {
    return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(flag)));
}

inline constexpr auto allQualityFlags = [] {
    std::array<QualityFlag, markTable.size()> flags{};
    for (std::size_t i = 0; i < flags.size(); ++i)
        flags[i] = markTable[i].flag;
    return flags;
}();

static_assert(
    [] {
        for (std::size_t i = 0; i < allQualityFlags.size(); ++i) {
            if (markNumber(allQualityFlags[i]) != i)
                return false;
        }
        return true;
    }(),
    "files and memory hold the bits: the marks have the lowest ones, each its own");

/// "good", or the marks joined by '+': "outOfOrder+duplicate". The words of files and of the account.
std::string_view qualityFlagName(QualityFlag flag);
std::string qualityName(Quality quality);

/// Reads what qualityName() writes; nothing for an unknown word.
std::optional<Quality> parseQuality(std::string_view text);

/// The mark of one word; nothing for an unknown word.
std::optional<QualityFlag> parseQualityFlag(std::string_view word);

/// Warning when the value itself is not to be trusted; Notice when only its time is remarkable.
Severity qualitySeverity(Quality quality);

} // namespace rillscope
