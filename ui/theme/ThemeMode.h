// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace rillscope {

/// System follows the desktop's choice between light and dark at the program's start.
enum class ThemeMode { System, Light, Dark };

/// "system", "light", "dark": the words of the command line and of the settings.
QString themeModeName(ThemeMode mode);
std::optional<ThemeMode> parseThemeMode(const QString& name);

} // namespace rillscope
