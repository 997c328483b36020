// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"
#include "core/process/definition/PipelineDefinition.h"

#include <optional>

namespace rillscope {

/// Which channel of the history a channel of the source is, and in which unit it sends. Thread: processing,
/// the only writer of the history.
class RecordedChannels {
public:
    /// A channel of the current source.
    struct Input {
        std::optional<ChannelIndex> channel; ///< of the history; nothing when it has no place for more
        Unit unit = Unit::Celsius;           ///< that the source sends
    };

    explicit RecordedChannels(SampleHistory& history) : m_history(history) {}

    /// A new source: its table begins afresh; channels of the same name and unit go on.
    void beginStream() { m_inputs.clear(); }
    qsizetype inputCount() const { return m_inputs.size(); }
    const Input& input(ChannelIndex ofSource) const { return m_inputs.at(ofSource); }
    /// The next channel of the source. The first rule that names it decides on its unit; without one, the
    /// source knows best.
    const Input& addInput(const ChannelInfo& info, const QList<UnitRule>& rules);

    /// The channel of this name, unit and kind, made if there is none; nothing when there is no place.
    std::optional<ChannelIndex> findOrAdd(const ChannelInfo& info);
    /// A channel of its own: its name gets a number when there is one of that name.
    std::optional<ChannelIndex> addReference(ChannelInfo info);

private:
    bool isTaken(const QString& name) const;

    SampleHistory& m_history;
    QList<Input> m_inputs;
};

} // namespace rillscope
