// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceState.h"

namespace rillscope {

/// Turns the condition of a source, which is asked for again and again, into lines for the log of a recording
/// without a window: one when it changes. That all is well at the beginning is not worth a line. Thread:
/// main.
class SourceLog {
public:
    /// Empty when there is nothing new to say. `source`: what the line begins with.
    QString lineFor(const SourceCondition& condition, const QString& source);

private:
    SourceCondition::Kind m_said = SourceCondition::Kind::Receiving;
};

} // namespace rillscope
