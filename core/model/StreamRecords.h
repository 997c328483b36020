// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/Sample.h"
#include "core/model/ShownUri.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace rillscope {

/// Beside the bits of Quality, in PackedSample::quality: the line of the channel breaks before this sample.
inline constexpr std::uint16_t lineBreakBit = 0x8000;

/// A recorded sample without padding, as it is handed to whoever follows the recording.
struct PackedSample {
    std::int64_t time = 0; ///< ns since the Unix epoch
    double value = 0.0;
    ChannelIndex channel = 0;  ///< of the history
    std::uint16_t quality = 0; ///< the bits of Quality, and lineBreakBit
};

/// Where the samples of a channel in a block begin in its history; they follow one another there.
struct SamplePlace {
    ChannelIndex channel = 0;
    std::int64_t historyBegin = 0;
};

/// A stream that begins, or goes on with another definition.
struct StreamRecord {
    Timestamp time; ///< wall clock
    ShownUri source;
    QString definition; ///< TOML
    int number = 0;     ///< in its session
};

/// Where a source goes on behind a block; see SampleBlock::position.
struct StreamPosition {
    int stream = 0; ///< number of the stream in its session
    ShownUri source;
    QByteArray position;
};

} // namespace rillscope
