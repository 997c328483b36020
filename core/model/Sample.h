// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/ChannelInfo.h"
#include "core/model/Quality.h"

namespace rillscope {

/// One measurement. `value` is in the unit of its channel.
struct Sample {
    ChannelIndex channel = 0;
    Timestamp eventTime;
    double value = 0.0;
    Quality quality;
};

} // namespace rillscope
