// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceUri.h"

#include <QByteArray>
#include <QStringList>

namespace rillscope {

/// Whether the source is asked to go on behind what its captures hold: "from=resume".
bool asksToResume(const SourceUri& uri);

/// Whether two URIs mean the same stream: they may differ in where it is to begin and to end, in how it is
/// read, and in what opens it.
bool isSameStream(const SourceUri& one, const SourceUri& other);

/// Where the source goes on behind the newest of its samples that any capture in these folders holds, for
/// SourceContext; empty when none knows. Captures that cannot be read are passed over. May wait for a file
/// server. Thread: any.
QByteArray resumePosition(const SourceUri& uri, const QStringList& folders);

} // namespace rillscope
