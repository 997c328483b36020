// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/DecodedLine.h"

#include "core/parse/LiveText.h"

namespace rillscope {

std::string decodedLine(std::string_view line, std::optional<TextEncoding>& encoding) {
    std::string text(line);
    if (!isValidUtf8(line)) {
        if (!encoding)
            encoding = encodingOfLine(line);
        text = lineToUtf8(line, *encoding);
    }
    return text.find('\x1b') == std::string::npos ? text : withoutColours(text);
}

Message encodingMessage(TextEncoding encoding) {
    const std::string_view name = encodingName(encoding);
    return Message(QT_TRANSLATE_NOOP("Message", "the text is not UTF-8 and is read as %1"),
                   QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
}

} // namespace rillscope
