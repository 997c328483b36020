// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Quality.h"

#include <algorithm>

namespace rillscope {

std::string_view qualityFlagName(QualityFlag flag) {
    return markTable.at(markNumber(flag)).word;
}

std::string qualityName(Quality quality) {
    std::string name;
    for (const MarkRow& mark : markTable) {
        if (!quality.testFlag(mark.flag))
            continue;
        if (!name.empty())
            name += '+';
        name += mark.word;
    }
    return name.empty() ? "good" : name;
}

std::optional<QualityFlag> parseQualityFlag(std::string_view word) {
    for (const MarkRow& mark : markTable) {
        if (word == mark.word)
            return mark.flag;
    }
    return std::nullopt;
}

std::optional<Quality> parseQuality(std::string_view text) {
    Quality quality;
    if (text == "good")
        return quality;
    while (true) {
        const std::size_t plus = text.find('+');
        const std::optional<QualityFlag> flag = parseQualityFlag(text.substr(0, plus));
        if (!flag)
            return std::nullopt;
        quality |= *flag;
        if (plus == std::string_view::npos)
            return quality;
        text.remove_prefix(plus + 1);
    }
}

Severity qualitySeverity(Quality quality) {
    Severity severity = Severity::Notice;
    for (const MarkRow& mark : markTable) {
        if (quality.testFlag(mark.flag))
            severity = std::max(severity, mark.severity);
    }
    return severity;
}

} // namespace rillscope
