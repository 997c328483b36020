// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/QuantityText.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace rillscope {
namespace {

/// A unit is `seconds` long, or 1 / `perSecond` for the short ones: dividing by a whole number rounds once,
/// multiplying by 0.001 would round twice.
struct DurationUnit {
    std::string_view name;
    double seconds;
    double perSecond;
};

constexpr std::array<DurationUnit, 7> durationUnits{{{"ns", 1.0, 1e9},
                                                     {"us", 1.0, 1e6},
                                                     {"ms", 1.0, 1e3},
                                                     {"s", 1.0, 1.0},
                                                     {"min", 60.0, 1.0},
                                                     {"h", 3'600.0, 1.0},
                                                     {"d", 86'400.0, 1.0}}};

/// Takes a finite number off the front of `text`.
std::optional<double> takeNumber(std::string_view& text) {
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    // A digit comes first: neither ".5", which "1s...5s" would end in, nor "nan".
    if (text.size() <= sign || text[sign] < '0' || text[sign] > '9')
        return std::nullopt;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !std::isfinite(value))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

} // namespace

QString numberText(double value) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return QString::fromLatin1(digits.data(), end - digits.data());
}

QString durationText(Duration duration) {
    const qint64 count = duration.count();
    if (count == 0)
        return QStringLiteral("0s");
    const auto [unit, name] = count >= 1'000'000'000 ? std::pair(1'000'000'000LL, QStringLiteral("s"))
                              : count >= 1'000'000   ? std::pair(1'000'000LL, QStringLiteral("ms"))
                              : count >= 1'000       ? std::pair(1'000LL, QStringLiteral("us"))
                                                     : std::pair(1LL, QStringLiteral("ns"));
    QString text = QString::number(count / unit);
    if (count % unit != 0) {
        // The unit's own zeros in front keep the fraction's leading ones: 1'000 + 50 -> "1050" -> ".05".
        QString fraction = QString::number(unit + count % unit).mid(1);
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text += u'.' + fraction;
    }
    return text + name;
}

QString secondsText(double seconds) {
    for (std::size_t i = durationUnits.size() - 1; durationUnits[i].seconds > 1.0; --i) {
        const DurationUnit& unit = durationUnits[i];
        if (seconds != 0.0 && std::fmod(seconds, unit.seconds) == 0.0)
            return numberText(seconds / unit.seconds) +
                   QLatin1String(unit.name.data(), static_cast<qsizetype>(unit.name.size()));
    }
    return numberText(seconds) + u's';
}

std::optional<double> parseNumber(QStringView text) {
    const QByteArray bytes = text.toUtf8();
    std::string_view rest(bytes.data(), static_cast<std::size_t>(bytes.size()));
    const auto value = takeNumber(rest);
    return rest.empty() ? value : std::nullopt;
}

std::optional<double> parseSeconds(QStringView text) {
    const QByteArray bytes = text.toUtf8();
    std::string_view rest(bytes.data(), static_cast<std::size_t>(bytes.size()));
    const auto value = takeNumber(rest);
    if (!value)
        return std::nullopt;
    for (const DurationUnit& unit : durationUnits) {
        const double seconds = *value * unit.seconds / unit.perSecond;
        if (rest == unit.name && std::isfinite(seconds))
            return seconds;
    }
    return std::nullopt;
}

} // namespace rillscope
