// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Quality.h"

namespace rillscope {

std::string_view qualityFlagName(QualityFlag flag) {
    switch (flag) {
    case QualityFlag::OutOfOrder:
        return "outOfOrder";
    case QualityFlag::Duplicate:
        return "duplicate";
    case QualityFlag::OutOfRange:
        return "outOfRange";
    case QualityFlag::NotANumber:
        return "notANumber";
    case QualityFlag::Late:
        return "late";
    case QualityFlag::RateOfChange:
        return "rateOfChange";
    case QualityFlag::Stuck:
        return "stuck";
    case QualityFlag::Gap:
        return "gap";
    case QualityFlag::FarFuture:
        return "farFuture";
    }
    return {};
}

std::string qualityName(Quality quality) {
    std::string name;
    for (const QualityFlag flag : allQualityFlags) {
        if (!quality.testFlag(flag))
            continue;
        if (!name.empty())
            name += '+';
        name += qualityFlagName(flag);
    }
    return name.empty() ? "good" : name;
}

std::optional<Quality> parseQuality(std::string_view text) {
    Quality quality;
    if (text == "good")
        return quality;
    while (true) {
        const std::size_t plus = text.find('+');
        const std::string_view word = text.substr(0, plus);
        bool known = false;
        for (const QualityFlag flag : allQualityFlags) {
            if (word != qualityFlagName(flag))
                continue;
            quality |= flag;
            known = true;
        }
        if (!known)
            return std::nullopt;
        if (plus == std::string_view::npos)
            return quality;
        text.remove_prefix(plus + 1);
    }
}

} // namespace rillscope
