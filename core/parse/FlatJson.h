// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TextFields.h"

#include <string_view>

namespace rillscope {

/// Reads a JSON object of plain values, {"time":"2026-01-31T12:00:00Z","temp":21.5}, in the shape in which
/// nearly all devices and brokers send it, and about as fast as a row of CSV. False for whatever is more, or
/// no JSON at all: nested values, a key twice, a backslash, a key that is no ASCII, a number with more digits
/// than a double keeps. JsonFields reads all of JSON, slower; what both can read they read alike.
/// Precondition: the text is UTF-8. What `fields` held before is overwritten; its memory is used again.
bool readFlatJson(std::string_view text, TextFields& fields);

} // namespace rillscope
