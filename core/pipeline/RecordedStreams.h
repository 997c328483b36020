// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ShownUri.h"
#include "core/pipeline/CreditGate.h"
#include "core/pipeline/RecordedChannels.h"
#include "core/pipeline/SourceAccount.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace rillscope {

/// What the recorder is told of a stream that begins.
struct StreamBeginning {
    int number = 1; ///< in the session; no other stream that runs has it
    ShownUri uri;
    SourceTime sourceTime = SourceTime::Live; ///< the same for all streams that run together
    QString prefix = {};                      ///< of the names of its channels, before a slash; may be empty
    /// Whether the source waits because a follower has no room; for any thread.
    std::shared_ptr<std::atomic<bool>> isHeld = std::make_shared<std::atomic<bool>>(false);
};

/// How a stream ended that did not fail.
enum class StreamEnd {
    Finished, ///< by itself
    Stopped   ///< because it was asked to
};

/// A stream that is being recorded.
struct RecordedStream {
    StreamBeginning beginning;
    std::size_t watermarkInput = 0; ///< no other stream that runs has it
    qsizetype source = 0;           ///< its place among the sources of the session
    StreamChannels channels;
    std::unique_ptr<CreditGate> credit;

    /// What a channel that the source calls `name` is called in the session.
    QString recordedName(const QString& name) const;
    /// Of the history.
    std::vector<ChannelIndex> recordedChannels() const;
};

/// The streams that are being recorded at the moment, and the accounts of all sources of the session.
/// Thread: processing.
class RecordedStreams {
public:
    /// Until end(). References to other streams stay valid.
    RecordedStream& begin(StreamBeginning beginning, std::unique_ptr<CreditGate> credit);
    /// Null when no such stream runs.
    RecordedStream* find(int number) const;
    void end(int number);
    std::size_t count() const { return m_running.size(); }
    /// That of those that run which began last; when none runs, the one that ended last. Nothing before the
    /// first.
    const std::optional<StreamBeginning>& latest() const { return m_latest; }

    const QList<SourceAccount>& sources() const { return m_sources; }
    bool hasOneSource() const { return m_sources.size() == 1; }
    /// Adds to the account of the stream's source what has been counted since `before`.
    void addToAccount(const RecordedStream& stream, const Account& before, const Account& now);
    void notePosition(const RecordedStream& stream, const QByteArray& position) {
        m_sources[stream.source].position = position;
    }
    const Account& accountOf(const RecordedStream& stream) const {
        return m_sources.at(stream.source).account;
    }

private:
    std::size_t freeWatermarkInput() const;
    qsizetype placeOf(const StreamBeginning& beginning);

    std::vector<std::unique_ptr<RecordedStream>> m_running; ///< in the order they began
    std::optional<StreamBeginning> m_latest;
    QList<SourceAccount> m_sources;
};

} // namespace rillscope
