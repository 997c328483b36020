// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The power fails while a capture is written: whatever the disk makes of what was not synced, every committed
// sample is there bit for bit, and the capture can be recovered and verifies. On a disk that lies about its
// syncs samples are lost, or these tries would prove nothing.
#include "core/base/Clock.h"
#include "core/base/Message.h"
#include "core/capture/write/CaptureWriter.h"
#include "core/source/simulator/SampleGenerator.h"
#include "tests/torture/Faults.h"
#include "tests/torture/PowerLossDisk.h"
#include "tests/torture/Recording.h"

#include <array>
#include <thread>

namespace rillscope::torture {
namespace {

constexpr int channels = 3;
constexpr std::size_t crashesOfARun = 8;

struct Crash {
    qint64 acknowledged = 0;
    PowerLossDisk::Image image;
};

/// The simulated stream as blocks of random sizes.
class Blocks {
public:
    Blocks(const QString& uri, quint64 seed) : m_random(seed), m_generator(makeGenerator(uri)) {}

    int number(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    CaptureBlock next(int mostSamples) {
        SampleBlock drawn;
        m_generator.generate(1 + number(mostSamples), drawn);
        CaptureBlock block;
        if (m_isFirst)
            block.newChannels.assign(drawn.channels.begin(), drawn.channels.end());
        m_isFirst = false;
        for (ChannelIndex channel = 0; channel < channels; ++channel) {
            if (drawn.channel.contains(channel))
                block.places.push_back({channel, m_written[channel]});
        }
        for (qsizetype i = 0; i < drawn.size(); ++i) {
            const Sample sample = drawn.at(i);
            block.samples.push_back({toNanoseconds(sample.eventTime), sample.value, sample.channel, 0});
            ++m_written[sample.channel];
        }
        block.rawCount = drawn.size();
        block.arrival = drawn.eventTime.constLast();
        return block;
    }

private:
    static SampleGenerator makeGenerator(const QString& uri) {
        const auto settings = SimulationSettings::fromUri(*SourceUri::parse(uri));
        return {*settings, *settings->seed, *settings->start};
    }

    std::mt19937_64 m_random;
    SampleGenerator m_generator;
    bool m_isFirst = true;
    std::array<std::int64_t, channels> m_written{};
};

/// A disk that notes what a loss of power would leave, at random moments of all that is done to it, beside
/// what has been acknowledged by then. Files are written by one thread.
class CrashingDisk {
public:
    CrashingDisk(PowerLossDisk::Syncing syncing, quint64 seed, unsigned operationsBetween)
        : m_disk(syncing), m_random(seed) {
        m_disk.setObserver([this, operationsBetween] {
            if (m_crashes.size() < crashesOfARun && m_random() % operationsBetween == 0)
                crash();
        });
    }

