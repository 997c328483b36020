// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"

namespace rillscope {

/// The unit a channel is shown in, when `chosen` is that of temperatures.
inline Unit shownUnit(const ChannelInfo& info, Unit chosen) {
    return info.unit == Unit::None ? Unit::None : chosen;
}

} // namespace rillscope
