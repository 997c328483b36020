// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

namespace rillscope {

/// Event times to write.
struct CsvRange {
    Timestamp begin = Timestamp::min(); ///< inclusive
    Timestamp end = Timestamp::max();   ///< inclusive

    bool contains(Timestamp time) const { return time >= begin && time <= end; }
    bool isAll() const { return begin == Timestamp::min() && end == Timestamp::max(); }
};

} // namespace rillscope
