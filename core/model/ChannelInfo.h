// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"

#include <QList>
#include <QString>

namespace rillscope {

/// One sensor: what stays the same while its values stream.
struct ChannelInfo {
    QString name;
    Unit unit = Unit::Celsius;

    friend bool operator==(const ChannelInfo&, const ChannelInfo&) = default;
};

/// A channel's place in the table that came with it (SampleBlock::channels, SampleHistory::channels()).
using ChannelIndex = quint16;

/// As many sensors as one stream may have; a stream that names more has a broken or hostile sender.
inline constexpr int maxChannels = 256;

} // namespace rillscope
