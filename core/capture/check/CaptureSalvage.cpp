// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/CaptureSalvage.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/capture/check/SalvageCursor.h"
#include "core/capture/check/StoredAccount.h"
#include "core/capture/read/StoredResults.h"
#include "core/capture/write/CaptureFile.h"

#include <sqlite3.h>

#include <map>

namespace rillscope {
namespace {

constexpr qsizetype samplesInBlock = 8'192;
constexpr std::size_t resultsInBlock = 1'000;
constexpr qint64 samplesInCommit = 100'000;
constexpr qint64 maxStreams = 1'000;

int askWhetherCancelled(void* control) {
    return static_cast<const JobControl*>(control)->isToStop() ? 1 : 0;
}

/// Moves what can be read from one file to the other.
class Salvage {
public:
    Salvage(Database& damaged, const QString& target, const JobControl& control)
        : m_damaged(damaged)
        , m_target(target)
        , m_control(control)
        , m_arrivals(damaged, "first_sample, time", "arrivals", "first_sample") {}

    Result<SalvagedCapture> run();

private:
    Result<void> copyAll();
    Result<void> readChannels();
    Result<void> readUnits();
    Result<void> readStreams();
    Result<void> readFacts();
    Result<void> copySamples();
    Result<void> add(const StoredSample& sample);
    Result<void> advanceArrival(qint64 id);
    Result<void> writeBlock();
    bool isAccountPossible() const;
    Result<void> copyResults();
    template <typename Entry>
    Result<void> copyTable(const StoredTable& table, std::vector<Entry> CaptureBlock::*entries,
                           Entry (*make)(StoredRow&));
    Result<void> write(CaptureBlock& block);

    Database& m_damaged;
    const QString m_target;
    const JobControl& m_control;
    SalvageCursor m_arrivals;
    std::unique_ptr<CaptureFile> m_file;
    SalvagedCapture m_result;

