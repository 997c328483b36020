// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceType.h"

#include <vector>

namespace rillscope {

/// The kinds of sources there are. Made once by each program and handed on by reference. What it does not
/// know it refuses, with the nearest that it knows in the message. Thread: any; it never changes.
class SourceCatalog {
public:
    /// Precondition: no two types have the same scheme.
    explicit SourceCatalog(std::vector<SourceType> types);

    const std::vector<SourceType>& types() const { return m_types; }
    /// Null for a URI of no known kind, such as that of a capture.
    const SourceType* typeOf(const SourceUri& uri) const;
    /// Those of a kind that is not known are the defaults.
    SourceTraits traitsOf(const SourceUri& uri) const;

    /// Whether the window asks for its settings on this page.
    bool hasPage(const SourceUri& uri, SourcePage page) const;

    /// Reads what a person typed, or a settings file holds: the URI of a known kind or of a capture, or the
    /// name of an existing file, which means a replay of it. Errors: InvalidUri.
    Result<SourceUri> parse(const QString& text) const;
    /// The file that a text without a known scheme names; nothing when there is no such file.
    std::optional<QString> fileNamedBy(const QString& text) const;
    /// Plays a file.
    SourceUri uriOfFile(const QString& path) const;

    /// Makes the source that a URI names; it has not been started and lives on the calling thread.
    /// Errors: InvalidUri. A file that is missing is reported by the source itself, when it is started.
    Result<std::unique_ptr<SampleSource>> make(const SourceUri& uri, const SourceContext& context) const;

private:
    const SourceType* find(const QString& scheme) const;
    QStringList schemes() const;

    std::vector<SourceType> m_types;
};

} // namespace rillscope
