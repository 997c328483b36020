// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/BuiltInSources.h"

#include "core/source/lines/StandardInput.h"
#include "core/source/replay/Replay.h"
#include "core/source/simulator/Simulator.h"
#include "core/source/tail/Tail.h"

namespace rillscope {

SourceCatalog builtInSources() {
    return SourceCatalog({
        simulatorType(),
        replayType(),
        standardInputType(),
        tailType(),
    });
}

} // namespace rillscope
