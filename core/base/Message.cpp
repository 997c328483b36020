// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"

namespace rillscope {

Message Message::verbatim(const QString& words) {
    Message message;
    message.m_words = words;
    return message;
}

QString Message::english() const {
    return worded([](const char* text) { return QString::fromUtf8(text); });
}

/// In one pass, so that a percent sign within an argument is no place.
QString Message::worded(QString (*translate)(const char* text)) const {
    if (!m_template)
        return m_words;
    const QString text = translate(m_template);
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).unicode() - u'1' : -1;
        if (place >= 0 && place < m_arguments.size()) {
            result += m_arguments.at(place).worded(translate);
            ++i;
        } else {
            result += text.at(i);
        }
    }
    return result;
}

} // namespace rillscope
