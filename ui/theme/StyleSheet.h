// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope {

struct ThemeTokens;

/// The program's one style sheet: resources/theme/rillscope.qss with each @name replaced by a colour of
/// `tokens` (or a tint mixed from them), @icons by the theme's icon folder, @figures by `figureFamily`.
QString styleSheet(const ThemeTokens& tokens, const QString& figureFamily);

} // namespace rillscope
