// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"
#include "core/process/definition/PipelineDefinition.h"

#include <optional>

namespace rillscope {

/// A channel of a source that is being recorded.
struct StreamChannel {
    std::optional<ChannelIndex> channel; ///< of the history; nothing when it has no place for more
    Unit unit = Unit::Celsius;           ///< that the source sends
};

/// Those of one stream, by their place in the table of the source.
using StreamChannels = QList<StreamChannel>;

/// Which channel of the history a channel of a source is, and in which unit it sends. Channels of the same
/// name and unit are one. Thread: processing, the only writer of the history.
class RecordedChannels {
public:
    explicit RecordedChannels(SampleHistory& history) : m_history(history) {}

    /// For a channel of a source. The first rule that names it decides on its unit; without one, the source
    /// knows best.
    StreamChannel streamChannel(const ChannelInfo& info, const QList<UnitRule>& rules);

    /// The channel of this name, unit and kind, made if there is none; nothing when there is no place.
    std::optional<ChannelIndex> findOrAdd(const ChannelInfo& info);
    /// A channel of its own: its name gets a number when there is one of that name.
    std::optional<ChannelIndex> addReference(ChannelInfo info);

private:
    bool isTaken(const QString& name) const;

    SampleHistory& m_history;
};

} // namespace rillscope
