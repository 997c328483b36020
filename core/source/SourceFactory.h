// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SampleSource.h"
#include "core/source/SourceUri.h"

#include <memory>

namespace rillscope {

/// Makes the source that a URI names; it has not been started and lives on the calling thread.
/// Errors: InvalidUri. A file that is missing is reported by the source itself, when it is started.
Result<std::unique_ptr<SampleSource>> makeSource(const SourceUri& uri, const Clock& clock);

/// One kind of source, for lists of what there is.
struct SourceKind {
    QString scheme;
    QString example;
    QString description; ///< one English sentence without a full stop
};
const QList<SourceKind>& sourceKinds();

} // namespace rillscope
