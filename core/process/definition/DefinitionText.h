// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/process/definition/DefinitionSchema.h"

namespace rillscope {

inline constexpr qsizetype maxStepNameLength = 100;
inline constexpr qsizetype maxPatternLength = 200;

/// Whether a text may stand for what the rule says: printable, of bounded length, no blanks around it.
bool isAllowedText(const QString& text, TextRule rule);

/// What isAllowedText() allows, for a message.
Message expectedText(TextRule rule);

/// A text as a message shows it: what cannot be printed replaced, and cut to a length.
QString excerptOf(const QString& text, qsizetype length = 40);

// Values as they stand in a pipeline file.

QString tomlText(const QString& text);
QString tomlNumber(double number);

} // namespace rillscope
