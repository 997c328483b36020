// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ColumnQuery.h"

#include <limits>

namespace rillscope {
namespace {

using Limits = std::numeric_limits<std::int64_t>;

/// Where a column begins, or the nearest time there is.
Timestamp beginOf(std::int64_t column, Duration width) {
    std::int64_t begin = 0;
    if (__builtin_mul_overflow(column, width.count(), &begin))
        begin = column < 0 ? Limits::min() : Limits::max();
    return fromNanoseconds(begin);
}

} // namespace

Timestamp ColumnGrid::begin() const {
    return beginOf(first, width);
}

Timestamp ColumnGrid::end() const {
    std::int64_t column = 0;
    if (__builtin_add_overflow(first, count, &column))
        column = Limits::max();
    return beginOf(column, width);
}

std::int64_t ColumnGrid::columnOf(Timestamp time) const {
    const std::int64_t quotient = toNanoseconds(time) / width.count();
    return toNanoseconds(time) % width.count() < 0 ? quotient - 1 : quotient;
}

} // namespace rillscope