    std::vector<ChannelInfo> m_channels;
    std::multimap<qint64, StreamRecord> m_streams; ///< by the id of the first sample
    CaptureFile::Facts m_facts;
    QByteArray m_account;
    qint64 m_lastId = 0; ///< that the damaged file is known to have; for progress
    CaptureBlock m_block;
    bool m_hasArrival = false;
    std::optional<std::pair<qint64, Timestamp>> m_nextArrival;
    qint64 m_uncommitted = 0;
};

Result<SalvagedCapture> Salvage::run() {
    const auto copied = copyAll();
    if (!copied) {
        if (m_file)
            m_file->discard();
        return tl::unexpected(copied.error());
    }
    return m_result;
}

Result<void> Salvage::copyAll() {
    return readChannels()
        .and_then([&] { return readUnits(); })
        .and_then([&] { return readStreams(); })
        .and_then([&] { return readFacts(); })
        .and_then([&] { return copySamples(); })
        .and_then([&]() -> Result<void> {
            if (!m_file)
                return {};
            return copyResults().and_then([&] { return m_file->commit(); }).and_then([&] {
                return m_file->end(m_result.lastArrival, QStringLiteral("salvaged"));
            });
        });
}

Result<void> Salvage::readChannels() {
    SalvageCursor rows(m_damaged, "channel, name, unit, kind", "channels", "channel");
    for (;;) {
        const auto found = rows.next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found || rows.key() >= maxChannels)
            return {};
        const auto index = static_cast<std::size_t>(std::max<std::int64_t>(rows.key(), 0));
        while (m_channels.size() <= index)
            m_channels.push_back(namelessChannel(m_channels.size()));
        StoredRow row = **found;
        if (const auto channel = channelOf(row))
            m_channels[index] = *channel;
    }
}

Result<void> Salvage::readUnits() {
    if (const auto isThere = hasUnits(m_damaged); !isThere || !*isThere)
        return {};
    SalvageCursor rows(m_damaged, "channel, unit", "units", "channel");
    for (;;) {
        const auto found = rows.next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return {};
        StoredRow row = **found;
        const QString unit = unitTextOf(row);
        const auto index = static_cast<std::size_t>(std::max<std::int64_t>(rows.key(), 0));
        if (!row.isWrong() && index < m_channels.size() && m_channels[index].unit == Unit::None)
            m_channels[index].unitText = unit;
    }
}

Result<void> Salvage::readStreams() {
    SalvageCursor rows(m_damaged, "rowid, first_sample, time, source, definition", "streams", "rowid");
    for (qint64 count = 0; count < maxStreams; ++count) {
        const auto found = rows.next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return {};
        StoredRow row = **found;
        const StoredStream stream = streamOf(row, 1);
        if (!row.isWrong())
            m_streams.emplace(stream.firstId, StreamRecord{stream.time, ShownUri::fromText(stream.source),
                                                           stream.definition});
    }
    return {};
}

Result<void> Salvage::readFacts() {
    const auto find = [this](const char* sql) -> std::optional<Statement> {
        auto query = m_damaged.prepare(sql);
        if (!query)
            return std::nullopt;
        const auto hasRow = query->step();
        if (!hasRow || !*hasRow)
            return std::nullopt;
        return std::move(*query);
    };
    m_facts.program = QStringLiteral("unknown");
    m_facts.started = m_streams.empty() ? Timestamp{} : m_streams.begin()->second.time;
    if (const auto program = find("SELECT value FROM capture WHERE key = 'program'"))
        m_facts.program = program->text(0).left(1'000);
    if (const auto started = find("SELECT value FROM capture WHERE key = 'started'"))
        m_facts.started = fromNanoseconds(started->integer(0));
    if (const auto account = find("SELECT value FROM capture WHERE key = 'account'"))
        m_account = account->text(0).toUtf8().left(1 << 20);
    if (const auto last = find("SELECT max(id) FROM samples"))
        m_lastId = last->integer(0);
    m_result.firstArrival = m_result.lastArrival = m_block.arrival = m_facts.started;
    return {};
}

Result<void> Salvage::copySamples() {
    SalvageCursor rows(m_damaged, "id, channel, time, value, quality", "samples", "id");
    for (;;) {
        const auto found = rows.next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        StoredRow row = **found;
        const StoredSample sample = sampleOf(row, maxChannels);
        if (row.isWrong()) {
            ++m_result.refused;
            continue;
        }
        if (auto added = add(sample); !added)
            return added;
    }
    m_result.failures = rows.failures();
    return writeBlock();
}

Result<void> Salvage::add(const StoredSample& sample) {
    const auto isDue = [&] { return !m_streams.empty() && m_streams.begin()->first <= sample.id; };
    if (isDue()) {
        if (auto written = writeBlock(); !written)
            return written;
        for (; isDue(); m_streams.erase(m_streams.begin()))
            m_block.streams.push_back(m_streams.begin()->second);
    }
    if (auto advanced = advanceArrival(sample.id); !advanced)
        return advanced;
    while (m_channels.size() <= sample.channel)
        m_channels.push_back(namelessChannel(m_channels.size()));
    const int quality = sample.quality.toInt() | (sample.breakBefore ? FlagColumn::breakFlag : 0);
    m_block.samples.push_back(
        {toNanoseconds(sample.eventTime), sample.value, sample.channel, static_cast<std::uint16_t>(quality)});
    return m_block.samples.size() < samplesInBlock ? Result<void>() : writeBlock();
}

/// The arrival of a sample is the last one that was stored for it or for a sample before it.
Result<void> Salvage::advanceArrival(qint64 id) {
    for (;;) {
        if (m_nextArrival && m_nextArrival->first > id)
            return {};
        if (m_nextArrival) {
            if (auto written = writeBlock(); !written)
                return written;
            m_block.arrival = m_nextArrival->second;
            if (!std::exchange(m_hasArrival, true))
                m_result.firstArrival = m_block.arrival;
            m_result.lastArrival = m_block.arrival;
        }
        const auto found = m_arrivals.next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found) {
            m_nextArrival.emplace(std::numeric_limits<qint64>::max(), Timestamp{});
            return {};
        }
        StoredRow row = **found;
        const Timestamp time = row.time(1);
        m_nextArrival.reset();
        if (!row.isWrong())
            m_nextArrival.emplace(m_arrivals.key(), time);
    }
}

Result<void> Salvage::writeBlock() {
    if (m_block.samples.empty())
        return {};
    m_block.newChannels = m_channels;
    const auto count = static_cast<qint64>(m_block.samples.size());
    if (auto written = write(m_block); !written)
        return written;
    m_result.samples += count;
    m_block.samples.clear();
    m_block.streams.clear();
    m_control.report(std::min(m_result.samples, m_lastId), m_lastId);
    if ((m_uncommitted += count) < samplesInCommit)
        return {};
    m_uncommitted = 0;
    return m_file->commit().and_then([&] { return m_file->shortenLog(); });
}

/// The first block makes the file.
Result<void> Salvage::write(CaptureBlock& block) {
    if (m_control.isToStop())
        return failure(ErrorCode::Cancelled, m_damaged.path(),
                       Message(QT_TRANSLATE_NOOP("Message", "the repair was cancelled")));
    if (!m_file) {
        auto file = CaptureFile::create(m_target, m_facts);
        if (!file)
            return tl::unexpected(file.error());
        m_file = std::move(*file);
    }
    return m_file->write(block);
}

/// The damage may be there, too.
bool Salvage::isAccountPossible() const {
    const auto account = StoredAccount::parse(m_account);
    qint64 raw = 0;
    qint64 derived = 0;
    for (std::size_t channel = 0; channel < m_channels.size(); ++channel)
        (m_channels[channel].kind == ChannelKind::Raw ? raw : derived) +=
            m_file->channelSize(static_cast<ChannelIndex>(channel));
    return account && account->allows(raw, derived);
}

Result<void> Salvage::copyResults() {
    CaptureBlock account;
    if (isAccountPossible())
        account.account = m_account;
    return write(account)
        .and_then([&] {
            return copyTable<CapturedWindow>(storedWindows, &CaptureBlock::windows, [](StoredRow& row) {
                const StoredWindow window = windowOf(row, 1);
                return CapturedWindow{window.step, window.channel, window.row()};
            });
        })
        .and_then([&] {
            return copyTable<AlarmOccurrence>(storedAlarms, &CaptureBlock::alarms,
                                              [](StoredRow& row) { return alarmOf(row, 1); });
        })
        .and_then([&] {
            return copyTable<CapturedEvent>(storedEvents, &CaptureBlock::events, [](StoredRow& row) {
                const StoredEvent event = eventOf(row, 1);
                const auto severity = valueOf(severityWords, event.severity);
                row.require(severity.has_value());
                return CapturedEvent{event.time,    event.kind,   severity.value_or(Severity::Notice),
                                     event.subject, event.detail, event.line,
                                     event.count};
            });
        });
}

template <typename Entry>
Result<void> Salvage::copyTable(const StoredTable& table, std::vector<Entry> CaptureBlock::*entries,
                                Entry (*make)(StoredRow&)) {
    SalvageCursor rows(m_damaged, std::string("rowid, ").append(table.columns), table.name, "rowid");
    CaptureBlock block;
    for (;;) {
        const auto found = rows.next();
        if (!found)
            return tl::unexpected(found.error());
        if (*found) {
            StoredRow row = **found;
            Entry entry = make(row);
            if (!row.isWrong())
                (block.*entries).push_back(std::move(entry));
        }
        if (!*found || (block.*entries).size() == resultsInBlock) {
            auto written = write(block);
            if (!written || !*found)
                return written;
            (block.*entries).clear();
        }
    }
}

} // namespace

Result<SalvagedCapture> salvageCapture(const QString& damaged, const QString& target,
                                       const JobControl& control) {
    constexpr int operationsBetweenQuestions = 100'000;
    auto database = Database::openToSalvage(damaged);
    if (!database) // nothing that SQLite knows
        return SalvagedCapture{};
    sqlite3_progress_handler(database->handle(), operationsBetweenQuestions, askWhetherCancelled,
                             const_cast<JobControl*>(&control));
    return Salvage(*database, target, control).run();
}

} // namespace rillscope
