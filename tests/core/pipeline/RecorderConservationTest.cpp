// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/pipeline/CaptureFollower.h"
#include "core/pipeline/CaptureLoss.h"
#include "core/pipeline/Recorder.h"
#include "core/pipeline/StatusPublisher.h"
#include "core/process/definition/DefinitionParser.h"
#include "tests/support/FaultyDisk.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <sqlite3.h>

#include <map>
#include <random>

namespace rillscope::test {
namespace {

/// Counts what it is given, and compares each sample with the history.
class Reference final : public Follower {
public:
    explicit Reference(const SampleHistory& history) : m_history(history) {}

    bool readsSamples() const override { return true; }

    void take(const std::shared_ptr<const RecordedBlock>& block) override {
        EXPECT_EQ(block->samples.size(), block->sampleCount);
        EXPECT_EQ(block->firstNewChannel, block->newChannels.isEmpty() ? block->firstNewChannel : channels);
        channels += static_cast<int>(block->newChannels.size());
        series += block->newSeries.size();
        std::map<ChannelIndex, std::int64_t> next;
        for (const SamplePlace& place : block->places) {
            EXPECT_EQ(place.historyBegin, m_written[place.channel]);
            next[place.channel] = place.historyBegin;
        }
        for (const PackedSample& sample : block->samples)
            compare(sample, next[sample.channel]++);
        for (const auto& [channel, end] : next)
            m_written[channel] = end;
        for (const RecordedWindow& window : block->windows)
            EXPECT_LT(window.series, series);
        raw += block->rawCount;
        derived += block->samples.size() - block->rawCount;
        windows += block->windows.size();
        events += block->events.size();
        for (const StreamEvent& event : block->events) {
            lostInEvents += event.kind == StreamEvent::Kind::LostAtSource ? event.count : 0;
            unknownLossesInEvents += event.kind == StreamEvent::Kind::UnknownLoss ? event.count : 0;
        }
        for (const AlarmOccurrence& alarm : block->alarms)
            alarms[alarm.id] = alarm;
        account = block->account;
        EXPECT_TRUE(account.balances());
        EXPECT_EQ(raw, account.recorded);
        EXPECT_EQ(derived, account.derived);
        EXPECT_EQ(windows, block->windowCounts.emitted);
        EXPECT_EQ(static_cast<qint64>(alarms.size()), block->alarmCounts.raised);
    }

    int channels = 0;
    qsizetype series = 0;
    qint64 raw = 0;
    qint64 derived = 0;
    qint64 windows = 0;
    qint64 events = 0;
    qint64 lostInEvents = 0;
    qint64 unknownLossesInEvents = 0;
    std::map<quint64, AlarmOccurrence> alarms;
    Account account;

private:
    void compare(const PackedSample& sample, std::int64_t place) const {
        const auto held = m_history.channel(sample.channel).sample(place);
        ASSERT_TRUE(held);
        EXPECT_EQ(toNanoseconds(held->eventTime), sample.time);
        EXPECT_TRUE(held->value == sample.value || (std::isnan(held->value) && std::isnan(sample.value)));
        EXPECT_EQ(held->quality.toInt() | (held->breakBefore ? lineBreakBit : 0), sample.quality);
    }

    const SampleHistory& m_history;
    std::map<ChannelIndex, std::int64_t> m_written;
};

/// A recorder to which everything happens: streams of all kinds, other definitions, ends, and a disk that
/// fails.
class RecorderOrdeal {
public:
    explicit RecorderOrdeal(quint64 seed) : m_random(seed), m_disk(seed) {
        m_writer = std::make_shared<CaptureWriter>(
            CaptureSettings{{}, m_folder.filePath(QStringLiteral("captures")), {}, QStringLiteral("test 1")},
            m_clock, CaptureObserver(), qint64{256} << (10 + number(8)));
        m_capture->begin(m_writer);
        m_recorder.addFollower(m_reference);
        m_recorder.addFollower(m_publisher);
        m_recorder.addFollower(m_capture);
        QObject::connect(&m_recorder, &Recorder::streamEnded, [this] { ++m_ends; });
        QObject::connect(&m_recorder, &Recorder::streamFailed, [this] { ++m_ends; });
        QObject::connect(m_publisher.get(), &StatusPublisher::eventsOccurred,
                         [this](const QList<StreamEvent>& events) { m_events += events.size(); });
    }

