// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TimeWords.h"

#include <algorithm>
#include <array>
#include <string>

namespace rillscope {
namespace {

/// Each word in full; three letters of it or more will do.
constexpr std::array<std::array<std::string_view, 4>, 12> months{{
    {"january", "januar", "janvier", "enero"},
    {"february", "februar", "février", "febrero"},
    {"march", "märz", "mars", "marzo"},
    {"april", "april", "avril", "abril"},
    {"may", "mai", "mai", "mayo"},
    {"june", "juni", "juin", "junio"},
    {"july", "juli", "juillet", "julio"},
    {"august", "august", "août", "agosto"},
    {"september", "september", "septembre", "septiembre"},
    {"october", "oktober", "octobre", "octubre"},
    {"november", "november", "novembre", "noviembre"},
    {"december", "dezember", "décembre", "diciembre"},
}};

/// Spellings that are no beginning of the above.
struct MonthAlias {
    std::string_view word;
    int month;
};
constexpr std::array monthAliases{MonthAlias{"jän", 1},   MonthAlias{"fev", 2},  MonthAlias{"mrz", 3},
                                  MonthAlias{"maerz", 3}, MonthAlias{"aout", 8}, MonthAlias{"sept", 9},
                                  MonthAlias{"dec", 12},  MonthAlias{"set", 9}};

constexpr std::array<std::string_view, 28> weekdays{
    "monday", "tuesday",  "wednesday", "thursday",   "friday",   "saturday", "sunday",
    "montag", "dienstag", "mittwoch",  "donnerstag", "freitag",  "samstag",  "sonntag",
    "lundi",  "mardi",    "mercredi",  "jeudi",      "vendredi", "samedi",   "dimanche",
    "lunes",  "martes",   "miércoles", "jueves",     "viernes",  "sábado",   "domingo"};

struct Zone {
    std::string_view name;
    int minutes;
};
constexpr std::array zones{Zone{"z", 0},      Zone{"utc", 0},    Zone{"gmt", 0},    Zone{"ut", 0},
                           Zone{"wet", 0},    Zone{"cet", 60},   Zone{"mez", 60},   Zone{"west", 60},
                           Zone{"cest", 120}, Zone{"mesz", 120}, Zone{"eet", 120},  Zone{"eest", 180},
                           Zone{"msk", 180},  Zone{"jst", 540},  Zone{"est", -300}, Zone{"edt", -240},
                           Zone{"cdt", -300}, Zone{"mdt", -360}, Zone{"pst", -480}, Zone{"pdt", -420}};

std::string lowered(std::string_view word) {
    std::string text(word);
    std::transform(text.begin(), text.end(), text.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
    });
    return text;
}

bool begins(std::string_view whole, std::string_view word) {
    return word.size() >= 3 && whole.starts_with(word);
}

} // namespace

std::optional<int> monthNamed(std::string_view word) {
    const std::string lower = lowered(word);
    for (const MonthAlias& alias : monthAliases) {
        if (lower == alias.word)
            return alias.month;
    }
    // "mar" is March in all of them, "jui" begins two months of French and names none.
    for (std::size_t month = 0; month < months.size(); ++month) {
        for (const std::string_view name : months[month]) {
            if (begins(name, lower) && lower != "jui")
                return static_cast<int>(month) + 1;
        }
    }
    return std::nullopt;
}

bool isWeekday(std::string_view word) {
    const std::string lower = lowered(word);
    constexpr std::array<std::string_view, 7> german{"mo", "di", "mi", "do", "fr", "sa", "so"};
    return std::any_of(weekdays.begin(), weekdays.end(),
                       [&lower](std::string_view name) { return begins(name, lower); }) ||
           std::find(german.begin(), german.end(), lower) != german.end();
}

std::optional<std::int64_t> zoneNamed(std::string_view word) {
    const std::string lower = lowered(word);
    const auto zone = std::find_if(zones.begin(), zones.end(),
                                   [&lower](const Zone& candidate) { return candidate.name == lower; });
    if (zone == zones.end())
        return std::nullopt;
    return zone->minutes * 60;
}

} // namespace rillscope
