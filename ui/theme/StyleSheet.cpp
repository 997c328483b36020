// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StyleSheet.h"

#include "ui/theme/ThemeTokens.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

// Resources of a static library are dropped by the linker unless named; the macro must stand outside any
// namespace.
static void ensureResources() {
    Q_INIT_RESOURCE(theme);
}

namespace rillscope {
namespace {

QHash<QString, QString> replacements(const ThemeTokens& tokens, const QString& figureFamily) {
    QHash<QString, QString> names;
    const auto add = [&names](const char* name, const QColor& color) {
        names.insert(QString::fromLatin1(name), color.name());
    };
    add("window", tokens.window);
    add("surface", tokens.surface);
    add("line", tokens.line);
    add("text", tokens.text);
    add("dim", tokens.dim);
    add("accent", tokens.accent);
    add("onAccent", tokens.onAccent);
    add("ok", tokens.ok);
    add("warning", tokens.warning);
    add("alarm", tokens.alarm);
    add("selection", tokens.selection);
    add("hoverFill", mixed(tokens.surface, tokens.text, 0.05));
    add("pressedFill", mixed(tokens.surface, tokens.text, 0.10));
    add("hoverLine", mixed(tokens.line, tokens.text, 0.25));
    add("accentHover", mixed(tokens.accent, tokens.text, 0.12));
    add("accentPressed", mixed(tokens.accent, tokens.text, 0.25));
    add("disabledText", mixed(tokens.surface, tokens.dim, 0.55));
    add("disabledFill", mixed(tokens.surface, tokens.window, 0.6));
    add("infoFill", tokens.selection);
    add("warningFill", mixed(tokens.surface, tokens.warning, 0.10));
    add("alarmFill", mixed(tokens.surface, tokens.alarm, 0.10));
    names.insert(QStringLiteral("icons"),
                 tokens.isDark ? QStringLiteral(":/theme/dark") : QStringLiteral(":/theme/light"));
    names.insert(QStringLiteral("figures"), figureFamily);
    return names;
}

} // namespace

QString styleSheet(const ThemeTokens& tokens, const QString& figureFamily) {
    ensureResources();
    QFile file(QStringLiteral(":/theme/rillscope.qss"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QString source = QString::fromUtf8(file.readAll());

    static const QRegularExpression name(QStringLiteral("@([A-Za-z]+)"));
    const QHash<QString, QString> names = replacements(tokens, figureFamily);
    QString result;
    qsizetype end = 0;
    for (auto matches = name.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        Q_ASSERT_X(names.contains(match.captured(1)), "styleSheet", qPrintable(match.captured(1)));
        result += source.mid(end, match.capturedStart() - end) + names.value(match.captured(1));
        end = match.capturedEnd();
    }
    return result + source.mid(end);
}

} // namespace rillscope