    void run() {
        for (int rounds = 1 + number(4); rounds > 0; --rounds)
            runStreams();
        m_recorder.finish();
        m_capture->finish();
        m_writer->close();
        const CaptureAccount account = m_writer->status().account;
        EXPECT_TRUE(account.balances());
        EXPECT_EQ(account.waiting.allSamples(), 0);
        EXPECT_EQ(account.durable.samples + account.missed.samples, m_reference->raw);
    }

private:
    struct SentStream {
        int number = 0;
        QString source; ///< URI and prefix
        QList<ChannelInfo> channels;
    };

    int number(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    /// One to three that run together, and end one after the other.
    void runStreams() {
        const auto time = number(2) == 0 ? SourceTime::Live : SourceTime::Replayed;
        for (int streams = 1 + number(3); streams > 0; --streams) {
            beginStream(time);
            for (int steps = 5 + number(20); steps > 0; --steps)
                doSomething();
        }
        while (!m_sent.streams.empty()) {
            endStream(m_sent.streams.begin() + number(static_cast<int>(m_sent.streams.size())));
            for (int steps = number(10); steps > 0 && !m_sent.streams.empty(); --steps)
                doSomething();
        }
        ASSERT_TRUE(waitFor([this] { return m_ends == m_streamCount; }));
        expectAllAlike();
    }

    void beginStream(SourceTime time) {
        const QString uri = QStringLiteral("script:%1").arg(number(4));
        const QString prefix = number(2) == 0 ? QString() : QString::number(number(3));
        m_recorder.beginStream({.number = ++m_streamCount,
                                .uri = ShownUri::fromText(uri),
                                .sourceTime = time,
                                .prefix = prefix});
        m_sent.streams.push_back({m_streamCount, uri + u' ' + prefix, {}});
    }

    void endStream(std::vector<SentStream>::iterator stream) {
        const int ended = stream->number;
        m_sent.streams.erase(stream);
        if (number(3) == 0)
            m_recorder.failStream(ended, {ErrorCode::UnreadableInput, QStringLiteral("script"),
                                          Message::verbatim(QStringLiteral("x"))});
        else
            m_recorder.endStream(ended, number(2) == 0 ? StreamEnd::Stopped : StreamEnd::Finished);
    }

    void doSomething() {
        switch (number(12)) {
        case 0:
            m_recorder.setDefinition(definition());
            break;
        case 1:
            m_recorder.acknowledgeAllAlarms();
            break;
        case 2:
            m_disk.fail(number(2) * 50, SQLITE_IOERR_WRITE);
            break;
        case 3:
            QCoreApplication::processEvents();
            break;
        default: {
            SentStream& stream =
                m_sent.streams.at(static_cast<std::size_t>(number(static_cast<int>(m_sent.streams.size()))));
            m_recorder.process(stream.number, makeBlock(stream));
        }
        }
    }

    SampleBlock makeBlock(SentStream& stream) {
        for (int more = number(20) == 0 ? number(300) : number(2); more > 0; --more)
            stream.channels.append({QStringLiteral("c%1").arg(number(400)), static_cast<Unit>(number(4))});
        SampleBlock block;
        block.channels = stream.channels;
        for (int i = stream.channels.isEmpty() ? 0 : number(200); i > 0; --i) {
            m_time += number(30) == 0 ? 20'000'000'000 : 1'000'000;
            const std::int64_t time = number(20) == 0 ? m_time - number(1'000'000'000) : m_time;
            const double value =
                number(30) == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(number(100));
            block.append({static_cast<ChannelIndex>(number(static_cast<int>(stream.channels.size()))),
                          fromNanoseconds(time),
                          value,
                          {}});
        }
        block.malformedCount = number(5) == 0 ? number(4) : 0;
        block.lostCount = number(10) == 0 ? number(1'000) : 0;
        block.unknownLossCount = number(10) == 0 ? number(50) : 0;
        for (qint64 told = number(static_cast<int>(block.unknownLossCount) + 1); told > 0; --told)
            block.notices.append(
                {InputNotice::Kind::UnknownLoss, 0, Message::verbatim(QStringLiteral("cut off"))});
        block.arrivalTime = m_clock.now();
        m_sent.samples += block.size();
        m_sent.malformed += block.malformedCount;
        m_sent.lost += block.lostCount;
        m_sent.unknownLosses += block.unknownLossCount;
        m_sent.bySource[stream.source] += block.size() + block.malformedCount;
        return block;
    }

    PipelineDefinition definition() {
        static const QList<QByteArray> steps{
            "[[step]]\nkind = 'moving_average'\nname = 'mean'\nover = '1s'\n",
            "[[step]]\nkind = 'tumble'\nname = 'w'\nsize = '10s'\n",
            "[[step]]\nkind = 'alarm'\nname = 'hot'\nwhen = 'above'\nhigh = 90\nlatch = true\n",
            "[[step]]\nkind = 'alarm'\nname = 'cold'\nwhen = 'below'\nlow = 10\n"};
        QByteArray text = "format = 1\n[event_time]\nout_of_orderness = '1s'\n";
        for (const QByteArray& step : steps)
            text += number(2) == 0 ? step : QByteArray();
        return parseDefinition(text, QStringLiteral("test.toml")).value();
    }

    /// All followers, the board and the capture say the same of all that was sent.
    void expectAllAlike() const {
        const Account& account = m_reference->account;
        EXPECT_EQ(account.accepted, m_sent.samples);
        EXPECT_EQ(account.malformed, m_sent.malformed);
        EXPECT_EQ(account.received, m_sent.samples + m_sent.malformed);
        EXPECT_EQ(account.lost, m_sent.lost);
        EXPECT_EQ(account.unknownLosses, m_sent.unknownLosses);
        EXPECT_EQ(m_reference->unknownLossesInEvents, m_sent.unknownLosses);
        expectSourcesAddUp(account);
        EXPECT_EQ(m_reference->lostInEvents, m_sent.lost);
        const StreamStatus status = m_board->read();
        EXPECT_EQ(status.account, account);
        EXPECT_EQ(status.statistics.size(), m_history->channelCount());
        const PipelineResults results = m_board->readResults();
        EXPECT_EQ(results.windows.emittedCount(), m_reference->windows);
        EXPECT_EQ(results.alarms.counts(), status.alarms);
        ASSERT_EQ(static_cast<std::size_t>(results.alarms.occurrences().size()), m_reference->alarms.size());
        for (const AlarmOccurrence& alarm : results.alarms.occurrences())
            EXPECT_EQ(alarm, m_reference->alarms.at(alarm.id));
        EXPECT_EQ(m_events, m_reference->events);
        const CaptureStatus capture = m_writer->status();
        EXPECT_TRUE(accountsMatch(account, capture));
        EXPECT_EQ(capture.account.offered.windows, m_reference->windows);
        EXPECT_EQ(capture.account.offered.events, m_reference->events);
    }

    void expectSourcesAddUp(const Account& account) const {
        Account sum;
        for (const SourceAccount& source : m_board->read().sources) {
            EXPECT_TRUE(source.account.balances());
            const auto sent = m_sent.bySource.find(source.uri.text() + u' ' + source.prefix);
            EXPECT_EQ(source.account.received, sent == m_sent.bySource.end() ? 0 : sent->second);
            sum.addDifference({}, source.account);
        }
        sum.evicted = account.evicted;
        EXPECT_EQ(sum, account);
    }

    struct Sent {
        std::vector<SentStream> streams;    ///< that run
        std::map<QString, qint64> bySource; ///< inputs
        qint64 samples = 0;
        qint64 malformed = 0;
        qint64 lost = 0;
        qint64 unknownLosses = 0;
    };

    std::mt19937_64 m_random;
    FaultyDisk m_disk;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::shared_ptr<SampleHistory> m_history = std::make_shared<SampleHistory>();
    std::shared_ptr<StatusBoard> m_board = std::make_shared<StatusBoard>();
    std::shared_ptr<CaptureWriter> m_writer;
    Recorder m_recorder{m_history, m_clock};
    std::shared_ptr<Reference> m_reference = std::make_shared<Reference>(*m_history);
    std::shared_ptr<StatusPublisher> m_publisher = std::make_shared<StatusPublisher>(m_board, m_clock);
    std::shared_ptr<CaptureFollower> m_capture = std::make_shared<CaptureFollower>(m_recorder);
    Sent m_sent;
    qint64 m_events = 0;
    std::int64_t m_time = 1'700'000'000'000'000'000;
    int m_streamCount = 0;
    int m_ends = 0;
};

TEST(RecorderConservationTest, AllFollowersAccountForAllThatWasSent) {
    const quint64 first = std::random_device{}();
    for (quint64 seed = first; seed < first + 30; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        RecorderOrdeal(seed).run();
        if (testing::Test::HasFailure())
            return;
    }
}

} // namespace
} // namespace rillscope::test
