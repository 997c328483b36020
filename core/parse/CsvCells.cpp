// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/CsvCells.h"

#include "core/base/Message.h"

namespace rillscope {
namespace {

bool isBlank(char character, char separator) {
    return character != separator && (character == ' ' || character == '\t');
}

} // namespace

Parsed<void> CsvCells::split(std::string_view line, char separator) {
    m_cells.clear();
    m_opened.clear();
    m_opened.reserve(line.size());
    if (separator == ' ')
        return splitAtBlanks(line);
    std::size_t position = 0;
    while (true) {
        while (position < line.size() && isBlank(line[position], separator))
            ++position;
        if (position < line.size() && line[position] == '"') {
            const auto end = readQuoted(line, position + 1, separator);
            if (!end)
                return unreadable(end.error());
            position = *end;
        } else {
            const std::size_t end = std::min(line.find(separator, position), line.size());
            m_cells.push_back(trimmed(line.substr(position, end - position)));
            position = end;
        }
        if (position >= line.size())
            return {};
        if (m_cells.size() == maxCells)
            return unreadable(
                Message(QT_TRANSLATE_NOOP("Message", "the line has more than %1 columns"), maxCells));
        ++position;
    }
}

Parsed<void> CsvCells::splitAtBlanks(std::string_view line) {
    line = trimmed(line);
    while (!line.empty()) {
        if (m_cells.size() == maxCells)
            return unreadable(
                Message(QT_TRANSLATE_NOOP("Message", "the line has more than %1 columns"), maxCells));
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        m_cells.push_back(line.substr(0, end));
        line = trimmed(line.substr(end));
    }
    return {};
}

/// `begin` follows the opening quote. Returns where the cell ends: at a separator or the end of the line.
Parsed<std::size_t> CsvCells::readQuoted(std::string_view line, std::size_t begin, char separator) {
    const std::size_t openedBegin = m_opened.size();
    std::size_t quote = line.find('"', begin);
    while (quote != std::string_view::npos && quote + 1 < line.size() && line[quote + 1] == '"') {
        m_opened.append(line.substr(begin, quote + 1 - begin));
        begin = quote + 2;
        quote = line.find('"', begin);
    }
    if (quote == std::string_view::npos)
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "a quoted cell is not closed on its line")));
    std::string_view text = line.substr(begin, quote - begin);
    if (m_opened.size() > openedBegin) {
        m_opened.append(text);
        text = std::string_view(m_opened).substr(openedBegin);
    }
    m_cells.push_back(trimmed(text));
    std::size_t end = quote + 1;
    while (end < line.size() && isBlank(line[end], separator))
        ++end;
    if (end < line.size() && line[end] != separator)
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "text follows the closing quote of a cell")));
    return end;
}

} // namespace rillscope
