// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace rillscope {

/// Whether lines are drawn smooth. Automatic: as long as that costs little and shows something.
enum class Antialiasing { Automatic, On, Off };

/// "automatic", "on", "off"; as stored.
QString antialiasingName(Antialiasing mode);
/// Nothing for an unknown word.
std::optional<Antialiasing> parseAntialiasing(const QString& text);

} // namespace rillscope
