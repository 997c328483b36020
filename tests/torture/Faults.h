// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/Tally.h"
#include "tests/torture/Torment.h"

namespace rillscope::torture {

/// The faults, each in the file of its name. What must hold is said there.
void killPrograms(Torment& torment, Tally& tally);
void cutPower(Torment& torment, Tally& tally);
void fillDisk(Torment& torment, Tally& tally);
void failCalls(Torment& torment, Tally& tally);
void slowDisk(Torment& torment, Tally& tally);
void hangSources(Torment& torment, Tally& tally);
void damageFiles(Torment& torment, Tally& tally);
void spoilFolders(Torment& torment, Tally& tally);
void jumpClocks(Torment& torment, Tally& tally);
void pausePrograms(Torment& torment, Tally& tally);
void blockWindow(Torment& torment, Tally& tally);
void floodPipeline(Torment& torment, Tally& tally);
void endPrograms(Torment& torment, Tally& tally);
void runLong(Torment& torment, Tally& tally);

} // namespace rillscope::torture
