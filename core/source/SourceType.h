// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/DistributionParameters.h"
#include "core/source/SampleSource.h"
#include "core/source/SourceKey.h"
#include "core/source/SourceUri.h"

#include <functional>
#include <memory>

namespace rillscope {

/// What a source is given besides its URI.
struct SourceContext {
    const Clock& clock;
    /// What stoppedAt() said of a source with this URI; empty: it begins as the URI says.
    QByteArray position = {};
};

/// What the program asks about a kind of source instead of which one it is.
struct SourceTraits {
    bool canWait = false;    ///< without credit its producer waits, and nothing is lost
    bool isLive = false;     ///< its samples are measured about when they arrive; else it is a recording
    bool readsFile = false;  ///< its address is a file, after which it is named and found again
    bool playsFiles = false; ///< a file that is named without a scheme is meant for it
    bool hasExclusiveInput = false; ///< each byte goes to one reader only
    bool outlivesProgram = true;    ///< it is there when the program is started again
};

/// What asks for the settings of a source in the window.
enum class SourcePage {
    Keys,      ///< a form made from its keys
    Simulator, ///< pages with controls of their own
    Player
};

/// One kind of source: everything that the program knows about it. Title and the other texts are English, for
/// tr() in the context "Source". Thread: any; the functions keep no state.
struct SourceType {
    QString scheme; ///< lower case, as in "scheme:path?key=value"
    const char* title;
    const char* streamTitle; ///< of a session in a report; nullptr: the name of the file
    const char* description; ///< one sentence without a full stop
    QString example;         ///< a whole URI
    SourceKeys keys;
    SourceTraits traits;
    SourcePage page = SourcePage::Keys;

    /// The source has not been started, and lives on the calling thread. Errors: InvalidUri.
    std::function<Result<std::unique_ptr<SampleSource>>(const SourceUri&, const SourceContext&)> make;

    // Questions that only some kinds answer; the others leave them empty.

    /// Why it cannot be opened, as far as can be found out without reading it. May wait for a file server.
    std::function<std::optional<Error>(const SourceUri&)> problemOf = {};
    /// Whether a source that was stopped and is started again goes on with the same stream.
    std::function<bool(const SourceUri&)> goesOn = {};
    /// Samples that it sends in a second.
    std::function<std::optional<double>(const SourceUri&)> samplesPerSecond = {};
    /// What its values are drawn from.
    std::function<std::optional<DistributionParameters>(const SourceUri&)> distribution = {};
};

} // namespace rillscope
