// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/CaptureReader.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/capture/read/StoredResults.h"

#include <QFileInfo>

namespace rillscope {
namespace {

constexpr int operationsBetweenQuestions = 100'000; // of SQLite's virtual machine: under a millisecond
constexpr int maxFactBytes = 1 << 20;
constexpr int maxSources = 1'000;

int askWhetherCancelled(void* isCancelled) {
    return (*static_cast<std::function<bool()>*>(isCancelled))() ? 1 : 0;
}

} // namespace

Result<CaptureReader> CaptureReader::open(const QString& path, std::function<bool()> isCancelled) {
    auto database = Database::openToRead(path);
    if (!database)
        return tl::unexpected(database.error());
    CaptureReader reader(std::move(*database));
    if (isCancelled) {
        reader.m_isCancelled = std::make_unique<std::function<bool()>>(std::move(isCancelled));
        sqlite3_progress_handler(reader.m_database.handle(), operationsBetweenQuestions, askWhetherCancelled,
                                 reader.m_isCancelled.get());
    }
    if (const auto checked = checkCaptureTables(reader.m_database); !checked)
        return tl::unexpected(checked.error());
    if (const auto read = reader.refresh(); !read)
        return tl::unexpected(read.error());
    return reader;
}

tl::unexpected<Error> CaptureReader::damaged(const Message& detail) const {
    return failure(ErrorCode::DamagedFile, m_database.path(), detail);
}

Result<void> CaptureReader::refresh() {
    auto channels = readChannelTable();
    if (!channels)
        return tl::unexpected(channels.error());
    if (const auto read = readUnits(*channels); !read)
        return read;
    m_channels = *channels;
    return readInfo();
}

Result<QList<ChannelInfo>> CaptureReader::readChannelTable() {
    auto query = m_database.prepare("SELECT channel, name, unit, kind FROM channels ORDER BY channel");
    if (!query)
        return tl::unexpected(query.error());
    QList<ChannelInfo> channels;
    Result<bool> hasRow = query->step();
    for (; hasRow && *hasRow; hasRow = query->step()) {
        StoredRow row(query->handle());
        const std::int64_t index = row.integer(0);
        const auto channel = channelOf(row);
        if (!channel || row.isWrong() || index != channels.size() || index >= maxChannels)
            return damaged(
                Message(QT_TRANSLATE_NOOP("Message", "its table of channels is not readable from row %1 on"),
                        channels.size() + 1));
        channels.append(*channel);
    }
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return channels;
}

Result<void> CaptureReader::readUnits(QList<ChannelInfo>& channels) {
    const auto isThere = hasUnits(m_database);
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (!*isThere)
        return {};
    auto query = m_database.prepare("SELECT channel, unit FROM units ORDER BY channel");
    if (!query)
        return tl::unexpected(query.error());
    Result<bool> hasRow = query->step();
    for (; hasRow && *hasRow; hasRow = query->step()) {
        StoredRow row(query->handle());
        const std::int64_t index = row.integer(0);
        const QString unit = unitTextOf(row);
        const bool isNone = index >= 0 && index < channels.size() && channels.at(index).unit == Unit::None;
        if (row.isWrong() || !isNone)
            return damaged(Message(QT_TRANSLATE_NOOP("Message", "its table of units is not readable")));
        channels[index].unitText = unit;
    }
    return hasRow.map([](bool) {});
}

Result<void> CaptureReader::readInfo() {
    m_info = {};
    m_info.path = m_database.path();
    for (const char* suffix : {"", "-wal"})
        m_info.bytes += QFileInfo(m_info.path + QLatin1String(suffix)).size();
    if (const auto read = readFacts(); !read)
        return read;
    if (const auto read = readSources(); !read)
        return read;
    const auto last = lastId();
    if (!last)
        return tl::unexpected(last.error());
    m_info.sampleCount = *last;
    auto query = m_database.prepare("SELECT (SELECT time FROM arrivals ORDER BY first_sample LIMIT 1), "
                                    "(SELECT time FROM arrivals ORDER BY first_sample DESC LIMIT 1)");
    if (!query)
        return tl::unexpected(query.error());
    if (const auto hasRow = query->step(); !hasRow)
        return tl::unexpected(hasRow.error());
    if (query->isNull(0))
        return {};
    StoredRow row(query->handle());
    m_info.firstArrival = row.time(0);
    m_info.lastArrival = row.time(1);
    if (row.isWrong())
        return damaged(Message(QT_TRANSLATE_NOOP("Message", "a time of arrival is no time")));
    return {};
}

Result<void> CaptureReader::readFacts() {
    auto query = m_database.prepare("SELECT value FROM capture WHERE key = ?");
    if (!query)
        return tl::unexpected(query.error());
    bool isWrong = false;
    /// False when there is no such fact.
    const auto find = [&](std::string_view key, const auto& read) -> Result<void> {
        query->bind(1, key);
        const Result<bool> hasRow = query->step();
        if (!hasRow)
            return tl::unexpected(hasRow.error());
        if (!*hasRow)
            return {};
        StoredRow row(query->handle());
        read(row);
        isWrong |= row.isWrong();
        query->reset();
        return {};
    };
    const auto text = [](QString& fact) {
        return [&fact](StoredRow& row) { fact = row.text(0, maxFactBytes); };
    };
    const auto time = [](std::optional<Timestamp>& fact) {
        return [&fact](StoredRow& row) { fact = row.time(0); };
    };
    for (const auto& found : {find("program", text(m_info.program)), find("started", time(m_info.started)),
                              find("ended", time(m_info.ended)), find("closed", text(m_info.closed)),
                              find("account", text(m_info.account))}) {
        if (!found)
            return found;
    }
    if (isWrong)
        return damaged(
            Message(QT_TRANSLATE_NOOP("Message", "a fact about the recording is not what it should be")));
    return {};
}

Result<void> CaptureReader::readSources() {
    auto query = m_database.prepare("SELECT source FROM streams ORDER BY rowid");
    auto last = m_database.prepare("SELECT definition FROM streams ORDER BY rowid DESC LIMIT 1");
    if (!query || !last)
        return tl::unexpected(query ? last.error() : query.error());
    Result<bool> hasRow = query->step();
    for (int count = 0; hasRow && *hasRow && count < maxSources; ++count, hasRow = query->step()) {
        StoredRow row(query->handle());
        const ShownUri source = ShownUri::fromText(row.text(0, maxFactBytes / 16));
        if (row.isWrong())
            return damaged(Message(QT_TRANSLATE_NOOP("Message", "the name of a source is not readable")));
        if (!m_info.sources.contains(source))
            m_info.sources.append(source);
    }
    if (hasRow)
        hasRow = last->step();
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    if (*hasRow) {
        StoredRow row(last->handle());
        m_info.definition = row.text(0, maxFactBytes);
        if (row.isWrong())
            return damaged(Message(QT_TRANSLATE_NOOP("Message", "its pipeline definition is not readable")));
    }
    return {};
}

Result<qint64> CaptureReader::firstId() {
    auto query = m_database.prepare("SELECT min(id) FROM samples");
    if (!query)
        return tl::unexpected(query.error());
    const auto hasRow = query->step();
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return query->integer(0);
}

Result<qint64> CaptureReader::lastId() {
    auto query = m_database.prepare("SELECT max(id) FROM samples");
    if (!query)
        return tl::unexpected(query.error());
    if (const auto hasRow = query->step(); !hasRow)
        return tl::unexpected(hasRow.error());
    if (query->isNull(0))
        return 0;
    StoredRow row(query->handle());
    const qint64 last = row.integer(0, 1, std::numeric_limits<qint64>::max() - 1);
    if (row.isWrong())
        return damaged(Message(QT_TRANSLATE_NOOP("Message", "the newest sample has no possible number")));
    return last;
}

} // namespace rillscope
