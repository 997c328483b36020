// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TimeChoice.h"

#include "core/parse/DateOrderEvidence.h"
#include "core/parse/DecimalTime.h"
#include "core/parse/Parsed.h"

#include <algorithm>

namespace rillscope {
namespace {

using Kind = FieldName::Kind;

/// How likely a column is the time of its row, and how it would be read.
struct Candidate {
    int score = 0; ///< 0: it is none
    TimeForm form;
};

bool isPlausibleEpoch(const ColumnFacts& facts, Duration unit) {
    // 1973 to 2103, in any unit; a clock that was not set says 0.
    const double scale = 1e9 / static_cast<double>(unit.count());
    return facts.greatest >= 1e8 * scale && facts.greatest <= 4.2e9 * scale && facts.least >= 0.0;
}

bool areCompactDates(const ColumnFacts& facts) {
    return facts.filled > 0 &&
           std::all_of(facts.cells.begin(), facts.cells.end(),
                       [](const std::string& cell) { return cell.empty() || compactDate(cell).has_value(); });
}

bool allLookLikeTimes(const ColumnFacts& facts) {
    return facts.filled > 0 &&
           std::all_of(facts.cells.begin(), facts.cells.end(),
                       [](const std::string& cell) { return cell.empty() || looksLikeTime(cell); });
}

Candidate numberCandidate(const ColumnFacts& facts, bool isFirst, bool hasNames, bool hasPrimary) {
    const FieldName& name = facts.name;
    const bool isNamedTime = name.isTime() || (name.kind == Kind::WeakTime && hasPrimary);
    const bool mayBeTime = isNamedTime || name.mentionsTime || (!hasNames && isFirst);
    const bool isLong = facts.firstCell().size() >= 12;
    if (facts.areWhole && mayBeTime && areCompactDates(facts) && (hasNames || isLong) && !name.timeUnit)
        return {name.isTime() ? 75 : 60,
                {TimeForm::Kind::Compact, DateOrder::DayFirst, std::chrono::seconds{1}, 0, {}}};
    TimeForm epoch{TimeForm::Kind::Epoch,
                   DateOrder::DayFirst,
                   name.timeUnit.value_or(epochUnitOf(facts.greatest)),
                   0,
                   {}};
    const bool isEpoch = isPlausibleEpoch(facts, epoch.unit);
    if (isEpoch && isNamedTime)
        return {80, epoch};
    if (isEpoch && name.mentionsTime)
        return {50, epoch};
    const bool isUnnamed = name.kind == Kind::Other && !name.unit && allLookLikeTimes(facts);
    if (isEpoch && isUnnamed && (facts.neverFall || !hasNames))
        return {isFirst || !hasNames ? 45 : 30, epoch};
    TimeForm elapsed{
        TimeForm::Kind::Elapsed, DateOrder::DayFirst, name.timeUnit.value_or(std::chrono::seconds{1}), 0, {}};
    if (isNamedTime)
        return {25, elapsed};
    const bool isElapsed = name.isElapsed && name.timeUnit && facts.neverFall;
    return isElapsed && (isFirst || name.channelName.size() > 2) ? Candidate{20, elapsed} : Candidate{};
}

Candidate candidateOf(const ColumnFacts& facts, bool isFirst, bool hasNames, bool hasPrimary) {
    const FieldName& name = facts.name;
    Candidate candidate;
    if (facts.kind == CellKind::Number)
        candidate = numberCandidate(facts, isFirst, hasNames, hasPrimary);
    else if (facts.kind == CellKind::Clock)
        candidate = {35, {TimeForm::Kind::Clock}};
    else if (facts.kind == CellKind::Date)
        candidate = {facts.haveClock ? 60 : 50, {TimeForm::Kind::Date}};
    if (candidate.score == 0)
        return candidate;
    if (facts.kind != CellKind::Number && name.isTime())
        candidate.score += 15;
    else if (facts.kind != CellKind::Number && name.mentionsTime)
        candidate.score += 10;
    if (name.isBoundary)
        candidate.score -= 30;
    candidate.form.zoneSeconds = name.zoneSeconds.value_or(0);
    candidate.score += isFirst ? 1 : 0;
    return candidate;
}

std::optional<std::size_t> askedColumn(const std::vector<ColumnFacts>& columns, const QString& asked) {
    bool isNumber = false;
    const qulonglong number = asked.toULongLong(&isNumber);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name.channelName.compare(asked, Qt::CaseInsensitive) == 0 && !asked.isEmpty())
            return i;
    }
    return isNumber && number >= 1 && number <= columns.size() ? std::optional<std::size_t>(number - 1)
                                                               : std::nullopt;
}

Message columnOf(const ColumnFacts& facts, std::size_t index) {
    return facts.name.channelName.isEmpty() ? Message(QT_TRANSLATE_NOOP("Message", "column %1"), index + 1)
                                            : Message(QT_TRANSLATE_NOOP("Message", "column %1"),
                                                      excerpt(facts.name.channelName.toStdString()));
}

