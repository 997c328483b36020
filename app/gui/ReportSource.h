// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"
#include "core/report/ReportContents.h"

namespace rillscope {

/// What a report tells of a session, samples apart. Its title is the name of a file, or the kind of source.
/// Thread: GUI.
ReportSession reportSession(const Session& session, Timestamp now);
ReportSession reportSession(const StillCapture& capture, Timestamp now);
ReportSession reportSession(const Pipeline& pipeline, const SourceCatalog& sources, const SourceUri& uri,
                            const PipelineDefinition& definition, Timestamp now);

} // namespace rillscope
