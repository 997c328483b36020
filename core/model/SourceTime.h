// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace rillscope {

/// Whether the event times of a source can be held against the clock of this machine.
enum class SourceTime {
    Live,    ///< measured about when it arrived
    Replayed ///< measured at any time; arrival says nothing
};

/// What becomes of what a source has while nothing can be written.
enum class WhileFailing {
    GoOn, ///< the source goes on; what finds no room any more is missed, and counted
    Hold  ///< the source waits: it can go on where it was, so that nothing needs to be missed
};

} // namespace rillscope

Q_DECLARE_METATYPE(rillscope::SourceTime)
