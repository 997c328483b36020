// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ColumnQuery.h"

namespace rillscope {

std::int64_t ColumnGrid::columnOf(Timestamp time) const {
    const std::int64_t quotient = toNanoseconds(time) / width.count();
    return quotient - (toNanoseconds(time) % width.count() < 0 ? 1 : 0);
}

} // namespace rillscope
