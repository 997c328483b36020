// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Time.h"
#include "core/model/Quality.h"
#include "core/model/SampleBlock.h"
#include "core/parse/UnitWords.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rillscope {

/// One value of one line, before its channel has got a number. What it points to belongs to the reader that
/// has filled it, until that reads the next line.
struct Measurement {
    std::string_view channel; ///< UTF-8; empty: the default channel
    const ValueUnit* unit = nullptr;
    double value = 0.0;
    Quality quality;
    bool isMissing = false;      ///< the value is no number, and NaN
    int* knownChannel = nullptr; ///< the number that the channel got before, -1: none; null: not kept
    bool saysNone = false;       ///< isMissing: because its sender says that there is no value
};

/// What one line says: one time (none: the time of arrival may hold) and a value for one or several channels.
struct Record {
    std::optional<Timestamp> time;
    bool isTimeDoubtful = false; ///< its zone has it twice, or not at all
    std::vector<Measurement> measurements;
    std::vector<Message> remarks;
    LeftOutCounts leftOut;

    void clear() {
        time.reset();
        isTimeDoubtful = false;
        measurements.clear();
        remarks.clear();
        leftOut = {};
    }
};

} // namespace rillscope
