// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NearestWord.h"

#include "core/base/Message.h"

#include <algorithm>
#include <vector>

namespace rillscope {
namespace {

constexpr qsizetype maxWordLength = 100;

/// Damerau's distance: letters changed, added, left out, or swapped with their neighbour.
int distance(const QString& a, const QString& b) {
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<std::vector<int>> rows(static_cast<std::size_t>(a.size()) + 1, std::vector<int>(width));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < width; ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = static_cast<int>(i + j);
                continue;
            }
            const auto letter = [](const QString& text, std::size_t at) {
                return text.at(static_cast<qsizetype>(at));
            };
            const int change = letter(a, i - 1) == letter(b, j - 1) ? 0 : 1;
            int best = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && letter(a, i - 1) == letter(b, j - 2) &&
                letter(a, i - 2) == letter(b, j - 1))
                best = std::min(best, rows[i - 2][j - 2] + 1);
            rows[i][j] = best;
        }
    }
    return rows.back().back();
}

} // namespace

QString nearestWord(const QString& typed, const QStringList& words) {
    if (typed.size() > maxWordLength)
        return {};
    QString nearest;
    int fewest = 1 + static_cast<int>(std::max<qsizetype>(1, typed.size() / 3)); // more is another word
    for (const QString& word : words) {
        if (word.size() > maxWordLength)
            continue;
        const int changes = distance(typed.toLower(), word.toLower());
        if (changes < fewest) {
            fewest = changes;
            nearest = word;
        }
    }
    return nearest;
}

Message listOfWords(const QStringList& words) {
    Message list;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString word = u'"' + words.at(i) + u'"';
        if (i == 0)
            list = Message::verbatim(word);
        else if (i + 1 < words.size())
            list = Message(QT_TRANSLATE_NOOP("Message", "%1, %2"), list, word);
        else
            list = Message(QT_TRANSLATE_NOOP("Message", "%1 or %2"), list, word);
    }
    return list;
}

} // namespace rillscope
