// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/ChecksumChecker.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"

namespace rillscope {

Result<ChecksumChecker> ChecksumChecker::make(CaptureReader& reader) {
    ChecksumChecker checker(reader);
    const auto isThere = hasChecksums(reader.database());
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (!*isThere)
        return checker;
    auto rows = reader.database().prepare("SELECT last_sample, crc FROM checksums ORDER BY last_sample");
    if (!rows)
        return tl::unexpected(rows.error());
    checker.m_rows = std::move(*rows);
    return checker;
}

Result<void> ChecksumChecker::add(const StoredSample& sample) {
    if (!m_rows)
        return {};
    if (m_sum.isEmpty()) {
        if (auto read = readNext(sample.id); !read)
            return read;
    }
    m_sum.add(sample.channel, toNanoseconds(sample.eventTime), sample.value,
              sample.quality.toInt() | (sample.breakBefore ? lineBreakBit : 0));
    if (sample.id < m_lastId)
        return {};
    if (std::int64_t{m_sum.take()} != m_expected)
        return m_reader->damaged(
            Message(QT_TRANSLATE_NOOP("Message", "samples %1 to %2 are not those that were written: their "
                                                 "checksum is another"),
                    QString::number(m_firstId), QString::number(m_lastId)));
    ++m_compared;
    return {};
}

Result<void> ChecksumChecker::readNext(qint64 firstId) {
    const auto hasRow = m_rows->step();
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    m_firstId = firstId;
    m_lastId = *hasRow ? m_rows->integer(0) : 0;
    m_expected = *hasRow ? m_rows->integer(1) : 0;
    if (m_lastId < firstId)
        return m_reader->damaged(
            Message(QT_TRANSLATE_NOOP("Message", "the samples from %1 on have no checksum"), firstId));
    return {};
}

Result<void> ChecksumChecker::finish() const {
    if (m_sum.isEmpty())
        return {};
    return m_reader->damaged(Message(
        QT_TRANSLATE_NOOP("Message", "the checksum of the samples from %1 on speaks of more than there are"),
        m_firstId));
}

std::optional<qint64> ChecksumChecker::comparedCount() const {
    return m_rows ? std::optional(m_compared) : std::nullopt;
}

} // namespace rillscope
