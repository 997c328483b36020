// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Time.h"
#include "core/model/Quality.h"
#include "core/model/Unit.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace rillscope {

/// One value of one line, before its channel has got a number.
struct Measurement {
    std::string channel; ///< UTF-8; empty: the default channel
    Unit unit = Unit::Celsius;
    double value = 0.0;
    Quality quality;
};

/// What one line says: one time (none: the time of arrival holds) and a value for one or several channels.
struct Record {
    std::optional<Timestamp> time;
    std::vector<Measurement> measurements;
    std::vector<Message> remarks;

    void clear() {
        time.reset();
        measurements.clear();
        remarks.clear();
    }
};

} // namespace rillscope
