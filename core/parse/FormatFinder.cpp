// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/FormatFinder.h"

#include "core/parse/DecodedLine.h"

#include <algorithm>

namespace rillscope {

void FormatFinder::feed(std::string_view bytes) {
    if (!m_hasStarted && !bytes.empty()) {
        m_hasStarted = true;
        m_foreign = foreignContent(bytes);
    }
    m_splitter.feed(m_decoder.decode(bytes));
    while (needsMore()) {
        const auto line = m_splitter.next();
        if (!line)
            break;
        take(line->isTooLong ? std::string_view() : line->text);
    }
}

void FormatFinder::take(std::string_view line) {
    if (m_isSniffed)
        return addDate(line);
    const bool hasNul = line.find('\0') != std::string_view::npos;
    m_lines.push_back(hasNul ? std::string() : decodedLine(line, m_encoding));
    if (m_lines.size() == firstLines)
        sniff();
}

void FormatFinder::sniff() {
    m_isSniffed = true;
    m_result = sniffText(m_lines, m_options);
    m_needsMore = !m_result && m_result.error().kind == TextQuestion::Kind::DateOrder;
    if (!m_needsMore)
        return;
    // With either order the columns are the same.
    TextOptions either = m_options;
    either.dates = DateOrder::DayFirst;
    const auto format = sniffText(m_lines, either);
    if (!format || format->kind != TextFormat::Kind::Table) {
        m_needsMore = false;
        return;
    }
    m_separator = format->table.separator;
    const auto& columns = format->table.columns;
    const auto column = std::find_if(columns.begin(), columns.end(), [](const TableColumn& each) {
        return each.role == TableColumn::Role::Time;
    });
    m_dateColumn = static_cast<std::size_t>(column - columns.begin());
    for (const std::string& line : m_lines)
        addDate(line);
}

void FormatFinder::addDate(std::string_view line) {
    if (!m_dateColumn || !m_cells.split(line, m_separator) || m_cells.size() <= *m_dateColumn)
        return;
    m_dates.add(m_cells[*m_dateColumn]);
    // Between two looks at what it has come to, many more dates may be seen.
    constexpr qint64 looksApart = 256;
    if (++m_datesSeen % looksApart == 0 && m_dates.order())
        m_needsMore = false;
}

tl::expected<TextFormat, TextQuestion> FormatFinder::finish() {
    if (m_foreign)
        return tl::unexpected(TextQuestion{TextQuestion::Kind::Other, *m_foreign});
    const auto problem = m_decoder.problem(); // finish() would miss the rest of the bytes
    m_splitter.feed(m_decoder.finish());
    m_splitter.finish();
    while (needsMore()) {
        const auto line = m_splitter.next();
        if (!line)
            break;
        take(line->isTooLong ? std::string_view() : line->text);
    }
    if (!m_isSniffed)
        sniff();
    if (problem && !m_result)
        return tl::unexpected(TextQuestion{TextQuestion::Kind::Other, *problem});
    const auto order = m_dateColumn ? m_dates.order() : std::nullopt;
    if (!order)
        return m_result;
    TextOptions decided = m_options;
    decided.dates = order;
    return sniffText(m_lines, decided);
}

} // namespace rillscope
