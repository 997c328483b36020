// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TextFields.h"

#include <string_view>

namespace rillscope {

/// InfluxDB's line protocol: "weather,location=yard temperature=21.5,humidity=40i 1764500000000000000". The
/// measurement and the values of the tags name the channels; the time is in nanoseconds. False when the line
/// is nothing of this kind. Source: docs.influxdata.com, "Line protocol".
bool readLineProtocol(std::string_view line, TextFields& fields);

/// The text form of Prometheus: name{label="value"} 21.5 1764500000000, the time in milliseconds. False when
/// the line is nothing of this kind; a line without labels is none.
bool readExposition(std::string_view line, TextFields& fields);

} // namespace rillscope
