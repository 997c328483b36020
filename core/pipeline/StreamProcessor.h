// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/history/SampleHistory.h"
#include "core/pipeline/EventDigest.h"
#include "core/pipeline/StreamStatus.h"
#include "core/process/SampleValidator.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace rillscope {

/// Takes blocks as they arrive: validates, converts to °C, keeps the statistics and the account, and appends
/// to the history. Every processed sample can be read from there in Celsius and in Fahrenheit. Thread: lives
/// on the processing thread, the only writer of the history. It waits for nobody.
class StreamProcessor : public QObject {
    Q_OBJECT

public:
    StreamProcessor(std::shared_ptr<SampleHistory> history, std::shared_ptr<StatusBoard> board,
                    const Clock& clock);

public Q_SLOTS:
    /// A new source follows: its channel table starts afresh, channels of the same name go on.
    void beginStream(const QString& description);
    void process(const rillscope::SampleBlock& block);
    /// The source's last word, behind its last block.
    void endStream(rillscope::StreamEvent::Kind kind);
    void failStream(const rillscope::Error& error);

Q_SIGNALS:
    /// Credit for the source.
    void blockProcessed(int blocks);
    void eventsOccurred(const QList<rillscope::StreamEvent>& events);
    /// All that came before has been recorded.
    void streamEnded(rillscope::StreamEvent::Kind kind);
    void streamFailed(const rillscope::Error& error);

private:
    static constexpr int noChannel = -1;

    /// What a channel of the current source needs.
    struct Input {
        int historyIndex = noChannel;
        Unit unit = Unit::Celsius;
    };

    void learnChannels(const QList<ChannelInfo>& channels);
    int historyChannel(const ChannelInfo& info);
    void record(const Sample& sample, const Input& input);
    /// Told once: from now on it goes on and on.
    void noteEviction();
    void publish();
    void reportSoon();
    void report();
    StreamEvent makeEvent(StreamEvent::Kind kind, const QString& subject = {}, const QString& detail = {},
                          qint64 count = 0) const;

    std::shared_ptr<SampleHistory> m_history;
    std::shared_ptr<StatusBoard> m_board;
    const Clock& m_clock;

    QList<Input> m_inputs;                     ///< by channel of the current source
    std::vector<SampleValidator> m_validators; ///< by channel of the history
    StreamStatus m_status;
    EventDigest m_digest;
    QTimer m_reportTimer;
};

} // namespace rillscope
