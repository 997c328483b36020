// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The power fails while a capture is written: whatever the disk makes of what was not synced, every committed
// sample is there bit for bit, and the capture can be recovered and verifies. On a disk that lies about its
// syncs samples are lost, or these tries would prove nothing.
#include "core/capture/CaptureFile.h"
#include "core/source/SampleGenerator.h"
#include "tests/torture/Faults.h"
#include "tests/torture/PowerLossDisk.h"
#include "tests/torture/Recording.h"

#include <array>

namespace rillscope::torture {
namespace {

constexpr int channels = 3;
constexpr std::size_t crashesOfARun = 10;

struct Crash {
    qint64 acknowledged = 0;
    PowerLossDisk::Image image;
};

/// Writes a capture as the program does, in commits and blocks of random sizes.
class Writing {
public:
    Writing(Torment& torment, PowerLossDisk::Syncing syncing, const QString& uri)
        : m_torment(torment)
        , m_generator(*SimulationSettings::fromUri(*SourceUri::parse(uri)),
                      *SimulationSettings::fromUri(*SourceUri::parse(uri))->seed,
                      *SimulationSettings::fromUri(*SourceUri::parse(uri))->start)
        , m_disk(syncing) {
        m_disk.setObserver([this] { crashAtRandom(); });
    }

    Result<void> run(const QString& path) {
        auto file = CaptureFile::create(path, {QStringLiteral("torture"), Timestamp{}, {}});
        if (!file)
            return tl::unexpected(file.error());
        for (int commits = 5 + m_torment.number(40); commits > 0; --commits) {
            Result<void> done;
            for (int blocks = 1 + m_torment.number(4); done && blocks > 0; --blocks)
                done = (*file)->write(makeBlock());
            if (done)
                done = (*file)->commit();
            if (!done)
                return done;
            m_acknowledged = (*file)->durable();
            if (const auto shortened = (*file)->shortenLog(); !shortened)
                return shortened;
        }
        const auto ended = (*file)->end(Timestamp{}, QStringLiteral("stopped"));
        m_crashes.push_back({m_acknowledged, m_disk.crash(m_torment.random)});
        return ended;
    }

    std::vector<Crash>& crashes() { return m_crashes; }

private:
    void crashAtRandom() {
        if (m_crashes.size() + 1 < crashesOfARun && m_torment.number(40) == 0)
            m_crashes.push_back({m_acknowledged, m_disk.crash(m_torment.random)});
    }

    CaptureBlock makeBlock() {
        SampleBlock drawn;
        m_generator.generate(1 + m_torment.number(3'000), drawn);
        CaptureBlock block;
        if (m_written.empty())
            block.newChannels.assign(drawn.channels.begin(), drawn.channels.end());
        m_written.resize(channels);
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

    Torment& m_torment;
    SampleGenerator m_generator;
    PowerLossDisk m_disk;
    std::vector<std::int64_t> m_written; ///< by channel
    qint64 m_acknowledged = 0;
    std::vector<Crash> m_crashes;
};

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

std::vector<Crash> crashWhileWriting(Torment& torment, PowerLossDisk::Syncing syncing, const QString& uri,
                                     Tally& tally) {
    Writing writing(torment, syncing, uri);
    if (const auto run = writing.run(torment.makeFolder() + QStringLiteral("/a.rill")); !run)
        tally.add(QStringLiteral("writing"), {run.error().message()});
    return std::move(writing.crashes());
}

/// The tries can fail.
void proveThatItBites(Torment& torment, Tally& tally) {
    int lossy = 0;
    for (int i = 0; i < 3 && lossy == 0; ++i) {
        const QString uri = simulatedUri(50'000, channels, torment.random());
        for (const Crash& crash : crashWhileWriting(torment, PowerLossDisk::Syncing::Lied, uri, tally))
            lossy += judge(torment, crash, uri).isEmpty() ? 0 : 1;
    }
    tally.add(QStringLiteral("on a disk that lies samples are lost"),
              lossy > 0 ? QStringList() : QStringList{QStringLiteral("none was: these tries prove nothing")});
}

} // namespace

void cutPower(Torment& torment, Tally& tally) {
    for (int i = torment.times(4, 60); i > 0; --i) {
        const QString uri = simulatedUri(50'000, channels, torment.random());
        for (const Crash& crash : crashWhileWriting(torment, PowerLossDisk::Syncing::Honest, uri, tally))
            tally.add(QStringLiteral("after %1 samples").arg(crash.acknowledged), judge(torment, crash, uri));
    }
    proveThatItBites(torment, tally);
}

} // namespace rillscope::torture
