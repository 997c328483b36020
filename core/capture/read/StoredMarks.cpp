// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/StoredMarks.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/capture/StoredRow.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace rillscope {

Result<StoredMarks> StoredMarks::read(CaptureReader& reader, int channel, const Leaves& leaves) {
    StoredMarks marks;
    auto next = reader.database().prepare("SELECT min(quality) FROM samples INDEXED BY marked_samples "
                                          "WHERE channel = ? AND quality <> 0 AND quality > ?");
    if (!next)
        return tl::unexpected(next.error());
    for (std::int64_t quality = 0;;) {
        next->bind(1, std::int64_t{channel});
        next->bind(2, quality);
        const auto hasRow = next->step();
        if (!hasRow)
            return tl::unexpected(hasRow.error());
        if (!*hasRow || next->isNull(0))
            break;
        quality = next->integer(0);
        next->reset();
        if (const auto read = marks.readAlike(reader, channel, leaves, quality); !read)
            return tl::unexpected(read.error());
    }
    std::sort(marks.m_marks.begin(), marks.m_marks.end(),
              [](const Mark& a, const Mark& b) { return std::tie(a.leaf, a.id) < std::tie(b.leaf, b.id); });
    return marks;
}

/// Those with the same marks: the first of each leaf.
Result<void> StoredMarks::readAlike(CaptureReader& reader, int channel, const Leaves& leaves,
                                    std::int64_t quality) {
    const auto kinds = static_cast<unsigned>(quality) & MarkIndex::allKinds;
    auto first = reader.database().prepare(
        "SELECT id, time, value FROM samples INDEXED BY marked_samples "
        "WHERE channel = ? AND quality = ? AND quality <> 0 AND id > ? ORDER BY id LIMIT 1");
    if (!first)
        return tl::unexpected(first.error());
    auto leaf = leaves.begin();
    for (qint64 after = 0; kinds != 0; after = (leaf++)->second) {
        first->bind(1, std::int64_t{channel});
        first->bind(2, quality);
        first->bind(3, std::int64_t{after});
        const auto hasRow = first->step();
        if (!hasRow)
            return tl::unexpected(hasRow.error());
        if (!*hasRow)
            break;
        StoredRow row(first->handle());
        const qint64 id = row.integer(0);
        const MarkIndex::Place place{row.integer(1), row.real(2)};
        if (row.isWrong())
            return reader.damaged(
                Message(QT_TRANSLATE_NOOP("Message", "sample %1 is not what it should be"), id));
        first->reset();
        leaf = std::lower_bound(leaf, leaves.end(), id,
                                [](const auto& each, qint64 wanted) { return each.second < wanted; });
        if (leaf == leaves.end())
            break;
        if (id >= leaf->first)
            m_marks.push_back({static_cast<std::size_t>(leaf - leaves.begin()), id, kinds, place});
    }
    return {};
}

MarkIndex::LeafMarks StoredMarks::take(std::size_t leaf) {
    MarkIndex::LeafMarks marks;
    for (; m_next < m_marks.size() && m_marks[m_next].leaf <= leaf; ++m_next) {
        const Mark& mark = m_marks[m_next];
        for (unsigned fresh = mark.kinds & ~unsigned{marks.kinds}; fresh != 0; fresh &= fresh - 1)
            marks.firsts[static_cast<std::size_t>(std::countr_zero(fresh))] = mark.place;
        marks.kinds = static_cast<std::uint16_t>(marks.kinds | mark.kinds);
    }
    return marks;
}

} // namespace rillscope
