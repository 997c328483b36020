// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/WordTable.h"
#include "core/model/Unit.h"

#include <QList>
#include <QString>

#include <array>

namespace rillscope {

/// Where the samples of a channel come from.
enum class ChannelKind {
    Raw,             ///< from the source
    Derived,         ///< a filter makes them of another channel's
    DerivedOnChange, ///< as Derived, but only when something has changed: silence is no gap
    Reference ///< of a capture that the stream is compared with: not received, processed, captured, exported
};

/// channels.kind of a capture.
inline constexpr std::array channelKindWords{
    Word<ChannelKind>{ChannelKind::Raw, "raw"}, Word<ChannelKind>{ChannelKind::Derived, "derived"},
    Word<ChannelKind>{ChannelKind::DerivedOnChange, "derivedOnChange"},
    Word<ChannelKind>{ChannelKind::Reference, "reference"}};

/// One sensor: what stays the same while its values stream.
struct ChannelInfo {
    QString name;
    Unit unit = Unit::Celsius;
    ChannelKind kind = ChannelKind::Raw;
    QString unitText = {}; ///< of what is no temperature, as its sender writes it; empty: unknown

    friend bool operator==(const ChannelInfo&, const ChannelInfo&) = default;
};

/// A channel's place in the table that came with it (SampleBlock::channels, SampleHistory::channels()).
using ChannelIndex = quint16;

/// As many sensors as one stream may have; a stream that names more has a broken or hostile sender.
inline constexpr int maxChannels = 256;

} // namespace rillscope
