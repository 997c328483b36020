// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/parse/TextEncoding.h"

#include <optional>
#include <string>
#include <string_view>

namespace rillscope {

/// A line as UTF-8, without the codes of a terminal. `encoding` is set by the first line that is not UTF-8.
std::string decodedLine(std::string_view line, std::optional<TextEncoding>& encoding);

/// That the text is read in an encoding other than UTF-8.
Message encodingMessage(TextEncoding encoding);

} // namespace rillscope
