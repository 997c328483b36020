// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TextFields.h"

#include <string_view>

namespace rillscope {

/// Takes a line apart that a device prints for people or for a plotter: "Temp:23.4,Hum:55.1", "temp = 23.5",
/// "Roll: 30.1°, Pitch: 10.1°", ">name:21.5", "23.5 C", "hall/temp 21.5", "13:40:05 -> 21.5,40". Colours of a
/// terminal, a time in front and the beginning of a line of a log are passed over. False when the line is
/// nothing of this kind. Numbers alone, without names, units or an arrow in front, are rows of a table.
bool readLiveText(std::string_view line, TextFields& fields);

/// Without the codes that set colours on a terminal.
std::string withoutColours(std::string_view line);

} // namespace rillscope
