// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/CsvCells.h"
#include "core/parse/DateOrderEvidence.h"
#include "core/parse/LineSplitter.h"
#include "core/parse/TextDecoder.h"
#include "core/parse/TextSniffer.h"

namespace rillscope {

/// Finds the format of a file before it is read: on its first lines, and where those leave it open whether
/// the day or the month comes first, on the dates of all lines. Thread: one. Memory: the first lines.
class FormatFinder {
public:
    static constexpr std::size_t firstLines = 300;

    explicit FormatFinder(const TextOptions& options) : m_options(options) {}

    void feed(std::string_view bytes);
    /// Whether further bytes may change the result.
    bool needsMore() const { return m_needsMore && !m_foreign; }
    /// To be called last. A question of kind Other when the file is no text.
    tl::expected<TextFormat, TextQuestion> finish();

private:
    void take(std::string_view line);
    void sniff();
    void addDate(std::string_view line);

    TextOptions m_options;
    TextDecoder m_decoder;
    LineSplitter m_splitter;
    std::optional<TextEncoding> m_encoding;
    std::vector<std::string> m_lines;
    bool m_needsMore = true;
    bool m_isSniffed = false;
    std::optional<Message> m_foreign;
    bool m_hasStarted = false;
    tl::expected<TextFormat, TextQuestion> m_result;

    // While the order of the dates is open.
    CsvCells m_cells;
    char m_separator = ',';
    std::optional<std::size_t> m_dateColumn;
    DateOrderEvidence m_dates;
    qint64 m_datesSeen = 0;
};

} // namespace rillscope
