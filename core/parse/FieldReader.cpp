// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/FieldReader.h"

#include "core/base/Message.h"
#include "core/base/Rfc3339.h"
#include "core/parse/ChannelTable.h"
#include "core/parse/CsvCells.h"
#include "core/parse/DecimalTime.h"
#include "core/parse/MissingWords.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

using Kind = FieldName::Kind;
using FieldKind = TextField::Kind;

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

bool isWhole(const TextField& field) {
    return field.kind == FieldKind::Number && field.number == std::floor(field.number);
}

std::string withoutPrefix(const std::string& key) {
    constexpr std::string_view fields = "fields/";
    return key.starts_with(fields) ? key.substr(fields.size()) : key;
}

} // namespace

FieldReader::FieldReader(const TextOptions& options)
    : m_options(options), m_askedUnit{options.unit.value_or(Unit::None), {}} {
    if (const auto zone = options.zone.isEmpty() ? std::nullopt : timeZoneNamed(options.zone))
        m_localTimes.emplace(*zone);
}

Parsed<void> FieldReader::read(const TextFields& fields, Record& record) {
    gather(fields, record);
    m_time.reset();
    if (const auto time = readTime(fields); !time)
        return time;
    joinKeys();
    takeTime(record);
    readUnits();
    addValues(record);
    if (record.measurements.empty())
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "the record holds no value")));
    return {};
}

FieldReader::KnownKey::KnownKey(const std::string& key)
    : name(FieldName::read(key))
    , channel(withoutPrefix(name.channelName.toStdString()))
    , isNested(key.find('/') != std::string::npos)
    , isTag(key.starts_with("tags/")) {
    const QString lower = name.channelName.toLower();
    isTemperatureUnit = lower.startsWith(QStringLiteral("temp")) && lower.endsWith(QStringLiteral("unit"));
}

FieldReader::KnownKey& FieldReader::know(const std::string& key, bool& isNew) {
    constexpr std::size_t maxKeys = 1'024;
    const auto known = m_known.find(key);
    isNew = known == m_known.end();
    if (!isNew)
        return known->second;
    // A sender whose keys never repeat must not fill the memory. The fields read so far point into the table.
    if (m_known.size() >= maxKeys && m_places.empty())
        m_known.clear();
    return m_known.emplace(key, KnownKey(key)).first->second;
}

void FieldReader::gather(const TextFields& fields, Record& record) {
    m_places.clear();
    m_hasTags = false;
    for (const TextField& field : fields.fields) {
        bool isNew = false;
        KnownKey& key = know(field.key, isNew);
        const Place place{&field, &key, false};
        m_hasTags = m_hasTags || place.isTag();
        const bool isAside = key.name.kind != Kind::Other && !key.name.isPrimary();
        if (isNew && field.kind == FieldKind::Text && !place.isTag() && !isAside && !key.name.mentionsTime)
            ++record.leftOut.columns;
        m_places.push_back(place);
    }
}

FieldReader::Place* FieldReader::timeField() {
    const auto find = [this](auto accepts) -> Place* {
        const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const Place& place) {
            return !place.key->isNested && accepts(place);
        });
        return found == m_places.end() ? nullptr : &*found;
    };
    if (m_options.timeColumn)
        return find([this](const Place& place) { return place.name().channelName == *m_options.timeColumn; });
    const auto isEpoch = [](const Place& place) {
        return place.field->kind == FieldKind::Number && place.field->number >= 1e8;
    };
    if (Place* place =
            find([](const Place& each) { return each.name().kind == Kind::Time && !each.name().isBoundary; }))
        return place;
    if (Place* place = find([](const Place& each) { return each.name().kind == Kind::Date; }))
        return place;
    if (Place* place = find([this](const Place& each) {
            return each.name().mentionsTime && each.field->kind == FieldKind::Text &&
                   dateOf(each.field->text);
        }))
        return place;
    if (Place* place = find([&](const Place& each) {
            return (each.name().mentionsTime || (each.name().isElapsed && each.name().timeUnit)) &&
                   isEpoch(each);
        }))
        return place;
    const bool hasValue = find([](const Place& each) { return each.name().kind == Kind::Value; }) != nullptr;
    Place* weak = find([](const Place& each) { return each.name().kind == Kind::WeakTime; });
    return weak && (hasValue || looksLikeTime(weak->field->text)) ? weak : nullptr;
}

