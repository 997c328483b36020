// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/StreamEvent.h"

#include <optional>
#include <span>

namespace rillscope {

/// What core knows of a kind of event.
struct EventRow {
    StreamEvent::Kind kind;
    const char* name; ///< in captures; empty: that of the mark
    Severity (*severity)(const StreamEvent& event);
    /// What rillscope-cli prints, see eventLine(); empty: nothing.
    const char* line;
};

/// One row for each kind.
std::span<const EventRow> eventTable();

/// "started", "captureFailed", "outOfOrder": what captures call the event.
QString eventName(const StreamEvent& event);

/// An event of that name, with its kind and its mark; nothing for an unknown name.
std::optional<StreamEvent> eventOfName(const QString& name);

/// How much the event matters to the person watching. A capture stores StreamEvent::severity instead.
Severity eventSeverity(const StreamEvent& event);

/// The event in plain English for a terminal, in one line; empty for one that is not worth a line there.
QString eventLine(const StreamEvent& event);

} // namespace rillscope
