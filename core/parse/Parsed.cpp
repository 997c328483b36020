// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/Parsed.h"

namespace rillscope {

QString excerpt(std::string_view utf8) {
    constexpr qsizetype maxCharacters = 40;
    constexpr std::size_t enoughBytes = 4 * maxCharacters + 4;
    QString text = QString::fromUtf8(utf8.substr(0, enoughBytes));
    if (text.size() > maxCharacters || utf8.size() > enoughBytes) {
        text.truncate(maxCharacters);
        if (text.back().isHighSurrogate())
            text.chop(1);
        text += u'…';
    }
    for (QChar& character : text) {
        if (character.category() == QChar::Other_Control)
            character = QChar::ReplacementCharacter;
    }
    return u'“' + text + u'”';
}

} // namespace rillscope
