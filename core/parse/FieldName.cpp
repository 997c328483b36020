// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/FieldName.h"

#include "core/parse/DateText.h"
#include "core/parse/RoleWords.h"

#include <QStringList>

#include <algorithm>

namespace rillscope {
namespace {

using Kind = FieldName::Kind;

/// "Temperature (°F)" as words {temperature} and bracket "°F".
struct NameParts {
    QString base;        ///< as written, without a bracket at its end
    QStringList written; ///< its words, as written
    QStringList words;   ///< in lower case
    QString bracket;     ///< the content of the last bracket
    bool hasBracket = false;
};

/// "lastChanged" as two words, "tempF" too; "RH" and "CO2" as one.
QString apart(const QString& name) {
    QString text;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isHump = i > 0 && name.at(i).isUpper() && name.at(i - 1).isLower();
        if (isHump)
            text += u' ';
        text += name.at(i);
    }
    return text;
}

NameParts takeApart(const QString& name) {
    NameParts parts;
    parts.base = name;
    const QChar close = name.isEmpty() ? QChar() : name.back();
    const qsizetype open = close == u')'    ? name.lastIndexOf(u'(')
                           : close == u']'  ? name.lastIndexOf(u'[')
                           : close == u'>'  ? name.lastIndexOf(u'<')
                           : close == u'）' ? name.lastIndexOf(u'（')
                                            : -1;
    if (open >= 0) {
        parts.hasBracket = open > 0;
        parts.bracket = open > 0 ? name.mid(open + 1, name.size() - open - 2).trimmed() : QString();
        if (open > 0)
            parts.base = name.left(open).trimmed();
    }
    QString spaced = apart(parts.base);
    for (const QChar separator : QStringLiteral("_-/.:,;|()[]{}<>"))
        spaced.replace(separator, u' ');
    parts.written = spaced.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : std::as_const(parts.written))
        parts.words.append(word.toLower());
    return parts;
}

bool anyHints(const QStringList& words, RoleWord role) {
    return std::any_of(words.begin(), words.end(),
                       [role](const QString& word) { return hintsAt(word, role); });
}

bool allHint(const QStringList& words, RoleWord role) {
    return std::all_of(words.begin(), words.end(),
                       [role](const QString& word) { return hintsAt(word, role); });
}

/// The unit in a bracket, behind a comma ("Temp, °F (LGR S/N: 1)"), or at the end ("temp f", "Power kW").
std::optional<ValueUnit> unitOf(const QString& name, const NameParts& parts) {
    if (parts.hasBracket) {
        if (const auto unit = readUnit(parts.bracket, UnitPlace::Own))
            return unit;
    }
    for (const QString& piece : name.split(u',').mid(1)) {
        QString word = piece.section(u'(', 0, 0).trimmed();
        if (const auto unit = readUnit(word, UnitPlace::Own))
            return unit;
    }
    if (parts.written.isEmpty())
        return std::nullopt;
    const bool isTemperature = hintsAt(parts.words.front(), RoleWord::Temperature);
    const QString last = parts.base.section(u' ', -1);
    for (const QString& word : {last, parts.written.constLast()}) {
        const bool isWhole = word == name;
        const bool isLetter = word.size() == 1 && word != QStringLiteral("%") && word != QStringLiteral("°");
        const auto unit =
            readUnit(word, isLetter && isTemperature && !isWhole ? UnitPlace::Own : UnitPlace::Name);
        const bool isTemperatureLetter = unit && isLetter && isTemperature && !unit->isTemperature();
        if (unit && !isTemperatureLetter && !(isLetter && isWhole))
            return unit;
    }
    // "temp_F_max": elsewhere in the name, too.
    const bool speaksOfIt = anyHints(parts.words, RoleWord::Temperature);
    for (const QString& word : parts.written.mid(1)) {
        const bool isLetter = word.size() == 1;
        const auto unit = readUnit(word, isLetter && speaksOfIt ? UnitPlace::Own : UnitPlace::Name);
        if (unit && unit->isTemperature())
            return unit;
    }
    for (qsizetype i = 1; i < parts.written.size(); ++i) { // "deg F", and "degF", which was taken apart
        const auto unit = readUnit(parts.written.at(i - 1) + parts.written.at(i), UnitPlace::Name);
        if (unit && unit->isTemperature())
            return unit;
    }
    return std::nullopt;
}

/// "tempF", "tempc": a letter stuck to the word.
std::optional<ValueUnit> stuckUnit(const NameParts& parts) {
    if (parts.words.size() != 1 || !parts.words.front().startsWith(QStringLiteral("temp")) ||
        parts.words.front().size() != 5)
        return std::nullopt;
    const auto unit = readUnit(parts.words.front().mid(4), UnitPlace::Own);
    return unit && unit->isTemperature() ? unit : std::nullopt;
}

std::optional<Duration> timeUnitOf(const NameParts& parts) {
    const QString word = parts.hasBracket ? parts.bracket : parts.words.constLast();
    const auto unit = timeUnitNanoseconds(word);
    return unit ? std::optional(Duration{*unit}) : std::nullopt;
}

