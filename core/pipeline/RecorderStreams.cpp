// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "core/pipeline/Recorder.h"

#include <utility>

// What the recorder does with each of the streams that run.

namespace rillscope {

void Recorder::beginStream(const StreamBeginning& beginning) {
    if (m_streams.count() == 0) {
        m_chain.beginStream(beginning.sourceTime);
        if (m_chain.needsTime())
            m_timeTimer.start();
    }
    auto credit = std::make_unique<CreditGate>(m_followers, m_clock, beginning.sourceTime, beginning.isHeld);
    connect(credit.get(), &CreditGate::granted, this,
            [this, number = beginning.number](int blocks) { Q_EMIT creditGranted(number, blocks); });
    const RecordedStream& stream = m_streams.begin(beginning, std::move(credit));
    // A file sends its samples whatever happens, while something live may never begin.
    if (beginning.sourceTime == SourceTime::Replayed)
        m_chain.expectStream(stream.watermarkInput, m_clock.now());
    describeStream(beginning);
    report(makeEvent(StreamEvent::Kind::Started, beginning.uri.text()));
}

void Recorder::process(int number, const SampleBlock& block) {
    RecordedStream* const stream = m_streams.find(number);
    Q_ASSERT(stream);
    const Account before = m_account;
    addChannels(*stream, block.channels);
    recordAll(*stream, block);
    m_streams.addToAccount(*stream, before, m_account);
    m_digest.addNotices(block, m_clock.now());
    m_digest.addLost(block.lostCount);
    m_digest.addRowsLeftOut(block.leftOut.rows);
    notePosition(*stream, block.position);
    handOn(block.arrivalTime);
    acknowledgeUnlessAFollowerDoes(*stream, block.position);
    reportSoon();
    stream->credit->add();
}

void Recorder::addChannels(RecordedStream& stream, const QList<ChannelInfo>& channels) {
    while (stream.channels.size() < channels.size()) {
        const int before = m_history->channelCount();
        ChannelInfo sent = channels.at(stream.channels.size());
        sent.name = stream.recordedName(sent.name);
        stream.channels.append(m_channels.streamChannel(sent, m_chain.definition().units));
        if (m_history->channelCount() == before)
            continue;
        const ChannelIndex channel = *stream.channels.constLast().channel;
        const ChannelInfo& info = m_history->info(channel);
        m_digest.add(makeEvent(StreamEvent::Kind::ChannelAdded, info.name));
        m_chain.addChannel(channel, info);
    }
}

void Recorder::recordAll(const RecordedStream& stream, const SampleBlock& block) {
    m_block.reserve(block.size());
    m_account.received += block.size() + block.malformedCount;
    m_account.malformed += block.malformedCount;
    m_account.accepted += block.size();
    m_account.lost += block.lostCount;
    m_account.unknownLosses += block.unknownLossCount;
    m_account.columnsLeftOut += block.leftOut.columns;
    m_account.rowsLeftOut += block.leftOut.rows;
    m_account.empty += block.leftOut.empty;
    m_chain.setStream(stream.watermarkInput);
    for (qsizetype i = 0; i < block.size(); ++i) {
        const Sample sample = block.at(i);
        Q_ASSERT(sample.channel < stream.channels.size());
        record(sample, stream.channels.at(sample.channel), block.arrivalTime);
    }
}

void Recorder::record(const Sample& sample, const StreamChannel& channel, Timestamp arrival) {
    if (!channel.channel) {
        ++m_account.dropped;
        m_digest.addDropped(1);
        return;
    }
    Sample recorded{*channel.channel, sample.eventTime, toCelsius(sample.value, channel.unit),
                    sample.quality};
    recorded.quality |= m_chain.judge(recorded, arrival);
    if (recorded.quality) {
        m_account.countMarks(recorded.quality);
        m_digest.addMarks(recorded.quality, m_history->info(recorded.channel).name);
    }
    append(recorded);
    ++m_account.recorded;
    m_chain.process(recorded, arrival);
}

void Recorder::notePosition(const RecordedStream& stream, const QByteArray& position) {
    if (position.isEmpty())
        return;
    stream.credit->holdWhileFailing();
    m_streams.notePosition(stream, position);
    m_block.setPosition({stream.beginning.number, stream.beginning.uri, position});
}

void Recorder::acknowledgeUnlessAFollowerDoes(const RecordedStream& stream, const QByteArray& position) {
    if (!position.isEmpty() && !m_followers.acknowledgePositions())
        Q_EMIT acknowledged(stream.beginning.number, position);
}

/// The stream may have ended, when a disk takes again what it could not take: then nobody listens.
void Recorder::acknowledge(const StreamPosition& position) {
    Q_EMIT acknowledged(position.stream, position.position);
}

void Recorder::endStream(int number, StreamEnd how) {
    const StreamEvent::Kind kind =
        how == StreamEnd::Stopped ? StreamEvent::Kind::Stopped : StreamEvent::Kind::Finished;
    const RecordedStream& stream = *m_streams.find(number);
    endChain(stream);
    const Account& account = m_streams.accountOf(stream);
    const QString subject = m_streams.hasOneSource() ? QString() : stream.beginning.uri.text();
    StreamEvent end = makeEvent(kind, subject, {}, account.recorded);
    end.line = account.malformed;
    if (account.dropped > 0)
        end.detail = Message::verbatim(QString::number(account.dropped));
    endWith(number, std::move(end), [this, number, how] { Q_EMIT streamEnded(number, how); });
}

void Recorder::failStream(int number, const Error& error) {
    const RecordedStream& stream = *m_streams.find(number);
    endChain(stream);
    endWith(number,
            makeEvent(StreamEvent::Kind::Failed, error.subject, error.detail,
                      m_streams.accountOf(stream).recorded),
            [this, number, error] { Q_EMIT streamFailed(number, error); });
}

/// What has not come out of the steps yet comes out, and stands in the list before the end; but while other
/// streams run it stays in, because their samples may still join it.
void Recorder::endChain(const RecordedStream& stream) {
    const Account before = m_account;
    if (m_streams.count() > 1) {
        m_chain.endOneStream(stream.watermarkInput, stream.recordedChannels(), m_clock.now());
    } else {
        m_timeTimer.stop();
        m_chain.endStream();
    }
    m_streams.addToAccount(stream, before, m_account);
    handOnNow();
    reportEvents();
}

void Recorder::endWith(int number, StreamEvent end, const std::function<void()>& afterwards) {
    m_digest.add(std::move(end));
    m_streams.end(number);
    m_block.setEndedStream(number);
    finish();
    m_followers.whenDone(this, afterwards); // the followers are gone, or done, before this is
}

} // namespace rillscope