    void acknowledge(qint64 samples) { m_acknowledged = samples; }
    void crash() { m_crashes.push_back({m_acknowledged, m_disk.crash(m_random)}); }
    std::vector<Crash>& crashes() { return m_crashes; }

private:
    PowerLossDisk m_disk;
    std::mt19937_64 m_random;
    qint64 m_acknowledged = 0;
    std::vector<Crash> m_crashes;
};

/// File and log alone, without waiting for time to pass.
Result<void> writeFile(const QString& path, Blocks& blocks, CrashingDisk& disk) {
    auto file = CaptureFile::create(path, {QStringLiteral("torture"), Timestamp{}, {}});
    if (!file)
        return tl::unexpected(file.error());
    // Some become so long that their log is moved into the file on the way.
    const int mostSamples = blocks.number(5) == 0 ? 60'000 : 3'000;
    for (int commits = 5 + blocks.number(40); commits > 0; --commits) {
        Result<void> done;
        for (int count = 1 + blocks.number(4); done && count > 0; --count)
            done = (*file)->write(blocks.next(mostSamples));
        if (done)
            done = (*file)->commit();
        if (!done)
            return done;
        disk.acknowledge((*file)->durable());
        if (const auto shortened = (*file)->shortenLog(); !shortened)
            return shortened;
    }
    return (*file)->end(Timestamp{}, QStringLiteral("stopped"));
}

/// The writer on its thread, as the programs have it.
Result<void> writeCapture(const QString& path, Blocks& blocks, CrashingDisk& disk) {
    const SystemClock clock;
    CaptureSettings settings = CaptureSettings::defaults(QStringLiteral("torture"));
    settings.explicitPath = path;
    CaptureWriter writer(settings, clock,
                         {.committed = [&disk](qint64 durable) { disk.acknowledge(durable); }, .told = {}});
    for (int count = 400 + blocks.number(200); count > 0; --count) {
        writer.offer(blocks.next(400));
        std::this_thread::sleep_for(std::chrono::milliseconds(4));
    }
    writer.close();
    const CaptureStatus status = writer.status();
    if (status.error || status.account.missed.samples > 0)
        return tl::unexpected(status.error.value_or(
            Error{ErrorCode::WriteFailed, path, Message::verbatim(QStringLiteral("missed"))}));
    return {};
}

using Write = Result<void> (*)(const QString& path, Blocks& blocks, CrashingDisk& disk);

std::vector<Crash> crashWhileWriting(Torment& torment, PowerLossDisk::Syncing syncing, const QString& uri,
                                     Write write, Tally& tally) {
    Blocks blocks(uri, torment.random());
    CrashingDisk disk(syncing, torment.random(), 20 + static_cast<unsigned>(torment.number(100)));
    if (const auto written = write(torment.makeFolder() + QStringLiteral("/a.rill"), blocks, disk); !written)
        tally.add(QStringLiteral("writing"), {written.error().message()});
    disk.crash();
    return std::move(disk.crashes());
}

QStringList judge(Torment& torment, const Crash& crash, const QString& uri) {
    const QString folder = torment.makeFolder();
    const QString home = torment.makeFolder();
    const QString path = folder + QStringLiteral("/a.rill");
    if (!PowerLossDisk::write(crash.image, folder))
        return {QStringLiteral("the image could not be written")};
    if (!QFile::exists(path))
        return crash.acknowledged > 0 ? QStringList{QStringLiteral("the file is gone")} : QStringList();
    const Ended recovered = runOnFile(QStringLiteral("recover"), path, home);
    if (!recovered.exitCode)
        return {QStringLiteral("recover: ") + recovered.ending};
    if (crash.acknowledged == 0)
        return {}; // it may not even have had tables
    QStringList faults;
    if (recovered.exitCode != 0)
        faults.append(QStringLiteral("recover: ") + recovered.ending);
    const Ended verified = runOnFile(QStringLiteral("verify"), path, home);
    if (verified.exitCode != 0)
        faults.append(QStringLiteral("verify: ") + verified.ending);
    StreamComparison comparison(uri);
    comparison.add(path);
    faults += comparison.verdict(crash.acknowledged);
    if (comparison.foundWithoutHole() != comparison.found())
        faults.append(QStringLiteral("there is a hole after %1").arg(comparison.foundWithoutHole()));
    return faults;
}

bool isLossy(Torment& torment, const Crash& crash, const QString& uri) {
    const QString folder = torment.makeFolder();
    const QString path = folder + QStringLiteral("/a.rill");
    PowerLossDisk::write(crash.image, folder);
    if (QFile::exists(path))
        runOnFile(QStringLiteral("recover"), path, torment.makeFolder());
    StreamComparison comparison(uri);
    if (QFile::exists(path))
        comparison.add(path);
    return comparison.found() < crash.acknowledged;
}

/// The tries can fail.
void proveThatItBites(Torment& torment, Tally& tally) {
    int lossy = 0;
    for (int i = 0; i < 3 && lossy == 0; ++i) {
        const QString uri = simulatedUri(50'000, channels, torment.random());
        for (const Crash& crash :
             crashWhileWriting(torment, PowerLossDisk::Syncing::Lied, uri, writeFile, tally))
            lossy += isLossy(torment, crash, uri) ? 1 : 0;
    }
    tally.add(QStringLiteral("on a disk that lies samples are lost"),
              lossy > 0 ? QStringList() : QStringList{QStringLiteral("none was: these tries prove nothing")});
}

} // namespace

void cutPower(Torment& torment, Tally& tally) {
    const auto cut = [&](Write write, const QString& what) {
        const QString uri = simulatedUri(50'000, channels, torment.random());
        for (const Crash& crash :
             crashWhileWriting(torment, PowerLossDisk::Syncing::Honest, uri, write, tally))
            tally.add(what.arg(crash.acknowledged), judge(torment, crash, uri));
    };
    for (int i = torment.times(3, 50); i > 0; --i)
        cut(writeFile, QStringLiteral("file, after %1 samples"));
    for (int i = torment.times(1, 10); i > 0; --i)
        cut(writeCapture, QStringLiteral("writer, after %1 samples"));
    proveThatItBites(torment, tally);
}

} // namespace rillscope::torture