Kind kindOf(const NameParts& parts) {
    const QStringList& words = parts.words;
    const QString& first = words.front();
    const bool isOne = words.size() == 1;
    if (isOne && hintsAt(first, RoleWord::Date))
        return Kind::Date;
    if (isOne && hintsAt(first, RoleWord::Clock) && !hintsAt(first, RoleWord::Time))
        return Kind::Clock;
    const auto isAside = [](const QString& word) {
        return hintsAt(word, RoleWord::Time) || hintsAt(word, RoleWord::BesideTime);
    };
    if (std::all_of(words.begin(), words.end(), isAside) &&
        (anyHints(words, RoleWord::Time) ||
         (anyHints(words, RoleWord::Date) && (anyHints(words, RoleWord::Clock) || words.size() > 1))))
        return Kind::Time;
    const bool isId =
        words.size() == 2 && (words.back() == QStringLiteral("id") || words.back() == QStringLiteral("name"));
    if (hintsAt(first, RoleWord::Key) && (isOne || isId))
        return Kind::Channel;
    if (hintsAt(first, RoleWord::Unit)) // "unit_of_measurement" as well
        return Kind::Unit;
    if (isOne && first == QStringLiteral("t") && !parts.hasBracket)
        return Kind::WeakTime;
    if (first == QStringLiteral("t"))
        return timeUnitOf(parts) ? Kind::Time : Kind::Temperature;
    if (hintsAt(first, RoleWord::Temperature))
        return Kind::Temperature;
    if (isOne && hintsAt(first, RoleWord::Value))
        return Kind::Value;
    if (isOne && hintsAt(first, RoleWord::Status))
        return Kind::Status;
    return isOne && hintsAt(first, RoleWord::Counter) ? Kind::Counter : Kind::Other;
}

/// A room or a zone is called by a number seldom; under such a name a number is a value.
bool mayBeNumbered(const QStringList& words) {
    const QString& first = words.front();
    const bool isCounted = first == QStringLiteral("channel") || first == QStringLiteral("sensor") ||
                           first == QStringLiteral("device") || first == QStringLiteral("kanal") ||
                           first == QStringLiteral("canal");
    return isCounted || words.back() == QStringLiteral("id");
}

/// "Date Time, GMT-07:00", "Zeit (MEZ)".
std::optional<std::int64_t> zoneOf(QString name) {
    for (const QChar separator : QStringLiteral(",;()[]"))
        name.replace(separator, u' ');
    for (const QString& word : name.split(u' ', Qt::SkipEmptyParts)) {
        const QByteArray zone = word.toUtf8();
        const auto seconds = readZone({zone.constData(), static_cast<std::size_t>(zone.size())});
        if (seconds && word.size() >= 3)
            return seconds;
    }
    return std::nullopt;
}

void readTimeHints(FieldName& field, const NameParts& parts) {
    field.mentionsTime =
        anyHints(parts.words, RoleWord::Time) || anyHints(parts.words, RoleWord::Date) ||
        anyHints(parts.words, RoleWord::Clock) || parts.words.contains(QStringLiteral("changed")) ||
        parts.words.contains(QStringLiteral("updated")) || parts.words.contains(QStringLiteral("seen"));
    field.isBoundary = allHint(parts.words, RoleWord::Boundary);
    field.isElapsed =
        allHint(parts.words, RoleWord::Elapsed) || anyHints(parts.words.mid(0, 1), RoleWord::Elapsed);
    field.timeUnit = timeUnitOf(parts);
    field.zoneSeconds = zoneOf(field.channelName);
}

} // namespace

FieldName FieldName::read(std::string_view utf8) {
    FieldName field;
    field.channelName = QString::fromUtf8(utf8).trimmed();
    if (field.channelName == QStringLiteral("#"))
        field.kind = Kind::Counter;
    if (field.channelName == QStringLiteral("X_Value")) { // of LabVIEW
        field.kind = Kind::Time;
        field.isElapsed = true;
        return field;
    }
    const NameParts parts = takeApart(field.channelName);
    if (parts.words.isEmpty())
        return field;
    field.kind = kindOf(parts);
    field.isId = parts.words.size() == 1 && (parts.words.front() == QStringLiteral("id") ||
                                             parts.words.front() == QStringLiteral("uid") ||
                                             parts.words.front() == QStringLiteral("uuid"));
    field.namesByNumber = field.kind == Kind::Channel && mayBeNumbered(parts.words);
    readTimeHints(field, parts);
    field.unit = unitOf(field.channelName, parts);
    if (!field.unit)
        field.unit = stuckUnit(parts);
    if (field.unit && field.unit->isTemperature() && parts.hasBracket &&
        readUnit(parts.bracket, UnitPlace::Own))
        field.channelName = parts.base;
    field.isOtherQuantity = (field.unit && !field.unit->isTemperature()) ||
                            (!field.unit && anyHints(parts.words, RoleWord::Quantity));
    if (field.isOtherQuantity && field.isPrimary() && !(field.kind == Kind::Value && !field.unit))
        field.kind = Kind::Other;
    const bool speaksOfIt = std::any_of(parts.words.begin(), parts.words.end(), [](const QString& word) {
        const bool isShort = word == QStringLiteral("t") || word == QStringLiteral("temps");
        return (!isShort && hintsAt(word, RoleWord::Temperature)) ||
               word.contains(QStringLiteral("temperatur")) || word.contains(QStringLiteral("温度"));
    });
    field.isTemperature =
        !field.isOtherQuantity &&
        (speaksOfIt || (field.unit && field.unit->isTemperature()) || field.kind == Kind::Temperature);
    return field;
}

} // namespace rillscope
