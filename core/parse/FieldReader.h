// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/DateOrderEvidence.h"
#include "core/parse/FieldName.h"
#include "core/parse/LocalTimes.h"
#include "core/parse/Parsed.h"
#include "core/parse/Record.h"
#include "core/parse/TextFields.h"
#include "core/parse/TextFormat.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rillscope {

/// Makes a record of the fields of one line: which of them is its time, which name its channel, and which are
/// values. Keys are joined by "/"; a field called value, or a temperature beside a key, is the channel's own.
/// Text is left out, and counted when its name comes for the first time.
/// Thread: one.
class FieldReader {
public:
    explicit FieldReader(const TextOptions& options);

    /// What the record points to is valid until the next call.
    Parsed<void> read(const TextFields& fields, Record& record);

private:
    /// What is found out once about a key, which comes on every line.
    struct KnownKey {
        explicit KnownKey(const std::string& key);

        FieldName name;
        std::string channel;            ///< what it calls its channel
        bool isNested = false;          ///< "outer/inner"
        bool isTag = false;             ///< "tags/…"
        bool isTemperatureUnit = false; ///< "temp_unit": its text is the unit of all temperatures
        int number = -1;                ///< of the channel of this name alone; -1: not known yet
    };
    struct Place {
        const TextField* field = nullptr;
        KnownKey* key = nullptr;
        bool isUsed = false;

        const FieldName& name() const { return key->name; }
        bool isTag() const { return field->isKey || key->isTag; }
    };

    KnownKey& know(const std::string& key, bool& isNew);
    void gather(const TextFields& fields, Record& record);
    Parsed<void> readTime(const TextFields& fields);
    Place* timeField();
    /// A time as it is written.
    struct Written {
        Timestamp time;
        bool isLocal = false; ///< it names no zone
    };
    std::optional<Written> timeOf(const Place& place, std::string_view text);
    std::optional<Written> dateOf(std::string_view text);
    std::optional<Written> stampOf(std::string_view text);
    void takeTime(Record& record);
    void joinKeys();
    void readUnits();
    void addValues(Record& record);
    void addValue(const Place& place, Record& record);
    /// The name of its channel, which is that of its key alone when it is named by nothing else.
    std::string_view channelOf(const Place& place);
    bool isNamedByKeyAlone(const Place& place) const { return m_key.empty() && !place.field->unit; }
    const ValueUnit& unitOf(const Place& place);

    TextOptions m_options;
    ValueUnit m_askedUnit; ///< of values that come without one
    std::vector<Place> m_places;
    std::string m_key;
    bool m_hasTags = false;
    std::optional<ValueUnit> m_valueUnit;       ///< of the record's own value
    std::optional<ValueUnit> m_temperatureUnit; ///< of all its temperatures
    std::vector<std::string> m_channels;        ///< that are named by more than their key
    std::unordered_map<std::string, KnownKey> m_known;
    DateOrderEvidence m_dates;
    TimeReader m_clock{TimeForm{TimeForm::Kind::Clock}};
    std::optional<Written> m_time; ///< of the record
    std::optional<LocalTimes> m_localTimes;
};

} // namespace rillscope
