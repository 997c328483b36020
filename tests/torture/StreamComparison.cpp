// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/StreamComparison.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/source/simulator/SampleGenerator.h"

#include <algorithm>
#include <bit>
#include <map>

namespace rillscope::torture {
namespace {

/// The stream, once more from its start.
class Cursor {
public:
    explicit Cursor(const SimulationSettings& settings)
        : m_generator(settings, *settings.seed, *settings.start) {
        next();
    }
    qint64 index() const { return m_index; }
    Sample sample() const { return m_block.at(m_place); }
    void next() {
        ++m_index;
        if (++m_place < m_block.size())
            return;
        m_block.truncate(0);
        m_generator.generate(blockSamples, m_block);
        m_place = 0;
    }
    /// Whether the sample was found, at or after the present one.
    bool advanceTo(ChannelIndex channel, Timestamp time) {
        const qint64 limit = m_index + furthest;
        while ((sample().channel != channel || sample().eventTime != time) && m_index < limit)
            next();
        return m_index < limit;
    }

private:
    static constexpr qint64 furthest = 20'000'000; // samples that may lie in between, before we give up
    static constexpr qsizetype blockSamples = 8'192;
    SampleGenerator m_generator;
    SampleBlock m_block;
    qsizetype m_place = 0;
    qint64 m_index = -1;
};

/// The channels of the source, numbered as it numbers them: "sensor-1" is 0.
Result<std::map<std::int64_t, ChannelIndex>> readChannels(Database& database) {
    auto rows = database.prepare("SELECT channel, name FROM channels WHERE kind = 'raw'");
    if (!rows)
        return tl::unexpected(rows.error());
    std::map<std::int64_t, ChannelIndex> channels;
    for (;;) {
        const Result<bool> hasRow = rows->step();
        if (!hasRow)
            return tl::unexpected(hasRow.error());
        if (!*hasRow)
            return channels;
        channels[rows->integer(0)] = static_cast<ChannelIndex>(rows->text(1).section(u'-', 1).toInt() - 1);
    }
}

bool isSameBits(double one, double other) {
    return std::bit_cast<quint64>(one) == std::bit_cast<quint64>(other);
}

} // namespace

QString simulatedUri(int samplesPerSecond, int channels, quint64 seed) {
    return QStringLiteral("sim:normal?mean=20&sd=5&rate=%1&channels=%2&seed=%3&start=2026-01-01T00:00:00Z")
        .arg(samplesPerSecond / channels)
        .arg(channels)
        .arg(seed);
}

StreamComparison::StreamComparison(const QString& uri) {
    const auto settings = SimulationSettings::fromUri(*SourceUri::parse(uri));
    Q_ASSERT(settings && settings->seed && settings->start);
    m_settings = *settings;
}

void StreamComparison::add(const QString& path) {
    if (const auto compared = compareFile(path); !compared)
        m_complaints.append(compared.error().message());
}

Result<void> StreamComparison::compareFile(const QString& path) {
    auto database = Database::openToRead(path);
    if (!database)
        return tl::unexpected(database.error());
    auto rows = database->prepare("SELECT id, channel, time, value, quality FROM samples ORDER BY id");
    const auto channels = readChannels(*database);
    if (!rows || !channels)
        return tl::unexpected(rows ? channels.error() : rows.error());
    Cursor cursor(m_settings);
    bool isFirst = true;
    for (;;) {
        const Result<bool> hasRow = rows->step();
        if (!hasRow)
            return tl::unexpected(hasRow.error());
        if (!*hasRow)
            return {};
        const auto channel = channels->find(rows->integer(1));
        if (channel == channels->end())
            continue; // derived
        const auto complain = [&](const QString& what) {
            return failure(ErrorCode::DamagedFile, path,
                           Message::verbatim(
                               QStringLiteral("sample %1 %2").arg(QString::number(rows->integer(0)), what)));
        };
        if (!cursor.advanceTo(channel->second, fromNanoseconds(rows->integer(2))))
            return complain(QStringLiteral("was never sent, or comes too late"));
        if (!isSameBits(cursor.sample().value, rows->real(3)))
            return complain(QStringLiteral("has another value than was sent"));
        if ((rows->integer(4) & ~lineBreakBit) != 0)
            return complain(QStringLiteral("has marks"));
        if (isFirst || cursor.index() != m_runs.back().second)
            m_runs.emplace_back(cursor.index(), cursor.index());
        m_runs.back().second = cursor.index() + 1;
        isFirst = false;
        cursor.next();
    }
}

std::vector<StreamComparison::Run> StreamComparison::merged() const {
    std::vector<Run> sorted = m_runs;
    std::ranges::sort(sorted);
    std::vector<Run> whole;
    for (const Run& run : sorted) {
        if (!whole.empty() && run.first <= whole.back().second)
            whole.back().second = std::max(whole.back().second, run.second);
        else
            whole.push_back(run);
    }
    return whole;
}

qint64 StreamComparison::found() const {
    qint64 count = 0;
    for (const Run& run : merged())
        count += run.second - run.first;
    return count;
}

qint64 StreamComparison::foundWithoutHole() const {
    const std::vector<Run> whole = merged();
    return whole.empty() || whole.front().first > 0 ? 0 : whole.front().second;
}

QStringList StreamComparison::verdict(qint64 acknowledged) const {
    QStringList all = m_complaints;
    if (found() < acknowledged)
        all.append(
            QStringLiteral("%1 samples were acknowledged, %2 are there").arg(acknowledged).arg(found()));
    return all;
}

} // namespace rillscope::torture
