// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/WordTable.h"

#include <QList>
#include <QString>

#include <array>

namespace rillscope {

/// What a window computes of its samples.
enum class Aggregate { Count, Minimum, Maximum, Mean, StandardDeviation, First, Last, P50, P90, P99 };

/// In pipeline files, the `of` of a step, CSV files and captures.
inline constexpr std::array aggregateWords{Word<Aggregate>{Aggregate::Count, "count"},
                                           Word<Aggregate>{Aggregate::Minimum, "min"},
                                           Word<Aggregate>{Aggregate::Maximum, "max"},
                                           Word<Aggregate>{Aggregate::Mean, "mean"},
                                           Word<Aggregate>{Aggregate::StandardDeviation, "sd"},
                                           Word<Aggregate>{Aggregate::First, "first"},
                                           Word<Aggregate>{Aggregate::Last, "last"},
                                           Word<Aggregate>{Aggregate::P50, "p50"},
                                           Word<Aggregate>{Aggregate::P90, "p90"},
                                           Word<Aggregate>{Aggregate::P99, "p99"}};

/// "p99".
inline QString aggregateName(Aggregate aggregate) {
    return wordOf(aggregateWords, aggregate);
}

/// What a window computes when nothing is said about it.
inline QList<Aggregate> defaultAggregates() {
    return {Aggregate::Count, Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean};
}

} // namespace rillscope
