// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/parse/DateText.h"
#include "core/parse/LocalTimes.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace rillscope {

/// How a text writes its times. The names of the forms stand in timeForms.
struct TimeForm {
    enum class Kind {
        None,    ///< the text has no times
        Date,    ///< a date with or without a time of day
        Clock,   ///< a time of day, or hours, minutes and seconds since a start
        Elapsed, ///< a number of units since a start
        Epoch,   ///< a number of units since 1970
        Compact, ///< digits alone: YYYYMMDDHHMMSS and shorter
        Days     ///< days since 1899-12-30, the serial numbers of spreadsheets
    };
    Kind kind = Kind::None;
    DateOrder order = DateOrder::DayFirst;   ///< of Date
    Duration unit = std::chrono::seconds{1}; ///< of Epoch and Elapsed
    std::int64_t zoneSeconds = 0;            ///< east of Greenwich, of dates that name no zone
    std::optional<Timestamp> start =
        {}; ///< of Clock and Elapsed; none: 1970, and the text's own time is relative

    friend bool operator==(const TimeForm&, const TimeForm&) = default;
};

/// A form as it can be asked for by its word.
struct TimeFormRow {
    std::string_view word;
    TimeForm form;
    std::string_view example;
};

inline constexpr std::array timeForms{
    TimeFormRow{"date", {TimeForm::Kind::Date}, "2026-11-22T13:40:05.125Z"},
    TimeFormRow{"clock", {TimeForm::Kind::Clock}, "13:40:05"},
    TimeFormRow{"compact", {TimeForm::Kind::Compact}, "20261122134005"},
    TimeFormRow{"epoch-s", {TimeForm::Kind::Epoch}, "1764500000"},
    TimeFormRow{"epoch-ms",
                {TimeForm::Kind::Epoch, DateOrder::DayFirst, std::chrono::milliseconds{1}},
                "1764500000000"},
    TimeFormRow{"epoch-us",
                {TimeForm::Kind::Epoch, DateOrder::DayFirst, std::chrono::microseconds{1}},
                "1764500000000000"},
    TimeFormRow{"epoch-ns", {TimeForm::Kind::Epoch, DateOrder::DayFirst, Duration{1}}, "1764500000000000000"},
    TimeFormRow{"elapsed-s", {TimeForm::Kind::Elapsed}, "12.5"},
    TimeFormRow{
        "elapsed-ms", {TimeForm::Kind::Elapsed, DateOrder::DayFirst, std::chrono::milliseconds{1}}, "12500"},
    TimeFormRow{"elapsed-us",
                {TimeForm::Kind::Elapsed, DateOrder::DayFirst, std::chrono::microseconds{1}},
                "12500000"},
    TimeFormRow{
        "elapsed-min", {TimeForm::Kind::Elapsed, DateOrder::DayFirst, std::chrono::minutes{1}}, "0.5"},
    TimeFormRow{"elapsed-h", {TimeForm::Kind::Elapsed, DateOrder::DayFirst, std::chrono::hours{1}}, "1.25"},
    TimeFormRow{"days", {TimeForm::Kind::Days}, "46348.5694"}};

/// Reads times of one form. Thread: one. One reader for each stream: a time of day that falls back by more
/// than half a day belongs to the next one.
class TimeReader {
public:
    explicit TimeReader(const TimeForm& form = {}) : m_form(form) {}
    /// Dates that name no zone are those of this one, rather than of the form's.
    TimeReader(const TimeForm& form, const QString& zone);

    const TimeForm& form() const { return m_form; }
    void setForm(const TimeForm& form) { m_form = form; }
    /// Of a live stream: the first time of day or of a start is this one.
    void setStart(Timestamp start) { m_start = start; }
    bool needsStart() const {
        return !m_form.start && !m_start &&
               (m_form.kind == TimeForm::Kind::Clock || m_form.kind == TimeForm::Kind::Elapsed);
    }

    /// `series`: see LocalTimes.
    std::optional<Timestamp> read(std::string_view text, const std::string& series = {});
    /// Of the time read last: see LocalTimes.
    bool isDoubtful() const { return m_isDoubtful; }

private:
    std::optional<Timestamp> readForm(std::string_view text, const std::string& series);
    std::optional<Timestamp> readDate(std::string_view text, const std::string& series);
    Timestamp toUtc(Timestamp local, const std::string& series);
    std::optional<Timestamp> readClock(std::string_view text);
    std::optional<Timestamp> since(Duration elapsed);

    TimeForm m_form;
    std::optional<LocalTimes> m_localTimes;
    bool m_isDoubtful = false;
    std::optional<Timestamp> m_start;
    std::optional<Duration> m_first; ///< the first time of a live stream, which came at m_start
    std::optional<Duration> m_lastClock;
    Duration m_days{0};
};

/// False at the ends of the range, where arithmetic is held that would go beyond: that is no time that was
/// written.
constexpr bool isInRange(Timestamp time) {
    return time > Timestamp::min() && time < Timestamp::max();
}

/// The unit that a number since 1970 most likely has, by its size: each then lies between 1973 and 5138.
Duration epochUnitOf(double number);

/// Whether a cell without a name is to be taken for a time: a date, or a number since 2001 whose whole part
/// has 10, 13, 16 or 19 digits.
bool looksLikeTime(std::string_view text);

} // namespace rillscope
