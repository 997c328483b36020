// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>

#include <array>
#include <optional>
#include <string_view>

namespace rillscope {

/// What is remarkable about a sample. Marking is not dropping: a marked sample is accepted, recorded and
/// counted.
enum class QualityFlag : quint16 {
    OutOfOrder = 1 << 0,   ///< its event time lies before the newest of its channel
    Duplicate = 1 << 1,    ///< same channel, event time and value as the sample before it
    OutOfRange = 1 << 2,   ///< below absolute zero, or outside the range that a rule allows
    NotANumber = 1 << 3,   ///< NaN or infinite
    Late = 1 << 4,         ///< behind the watermark
    RateOfChange = 1 << 5, ///< further from the sample before it than a rule allows in that time
    Stuck = 1 << 6,        ///< its channel has sent the same value for longer than a rule allows
    Gap = 1 << 7,          ///< the first sample after a silence that a rule calls too long
    FarFuture = 1 << 8     ///< further ahead of its arrival than is believed
};
Q_DECLARE_FLAGS(Quality, QualityFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(Quality)

inline constexpr std::array<QualityFlag, 9> allQualityFlags{
    QualityFlag::OutOfOrder, QualityFlag::Duplicate, QualityFlag::OutOfRange,
    QualityFlag::NotANumber, QualityFlag::Late,      QualityFlag::RateOfChange,
    QualityFlag::Stuck,      QualityFlag::Gap,       QualityFlag::FarFuture};

/// "good", or the marks joined by '+': "outOfOrder+duplicate". The words of files and of the account.
std::string_view qualityFlagName(QualityFlag flag);
std::string qualityName(Quality quality);

/// Reads what qualityName() writes; nothing for an unknown word.
std::optional<Quality> parseQuality(std::string_view text);

} // namespace rillscope
