// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TableRoles.h"
#include "core/parse/TextFormat.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rillscope {

/// Decides on the first lines of a text what it is: lines that speak for themselves or a table, whichever
/// reads more of them. Kind Unknown when neither reads any, Names when there is a header and nothing else.
tl::expected<TextFormat, TextQuestion> sniffText(const std::vector<std::string>& lines,
                                                 const TextOptions& options);

/// What the first bytes of a file that is no text show it to be: a workbook, an archive, a picture, XML.
std::optional<Message> foreignContent(std::string_view bytes);

} // namespace rillscope