/// Numbers of days since 1899 under the name of a date: a spreadsheet's, or something else.
bool mayBeSpreadsheetDays(const ColumnFacts& facts) {
    const bool saysDate = facts.name.kind == Kind::Date || facts.name.isTime();
    return saysDate && facts.kind == CellKind::Number && facts.least >= 25'000.0 &&
           facts.greatest <= 75'000.0 && !facts.name.timeUnit && !facts.name.isElapsed &&
           (!facts.areWhole || facts.name.kind == Kind::Date);
}

/// Seconds since 1904, as LabVIEW counts them, of the years 2023 to 2032; since 1970 they would be of 2089
/// on.
bool mayBeSecondsSince1904(const ColumnFacts& facts, const TimeForm& form) {
    return form.kind == TimeForm::Kind::Epoch && form.unit == std::chrono::seconds{1} &&
           facts.least >= 3.76e9 && facts.greatest <= 4.05e9;
}

std::optional<std::size_t> clockBeside(const std::vector<ColumnFacts>& columns, std::size_t date) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool isCloser =
            !found || std::max(i, date) - std::min(i, date) < std::max(*found, date) - std::min(*found, date);
        if (columns[i].kind == CellKind::Clock && isCloser)
            found = i;
    }
    return found;
}

tl::expected<DateOrder, TextQuestion> orderOf(const ColumnFacts& facts, const TextOptions& options) {
    if (options.dates)
        return *options.dates;
    DateOrderEvidence evidence;
    for (const std::string& cell : facts.cells)
        evidence.add(cell);
    if (const auto order = evidence.order())
        return *order;
    return tl::unexpected(TextQuestion{
        TextQuestion::Kind::DateOrder,
        Message(QT_TRANSLATE_NOOP("Message",
                                  "the dates, such as %1, are ambiguous: the day or the month may come "
                                  "first; choose with dates=dmy or dates=mdy"),
                excerpt(evidence.example()))});
}

} // namespace

tl::expected<TimeChoice, TextQuestion> chooseTime(const std::vector<ColumnFacts>& columns, bool hasNames,
                                                  const TextOptions& options) {
    TimeChoice choice;
    if (options.timeColumn == QStringLiteral("none"))
        return choice;
    const bool hasPrimary = std::any_of(columns.begin(), columns.end(),
                                        [](const ColumnFacts& facts) { return facts.name.isPrimary(); });
    int best = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Candidate candidate = candidateOf(columns[i], i == 0, hasNames, hasPrimary);
        if (candidate.score > best) {
            best = candidate.score;
            choice.column = i;
            choice.form = candidate.form;
        }
    }
    if (options.timeColumn) {
        choice.column = askedColumn(columns, *options.timeColumn);
        if (!choice.column)
            return tl::unexpected(
                TextQuestion{TextQuestion::Kind::NoTime,
                             Message(QT_TRANSLATE_NOOP("Message", "there is no column %1 for the time"),
                                     excerpt(options.timeColumn->toStdString()))});
        choice.form = candidateOf(columns[*choice.column], true, true, true).form;
    }
    if (options.timeForm && choice.column) {
        choice.form.kind = options.timeForm->kind;
        choice.form.unit = options.timeForm->unit;
    }
    choice.form.start = options.start;
    if (!choice.column)
        return choice;
    const ColumnFacts& facts = columns[*choice.column];
    if (!options.timeForm && mayBeSpreadsheetDays(facts))
        return tl::unexpected(TextQuestion{
            TextQuestion::Kind::TimeNumber,
            Message(QT_TRANSLATE_NOOP(
                        "Message", "the times of %1, such as %2, may be dates of a spreadsheet (Excel serial "
                                   "days) or seconds; choose with timeform=days or timeform=elapsed-s"),
                    columnOf(facts, *choice.column), excerpt(facts.firstCell()))});
    if (!options.timeForm && mayBeSecondsSince1904(facts, choice.form))
        return tl::unexpected(TextQuestion{
            TextQuestion::Kind::TimeNumber,
            Message(QT_TRANSLATE_NOOP(
                        "Message",
                        "the times of %1, such as %2, may be seconds since 1904 or since 1970; choose with "
                        "timeform=elapsed-s&start=1904-01-01T00:00:00Z or timeform=epoch-s"),
                    columnOf(facts, *choice.column), excerpt(facts.firstCell()))});
    if (choice.form.kind != TimeForm::Kind::Date)
        return choice;
    const auto order = orderOf(facts, options);
    if (!order)
        return tl::unexpected(order.error());
    choice.form.order = *order;
    if (!facts.haveClock)
        choice.clockColumn = clockBeside(columns, *choice.column);
    return choice;
}

} // namespace rillscope
