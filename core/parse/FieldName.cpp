// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/FieldName.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace rillscope {
namespace {

using Kind = FieldName::Kind;
using Words = QSet<QString>;

Words wordsOf(const char16_t* text) {
    const QStringList list = QString::fromUtf16(text).split(u' ');
    return Words(list.begin(), list.end());
}

/// "Temperature (°F)" as words {temperature} and bracket "°f".
struct NameParts {
    QString base; ///< as written, without the bracket
    QStringList words;
    std::optional<QString> bracket;
};

NameParts takeApart(const QString& name) {
    NameParts parts{name, {}, std::nullopt};
    const QChar close = name.isEmpty() ? QChar() : name.back();
    if (close == u')' || close == u']') {
        const qsizetype open = name.lastIndexOf(close == u')' ? u'(' : u'[');
        if (open > 0) {
            parts.base = name.left(open).trimmed();
            parts.bracket = name.mid(open + 1, name.size() - open - 2).trimmed().toLower();
        }
    }
    QString spaced = parts.base.toLower();
    for (const QChar separator : QStringLiteral("_-/.:"))
        spaced.replace(separator, u' ');
    parts.words = spaced.split(u' ', Qt::SkipEmptyParts);
    return parts;
}

/// "°f", "degf", "deg f", "fahrenheit" and the bare letter.
std::optional<Unit> temperatureUnit(QString text) {
    text.remove(u' ').replace(u'º', u'°');
    if (text == QStringLiteral("℃"))
        return Unit::Celsius;
    if (text == QStringLiteral("℉"))
        return Unit::Fahrenheit;
    if (text.startsWith(QStringLiteral("deg")) && text.size() > 3)
        text = text.mid(text.startsWith(QStringLiteral("degrees")) ? 7 : 3);
    else if (text.startsWith(u'°'))
        text = text.mid(1);
    const auto unit = parseUnit(text);
    return unit == Unit::None ? std::nullopt : unit;
}

bool isTemperatureWord(const QString& word) {
    return word.startsWith(QStringLiteral("temp")) || word == QStringLiteral("t");
}

/// The unit at the end of a name without brackets: "temp f", "temp degc", "tempf", "oven celsius", "oven °c".
/// A single letter counts behind a word for temperature alone: "sensor_f" is the sixth sensor.
std::optional<Unit> trailingUnit(const QStringList& words) {
    const QString& last = words.back();
    if (words.size() == 1) {
        const bool hasLetter = last.size() == 5 && last.startsWith(QStringLiteral("temp"));
        return hasLetter ? temperatureUnit(last.mid(4)) : std::nullopt;
    }
    if (last.size() == 1 && !isTemperatureWord(words.front()) &&
        words.at(words.size() - 2) != QStringLiteral("deg"))
        return std::nullopt;
    return temperatureUnit(last);
}

bool isOtherQuantity(const NameParts& parts) {
    static const Words quantities = wordsOf(
        u"humidity hum rh pressure press baro barometer voltage volt volts vcc vbat current amps power watts "
        u"energy speed rpm wind rain rainfall flow level co2 tvoc voc pm1 pm10 pm25 lux light illuminance uv "
        u"battery rssi snr signal ph conductivity altitude elevation latitude longitude lat lon lng gps "
        u"count "
        u"counter index idx id seq sequence uptime weight mass distance vibration frequency noise percent "
        u"pct "
        u"hpa kpa mbar bar psi mv kw kwh wh hz db dbm ppm ppb mm cm status state flag error errors % strom "
        u"spannung feuchte luftfeuchte luftfeuchtigkeit druck luftdruck");
    if (parts.bracket && !temperatureUnit(*parts.bracket))
        return !isTemperatureWord(parts.words.isEmpty() ? QString() : parts.words.front());
    return std::any_of(parts.words.begin(), parts.words.end(), [](const QString& word) {
        return quantities.contains(word) || word.endsWith(u'%') || word.startsWith(QStringLiteral("humid"));
    });
}

std::optional<EpochUnit> epochUnitOf(const NameParts& parts) {
    const QString word = parts.bracket ? *parts.bracket : parts.words.back();
    if (word == QStringLiteral("s") || word == QStringLiteral("sec") || word == QStringLiteral("seconds"))
        return EpochUnit::Seconds;
    if (word == QStringLiteral("ms") || word == QStringLiteral("milliseconds"))
        return EpochUnit::Milliseconds;
    if (word == QStringLiteral("us") || word == QStringLiteral("µs") ||
        word == QStringLiteral("microseconds"))
        return EpochUnit::Microseconds;
    if (word == QStringLiteral("ns") || word == QStringLiteral("nanoseconds"))
        return EpochUnit::Nanoseconds;
    return std::nullopt;
}

Kind kindOf(const NameParts& parts) {
    static const Words times = wordsOf(u"timestamp time ts datetime epoch unixtime timestamputc");
    static const Words besideTimes = wordsOf(
        u"timestamp time ts datetime date epoch unixtime timestamputc unix event utc gmt s sec seconds ms "
        u"milliseconds us µs microseconds ns nanoseconds iso iso8601 rfc3339 recorded measured");
    static const Words channels = wordsOf(u"channel sensor name device");
    static const Words values = wordsOf(u"value val reading measurement");
    const QStringList& words = parts.words;
    const QString& first = words.front();
    if (words.size() == 1 && first == QStringLiteral("date"))
        return Kind::Date;
    const auto isBesideTime = [](const QString& word) { return besideTimes.contains(word); };
    const auto isTime = [](const QString& word) { return times.contains(word); };
    if (std::all_of(words.begin(), words.end(), isBesideTime) &&
        std::any_of(words.begin(), words.end(), isTime))
        return Kind::Time;
    const bool isId =
        words.size() == 2 && (words.back() == QStringLiteral("id") || words.back() == QStringLiteral("name"));
    if (channels.contains(first) && (words.size() == 1 || isId))
        return Kind::Channel;
    if (words.size() == 1 && (first == QStringLiteral("unit") || first == QStringLiteral("units")))
        return Kind::Unit;
    if (first.startsWith(QStringLiteral("temp")))
        return Kind::Temperature;
    if (first == QStringLiteral("t") && words.size() == 1 && !parts.bracket)
        return Kind::WeakTime;
    if (first == QStringLiteral("t"))
        return epochUnitOf(parts) ? Kind::Time : Kind::Temperature;
    return words.size() == 1 && values.contains(first) ? Kind::Value : Kind::Other;
}

} // namespace

FieldName FieldName::read(std::string_view utf8) {
    FieldName field;
    field.channelName = QString::fromUtf8(utf8).trimmed();
    const NameParts parts = takeApart(field.channelName);
    if (parts.words.isEmpty())
        return field;
    field.kind = kindOf(parts);
    if (field.kind == Kind::Time)
        field.epochUnit = epochUnitOf(parts);
    if (parts.bracket) {
        field.unit = temperatureUnit(*parts.bracket);
        if (field.unit)
            field.channelName = parts.base;
    } else {
        field.unit = trailingUnit(parts.words);
    }
    if (!field.unit && isOtherQuantity(parts)) {
        field.unit = Unit::None;
        if (field.isPrimary())
            field.kind = Kind::Other;
    }
    return field;
}

} // namespace rillscope
