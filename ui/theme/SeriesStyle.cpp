// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/SeriesStyle.h"

#include "ui/theme/ThemeTokens.h"

namespace rillscope {

QPen SeriesStyle::pen(qreal width) const {
    QPen result(color, width, penStyle);
    result.setCosmetic(true);
    return result;
}

SeriesStyle seriesStyle(const ThemeTokens& tokens, int channel) {
    Q_ASSERT(channel >= 0);
    static constexpr std::array penStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    const auto index = static_cast<std::size_t>(channel);
    const std::size_t colors = tokens.series.size();
    return {tokens.series[index % colors], penStyles[(index / colors) % penStyles.size()]};
}

} // namespace rillscope
