// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rfc3339.h"
#include "core/parse/DateOrderEvidence.h"
#include "core/parse/DateText.h"
#include "core/parse/DecimalTime.h"
#include "core/parse/TimeForm.h"
#include "tests/fuzz/Require.h"

#include <algorithm>
#include <string_view>

using namespace rillscope;

namespace {

/// What does not depend on whether the day or the month comes first is the same either way. The year first is
/// a matter of its own: two digits in front of points may be one only where a person says so.
void requireDate(std::string_view text) {
    const auto dayFirst = readDateText(text, DateOrder::DayFirst);
    const auto monthFirst = readDateText(text, DateOrder::MonthFirst);
    if (dayFirst && monthFirst && !dayFirst->dependsOnOrder && !monthFirst->dependsOnOrder) {
        RILLSCOPE_REQUIRE(dayFirst->seconds == monthFirst->seconds);
        RILLSCOPE_REQUIRE(dayFirst->nanoseconds == monthFirst->nanoseconds);
    }
    const auto yearFirst = readDateText(text, DateOrder::YearFirst);
    if (const auto time = parseRfc3339(text)) {
        RILLSCOPE_REQUIRE(!yearFirst || !yearFirst->timestamp() || yearFirst->timestamp() == time);
        RILLSCOPE_REQUIRE(parseRfc3339(formatRfc3339(*time)) == time);
    }
}

/// A time that was read can be written, and reads back to the same.
void requireForm(const TimeForm& form, std::string_view text) {
    TimeReader reader(form);
    reader.setStart(Timestamp{std::chrono::hours{24 * 365}});
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (const auto time = reader.read(line))
            RILLSCOPE_REQUIRE(parseRfc3339(formatRfc3339(*time)) == time);
    }
}

void requireOrder(std::string_view text) {
    DateOrderEvidence evidence;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        evidence.add(line);
    }
    (void)evidence.order();
}

} // namespace

/// Any bytes as times, one on each line.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view line = text.substr(0, text.find('\n'));
    requireDate(line);
    if (const auto zone = readZone(line))
        RILLSCOPE_REQUIRE(*zone > -86'400 && *zone < 86'400);
    (void)compactDate(line);
    (void)looksLikeTime(line);
    for (const TimeFormRow& row : timeForms)
        requireForm(row.form, text);
    requireOrder(text);
    return 0;
}
