// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/TextKeys.h"

#include "core/base/Message.h"
#include "core/base/Rfc3339.h"
#include "core/base/WordTable.h"
#include "core/parse/LocalTimes.h"
#include "core/parse/TableBlock.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

const QString unitKey = QStringLiteral("unit");
const QString timeKey = QStringLiteral("time");
const QString timeFormKey = QStringLiteral("timeform");
const QString datesKey = QStringLiteral("dates");
const QString zoneKey = QStringLiteral("zone");
const QString startKey = QStringLiteral("start");
const QString intervalKey = QStringLiteral("interval");
const QString separatorKey = QStringLiteral("separator");
const QString decimalKey = QStringLiteral("decimal");

constexpr std::array separatorWords{Word<char>{',', "comma"}, Word<char>{';', "semicolon"},
                                    Word<char>{'\t', "tab"}, Word<char>{'|', "pipe"},
                                    Word<char>{blanksSeparator, "blanks"}};
constexpr std::array decimalWords{Word<NumberForm::Decimal>{NumberForm::Decimal::Point, "point"},
                                  Word<NumberForm::Decimal>{NumberForm::Decimal::Comma, "comma"}};
constexpr std::array dateWords{Word<DateOrder>{DateOrder::DayFirst, "dmy"},
                               Word<DateOrder>{DateOrder::MonthFirst, "mdy"},
                               Word<DateOrder>{DateOrder::YearFirst, "ymd"}};

QStringList unitNames() {
    QStringList names;
    for (const Unit unit : {Unit::Celsius, Unit::Fahrenheit, Unit::Kelvin, Unit::None})
        names.append(unitName(unit));
    return names;
}

QStringList timeFormWords() {
    QStringList words;
    for (const TimeFormRow& row : timeForms)
        words.append(QString::fromLatin1(row.word.data(), static_cast<qsizetype>(row.word.size())));
    return words;
}

template <typename Value, std::size_t size>
std::optional<Value> readWord(ParameterReader& reader, const QString& key,
                              const WordTable<Value, size>& table) {
    const qsizetype place = reader.word(key, -1);
    return place < 0 ? std::nullopt : std::optional(table[static_cast<std::size_t>(place)].value);
}

std::optional<Unit> readUnitKey(ParameterReader& reader) {
    const auto text = reader.text(unitKey);
    if (!text)
        return std::nullopt;
    const auto unit = parseUnit(*text); // letters and symbols, too
    if (!unit)
        reader.refuse(unitKey, Message(QT_TRANSLATE_NOOP("Message", "%1 is none of %2"), quoted(*text),
                                       unitNames().join(QStringLiteral(", "))));
    return unit;
}

std::optional<QString> readColumn(ParameterReader& reader) {
    const auto text = reader.text(timeKey);
    const auto isPartOfName = [](QChar character) { return character.isLetterOrNumber(); };
    if (text && std::none_of(text->begin(), text->end(), isPartOfName))
        reader.refuse(timeKey, Message(QT_TRANSLATE_NOOP("Message",
                                                         "%1 is neither the name nor the number of a column"),
                                       quoted(*text)));
    return text;
}

QString readZoneKey(ParameterReader& reader) {
    const auto text = reader.text(zoneKey);
    if (!text || timeZoneNamed(*text))
        return text.value_or(QString());
    reader.refuse(zoneKey,
                  Message(QT_TRANSLATE_NOOP("Message", "%1 is no time zone that is known here, such as "
                                                       "Europe/Berlin, UTC or +02:00"),
                          quoted(*text)));
    return {};
}

std::optional<Timestamp> readStart(ParameterReader& reader) {
    const auto text = reader.text(startKey);
    if (!text)
        return std::nullopt;
    const auto start = parseRfc3339(text->toStdString());
    if (!start)
        reader.refuse(startKey,
                      Message(QT_TRANSLATE_NOOP("Message", "%1 is no time such as 2026-01-31T12:00:00Z"),
                              quoted(*text)));
    return start;
}

} // namespace

QList<SourceKey> textKeys() {
    const ValueRange<Duration> steps{Duration{1}, std::chrono::hours{24 * 366}};
    return {
        {unitKey,
         QT_TRANSLATE_NOOP("Source", "Unit"),
         QT_TRANSLATE_NOOP("Source", "What values are measured in that come without a unit"),
         SourceKey::Word{unitNames()},
         {}},
        {timeKey,
         QT_TRANSLATE_NOOP("Source", "Time column"),
         QT_TRANSLATE_NOOP("Source", "The column of the time: its name, its number counted from 1, or none"),
         SourceKey::Text{QStringLiteral("COLUMN")},
         {}},
        {timeFormKey,
         QT_TRANSLATE_NOOP("Source", "Time format"),
         QT_TRANSLATE_NOOP("Source", "How times are written"),
         SourceKey::Word{timeFormWords()},
         {}},
        {datesKey,
         QT_TRANSLATE_NOOP("Source", "Date order"),
         QT_TRANSLATE_NOOP("Source",
                           "Whether the day, the month or the year comes first in dates such as 03/04/2026"),
         SourceKey::Word{wordsOf(dateWords)},
         {}},
        {zoneKey,
         QT_TRANSLATE_NOOP("Source", "Time zone"),
         QT_TRANSLATE_NOOP("Source", "Of dates that name none: Europe/Berlin, UTC, +02:00; UTC if not said"),
         SourceKey::Text{QStringLiteral("ZONE")},
         {}},
        {startKey,
         QT_TRANSLATE_NOOP("Source", "Start"),
         QT_TRANSLATE_NOOP("Source", "When times begin that count from a start, and rows without a time"),
         SourceKey::Text{QStringLiteral("TIME")},
         {}},
        {intervalKey,
         QT_TRANSLATE_NOOP("Source", "Interval"),
         QT_TRANSLATE_NOOP("Source", "How far apart rows without a time are"),
         SourceKey::Length{steps},
         {}},
        {separatorKey,
         QT_TRANSLATE_NOOP("Source", "Separator"),
         QT_TRANSLATE_NOOP("Source", "What stands between the columns"),
         SourceKey::Word{wordsOf(separatorWords)},
         {}},
        {decimalKey,
         QT_TRANSLATE_NOOP("Source", "Decimal mark"),
         QT_TRANSLATE_NOOP("Source", "What stands before the decimals of a number"),
         SourceKey::Word{wordsOf(decimalWords)},
         {}}};
}

TextOptions readTextKeys(ParameterReader& reader) {
    TextOptions options;
    options.unit = readUnitKey(reader);
    options.timeColumn = readColumn(reader);
    if (const qsizetype place = reader.word(timeFormKey, -1); place >= 0)
        options.timeForm = timeForms[static_cast<std::size_t>(place)].form;
    options.dates = readWord(reader, datesKey, dateWords);
    options.zone = readZoneKey(reader);
    options.start = readStart(reader);
    if (reader.text(intervalKey))
        options.interval = reader.duration(intervalKey, Duration{0});
    options.separator = readWord(reader, separatorKey, separatorWords);
    options.decimal = readWord(reader, decimalKey, decimalWords);
    return options;
}

} // namespace rillscope
