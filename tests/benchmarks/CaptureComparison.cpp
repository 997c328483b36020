// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/capture/write/CaptureWriter.h"
#include "core/export/CaptureCsv.h"
#include "core/source/simulator/SampleGenerator.h"
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/PlainIngest.h"
#include "tests/benchmarks/Stream.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <deque>
#include <mutex>
#include <thread>

namespace rillscope::bench {
namespace {

constexpr double leastIngest = 1.0; // million samples/s
constexpr double mostBytes = 30.0;  // a sample
constexpr double mostLag = 250.0;   // ms
constexpr double leastExport = 1.0; // million rows/s
constexpr int channels = 4;

/// What a simulator sends, as blocks for a capture.
std::vector<CaptureBlock> makeBlocks(qint64 samples) {
    const auto settings = SimulationSettings::fromUri(
        *SourceUri::parse(QStringLiteral("sim:normal?mean=20&sd=5&rate=250000&channels=4")));
    SampleGenerator generator(*settings, 42, fromNanoseconds(1'767'225'600'000'000'000));
    std::array<std::int64_t, channels> written{};
    std::vector<CaptureBlock> blocks;
    for (qint64 made = 0; made < samples;) {
        SampleBlock drawn;
        generator.generate(4'000, drawn); // of 4 ms
        CaptureBlock block;
        if (made == 0)
            block.newChannels.assign(drawn.channels.begin(), drawn.channels.end());
        for (ChannelIndex channel = 0; channel < channels; ++channel)
            block.places.push_back({channel, written[channel]});
        for (qsizetype i = 0; i < drawn.size(); ++i) {
            const Sample sample = drawn.at(i);
            block.samples.push_back({toNanoseconds(sample.eventTime), sample.value, sample.channel, 0});
            ++written[sample.channel];
        }
        block.rawCount = drawn.size();
        block.arrival = drawn.eventTime.constLast();
        made += drawn.size();
        blocks.push_back(std::move(block));
    }
    return blocks;
}

qint64 sampleCount(const std::vector<CaptureBlock>& blocks) {
    qint64 count = 0;
    for (const CaptureBlock& block : blocks)
        count += static_cast<qint64>(block.samples.size());
    return count;
}

/// How long blocks take from the giver to the disk. Thread: any.
class LagWatch {
public:
    void offer(qint64 samples) {
        const std::lock_guard lock(m_mutex);
        m_offered += samples;
        m_underWay.emplace_back(m_offered, milliseconds());
    }
    void noteDurable(qint64 durable) {
        const std::lock_guard lock(m_mutex);
        for (; !m_underWay.empty() && m_underWay.front().first <= durable; m_underWay.pop_front())
            m_lags.push_back(milliseconds() - m_underWay.front().second);
    }
    const std::vector<double>& lags() const { return m_lags; }

private:
    std::mutex m_mutex;
    qint64 m_offered = 0;
    std::deque<std::pair<qint64, double>> m_underWay;
    std::vector<double> m_lags;
};

/// As the programs do it: the giver waits when it is asked to. The file is complete and closed at the end.
Ingest ingestByWriter(const std::vector<CaptureBlock>& blocks, const QString& path, LagWatch& watch) {
    const SystemClock clock;
    CaptureSettings settings = CaptureSettings::defaults(QStringLiteral("benchmark"));
    settings.explicitPath = path;
    std::vector<CaptureBlock> given = blocks; // copied before the clock runs
    IngestTimer timer;
    CaptureWriter writer(settings, clock, {[&watch](qint64 durable) { watch.noteDurable(durable); }});
    for (CaptureBlock& block : given) {
        while (!writer.hasRoom(SourceTime::Replayed))
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        watch.offer(block.rawCount);
        writer.offer(std::move(block));
    }
    writer.close();
    Ingest ingest = timer.stop(writer.status().account.durable.samples);
    ingest.bytes = static_cast<double>(QFileInfo(path).size());
    return ingest;
}

/// Million rows/s into a CSV file.
double exportRate(const QString& capture) {
    const double begin = milliseconds();
    const auto rows = saveCaptureCsv(capture, capture + QStringLiteral(".csv"));
    return rows ? static_cast<double>(*rows) / (milliseconds() - begin) / 1e3 : 0.0;
}

struct Results {
    std::vector<double> rates;
    std::vector<double> processorRates;
    double bytesASample = 0.0;

    void add(const Ingest& ingest) {
        rates.push_back(ingest.samples / ingest.seconds / 1e6);
        processorRates.push_back(ingest.samples / ingest.processorSeconds / 1e6);
        bytesASample = ingest.bytes / ingest.samples;
    }
};

QString processorNote(const Results& ours, const Results& peer) {
    return QStringLiteral("per second of processor %1 M, the peer %2 M")
        .arg(median(ours.processorRates), 0, 'f', 2)
        .arg(median(peer.processorRates), 0, 'f', 2);
}

void addIngestRow(Report& report, const Results& ours, const Results& peer, const QString& peerName,
                  bool isJudged) {
    const double value = median(ours.rates);
    report.add({QStringLiteral("capture, durable ingest, beside ") + peerName,
                QStringLiteral("M samples/s"),
                value,
                {},
                QStringLiteral("M ") + peerName,
                median(peer.rates),
                isJudged ? QStringLiteral(">= 1 M samples/s") : QString(),
                isJudged ? std::optional(value >= leastIngest) : std::nullopt,
                processorNote(ours, peer) + (value >= leastIngest || !isJudged
                                                 ? QString()
                                                 : QStringLiteral(", ") + shortfall(value, leastIngest))});
}

} // namespace

double durableIngestRate(bool isQuick) {
    const std::vector<CaptureBlock> blocks = makeBlocks(isQuick ? 2'000'000 : 4'000'000);
    std::vector<double> rates;
    for (int i = 0; i < 3; ++i) {
        const QTemporaryDir folder;
        LagWatch watch;
        const Ingest ingest = ingestByWriter(blocks, folder.filePath(QStringLiteral("ours.rill")), watch);
        rates.push_back(ingest.samples / ingest.seconds);
    }
    return median(rates);
}

void compareCapture(Report& report, bool isQuick) {
    const std::vector<CaptureBlock> blocks = makeBlocks(isQuick ? 2'000'000 : 8'000'000);
    if (sampleCount(blocks) == 0)
        return;
    Results ours;
    Results plain;
    Results qtSql;
    std::vector<double> exported;
    std::vector<double> lags;
    for (int i = 0; i < (isQuick ? 3 : 5); ++i) {
        const QTemporaryDir folder;
        LagWatch watch;
        ours.add(ingestByWriter(blocks, folder.filePath(QStringLiteral("ours.rill")), watch));
        lags.insert(lags.end(), watch.lags().begin(), watch.lags().end());
        exported.push_back(exportRate(folder.filePath(QStringLiteral("ours.rill"))));
        plain.add(ingestByPlainSqlite(blocks, folder.filePath(QStringLiteral("plain.db"))));
        qtSql.add(ingestByQtSql(blocks, folder.filePath(QStringLiteral("qt.db"))));
    }
    addIngestRow(report, ours, plain, QStringLiteral("plain SQLite"), true);
    addIngestRow(report, ours, qtSql, QStringLiteral("Qt SQL"), false);
    const double lag = percentile(lags, 0.99);
    report.add({QStringLiteral("capture, from received to durable, by a source without a pause"),
                QStringLiteral("ms"),
                median(lags),
                lag,
                {},
                {},
                QStringLiteral("p99 <= 250 ms"),
                lag <= mostLag,
                lag <= mostLag ? QString() : shortfall(lag, mostLag)});
    report.add({QStringLiteral("capture, on disk"),
                QStringLiteral("bytes a sample"),
                ours.bytesASample,
                {},
                QStringLiteral("plain SQLite"),
                plain.bytesASample,
                QStringLiteral("<= 30"),
                ours.bytesASample <= mostBytes,
                QStringLiteral("with rollups, arrivals and index; 4 channels")});
    const double rate = median(exported);
    report.add({QStringLiteral("capture, export as CSV"),
                QStringLiteral("M rows/s"),
                rate,
                {},
                {},
                {},
                QStringLiteral(">= 1 M rows/s"),
                rate >= leastExport,
                rate >= leastExport ? QString() : shortfall(rate, leastExport)});
}

} // namespace rillscope::bench
