// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionText.h"

#include "core/base/Message.h"
#include "core/base/NumberText.h"

#include <algorithm>

namespace rillscope {
namespace {

bool isPrintable(char32_t character) {
    const QChar::Category category = QChar::category(character);
    return QChar::isPrint(character) && category != QChar::Separator_Line &&
           category != QChar::Separator_Paragraph && character != QChar::ReplacementCharacter;
}

bool isPrintable(const QString& text) {
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(),
                       [](uint character) { return isPrintable(character); });
}

} // namespace

bool isAllowedText(const QString& text, TextRule rule) {
    const qsizetype limit = rule == TextRule::Name        ? maxStepNameLength
                            : rule == TextRule::Reference ? maxStepNameLength + 10
                                                          : maxPatternLength;
    if (text.size() > limit || text.trimmed() != text || !isPrintable(text))
        return false;
    switch (rule) {
    case TextRule::Name:
        return !text.isEmpty() && !text.contains(u'/') && !text.contains(u'.');
    case TextRule::Pattern:
    case TextRule::Channel:
        return !text.isEmpty();
    case TextRule::Reference:
        break;
    }
    return true;
}

Message expectedText(TextRule rule) {
    switch (rule) {
    case TextRule::Name:
        return Message(
            QT_TRANSLATE_NOOP("Message", "a name of at most %1 printable characters without / and ."),
            maxStepNameLength);
    case TextRule::Pattern:
        return Message(
            QT_TRANSLATE_NOOP(
                "Message", "a pattern of channel names such as \"oven-*\", at most %1 printable characters"),
            maxPatternLength);
    case TextRule::Channel:
        return Message(QT_TRANSLATE_NOOP("Message", "the name of a channel, at most %1 printable characters"),
                       maxPatternLength);
    case TextRule::Reference:
        break;
    }
    return Message(QT_TRANSLATE_NOOP("Message", "the name of an earlier step, or \"window.aggregate\""));
}

QString excerptOf(const QString& text, qsizetype length) {
    QString clean;
    for (const QChar character : text.left(length))
        clean += character.isPrint() ? character : QChar(QChar::ReplacementCharacter);
    return text.size() > length ? clean + u'…' : clean;
}

QString tomlText(const QString& text) {
    QString quoted = QStringLiteral("\"");
    for (const QChar character : text) {
        if (character == u'"' || character == u'\\')
            quoted += u'\\';
        if (character < u' ' || character == u'\x7f')
            quoted += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            quoted += character;
    }
    return quoted + u'"';
}

/// With a point or an exponent, so that a large one is not taken for an integer, which TOML bounds.
QString tomlNumber(double number) {
    const QString text = formatNumber(number);
    return text.contains(u'.') || text.contains(u'e') ? text : text + QStringLiteral(".0");
}

} // namespace rillscope