std::optional<FieldReader::Written> FieldReader::dateOf(std::string_view text) {
    if (const auto time = parseRfc3339(text)) // the usual form, which leaves nothing open
        return Written{*time, !namesZone(text)};
    m_dates.add(text);
    const auto order = m_options.dates ? m_options.dates : m_dates.order();
    const auto date = order ? readDateText(text, *order) : std::nullopt;
    const auto time = date ? date->timestamp() : std::nullopt;
    return time ? std::optional(Written{*time, !date->hasZone}) : std::nullopt;
}

std::optional<FieldReader::Written> FieldReader::timeOf(const Place& place, std::string_view text) {
    if (const auto date = dateOf(text))
        return date;
    if (place.field->kind == FieldKind::Missing)
        return std::nullopt;
    const auto number = decimalTime(text, Duration{1'000'000'000});
    const double size = place.field->number;
    const Duration unit = place.name().timeUnit.value_or(epochUnitOf(size));
    if (!number && size < 1e9)
        return std::nullopt;
    const auto sinceStart = decimalTime(text, unit);
    if (!sinceStart)
        return std::nullopt;
    const Timestamp time = m_options.start.value_or(Timestamp{}) + *sinceStart;
    return isInRange(time) ? std::optional(Written{time, false}) : std::nullopt;
}

/// A time in front of a line.
std::optional<FieldReader::Written> FieldReader::stampOf(std::string_view text) {
    const bool isNumber = text.find_first_not_of("-0123456789") == std::string_view::npos;
    if (isNumber) {
        const auto time = decimalTime(text, text.size() > 15 ? Duration{1} : Duration{1'000'000});
        return time ? std::optional(Written{Timestamp{*time}, false}) : std::nullopt;
    }
    if (const auto date = dateOf(text))
        return date;
    const auto clock = m_clock.read(text);
    return clock ? std::optional(Written{*clock, false}) : std::nullopt;
}

Parsed<void> FieldReader::readTime(const TextFields& fields) {
    const auto noTime = [](std::string_view text) {
        return unreadable(
            Message(QT_TRANSLATE_NOOP("Message", "%1 is no time that can be read"), excerpt(text)));
    };
    if (!fields.time.empty()) {
        m_time = stampOf(fields.time);
        return m_time ? Parsed<void>() : noTime(fields.time);
    }
    Place* place = timeField();
    if (!place)
        return {};
    place->isUsed = true;
    std::string text(trimmed(place->field->text));
    if (place->name().kind == Kind::Date) {
        const auto clock = std::find_if(m_places.begin(), m_places.end(), [](const Place& each) {
            return each.name().kind == Kind::Clock && each.field->kind == FieldKind::Text;
        });
        if (clock != m_places.end())
            text += ' ' + clock->field->text;
    }
    m_time = timeOf(*place, text);
    if (!m_time && !m_dates.order() && !m_options.dates)
        return unreadable(
            Message(QT_TRANSLATE_NOOP("Message", "the date %1 is ambiguous: the day or the month may come "
                                                 "first; choose with dates=dmy or dates=mdy"),
                    excerpt(text)));
    return m_time ? Parsed<void>() : noTime(text);
}

void FieldReader::takeTime(Record& record) {
    if (!m_time)
        return;
    record.time = m_time->time;
    if (!m_localTimes || !m_time->isLocal)
        return;
    const LocalTimes::Moment moment = m_localTimes->toUtc(m_time->time, m_key);
    record.time = moment.time;
    record.isTimeDoubtful = moment.isDoubtful;
}

void FieldReader::joinKeys() {
    m_key.clear();
    const auto join = [this](Place& place) {
        place.isUsed = true;
        const std::string& text = place.field->text;
        if (text.empty())
            return;
        m_key += m_key.empty() ? "" : "/";
        m_key += trimmed(text);
    };
    for (Place& place : m_places) {
        const bool isText = place.field->kind == FieldKind::Text;
        const bool isTag = place.isTag();
        const bool isNamed =
            isText && (place.name().kind == Kind::Channel || place.name().isId) && !place.key->isNested;
        if (isTag || isNamed)
            join(place);
    }
    const bool hasText = !m_key.empty();
    for (Place& place : m_places) {
        if (isWhole(*place.field) && !place.key->isNested && hasText && place.name().isId)
            join(place);
    }
    const auto others = std::count_if(m_places.begin(), m_places.end(), [](const Place& place) {
        return place.field->kind != FieldKind::Text && !place.isUsed && place.name().kind != Kind::Channel;
    });
    for (Place& place : m_places) {
        if (!place.isUsed && isWhole(*place.field) && !place.key->isNested && others > 0 &&
            place.name().namesByNumber)
            join(place);
    }
}

void FieldReader::readUnits() {
    m_valueUnit.reset();
    m_temperatureUnit.reset();
    for (const Place& place : m_places) {
        if (place.field->kind != FieldKind::Text || place.field->text.empty())
            continue;
        if (place.name().kind == Kind::Unit)
            m_valueUnit = unitAsSent(QString::fromStdString(place.field->text));
        else if (place.key->isTemperatureUnit)
            m_temperatureUnit = readUnit(QString::fromStdString(place.field->text), UnitPlace::Own);
    }
}

void FieldReader::addValues(Record& record) {
    // The record points to what stands in it.
    m_channels.clear();
    m_channels.reserve(m_places.size());
    for (const Place& place : m_places) {
        const FieldName& name = place.name();
        const bool isAside = place.isUsed || name.isTime() || name.kind == Kind::Unit ||
                             (name.kind == Kind::Counter && isWhole(*place.field));
        const bool isPrimaryText =
            place.field->kind == FieldKind::Text && name.isPrimary() && !place.key->isNested;
        if (isAside || (place.field->kind == FieldKind::Text && !isPrimaryText))
            continue;
        addValue(place, record);
    }
}

void FieldReader::addValue(const Place& place, Record& record) {
    const TextField& field = *place.field;
    const bool isValue =
        field.kind == FieldKind::Number && !std::isnan(field.number) && !isOverloadCode(field.number);
    const bool saysNone = field.kind != FieldKind::Number || isOverloadCode(field.number);
    record.measurements.push_back({channelOf(place),
                                   &unitOf(place),
                                   isValue ? field.number : noNumber,
                                   {},
                                   !isValue,
                                   isNamedByKeyAlone(place) ? &place.key->number : nullptr,
                                   saysNone});
    if (field.kind == FieldKind::Text && !isMissingWord(field.text))
        record.remarks.push_back(Message(QT_TRANSLATE_NOOP("Message", "%1 of %2 is no number"),
                                         excerpt(field.text), excerpt(field.key)));
}

const ValueUnit& FieldReader::unitOf(const Place& place) {
    static const ValueUnit celsius{Unit::Celsius, {}};
    static const ValueUnit none;
    const FieldName& name = place.name();
    if (place.field->unit)
        return *place.field->unit;
    if (name.isPrimary() && m_valueUnit)
        return *m_valueUnit;
    if (name.unit)
        return *name.unit;
    if (name.isTemperature && m_temperatureUnit)
        return *m_temperatureUnit;
    if (m_options.unit && !name.isOtherQuantity)
        return m_askedUnit;
    bool isNew = false;
    const bool speaksOfIt = name.isTemperature || (name.kind == Kind::Value && !m_key.empty() &&
                                                   know(m_key, isNew).name.isTemperature);
    return speaksOfIt ? celsius : none;
}

std::string_view FieldReader::channelOf(const Place& place) {
    const FieldName& name = place.name();
    const bool isNested = place.key->isNested;
    if (isNamedByKeyAlone(place))
        return name.kind == Kind::Value && !isNested ? std::string_view() : place.key->channel;
    std::string_view own = place.key->channel;
    constexpr std::string_view leaf = "/value";
    if (own.ends_with(leaf) && place.field->unit)
        own.remove_suffix(leaf.size());
    const bool isOwn = name.kind == Kind::Value || (name.isPrimary() && !m_hasTags && !isNested);
    if (m_key.empty())
        return name.kind == Kind::Value && !isNested ? std::string_view() : own;
    if (isOwn)
        return m_key;
    return m_channels.emplace_back(m_key + '/').append(own);
}

} // namespace rillscope
