// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/ParameterReader.h"
#include "core/source/simulator/FaultSettings.h"

namespace rillscope {

/// The faults in a simulator's URI; see FaultSettings for the keys. A size goes only with the rate of its
/// fault.
FaultSettings readFaults(ParameterReader& reader);

/// Only what differs from the defaults.
void writeFaults(SourceUri& uri, const FaultSettings& faults);

} // namespace rillscope
