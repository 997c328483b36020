// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/PlaybackSpeed.h"

#include "core/base/Message.h"
#include "core/base/NumberText.h"

namespace rillscope {

Result<PlaybackSpeed> PlaybackSpeed::parse(const QString& text) {
    if (text == QLatin1String("max"))
        return maximum();
    bool isNumber = false;
    const double factor = text.toDouble(&isNumber);
    if (!isNumber || !(factor >= minimumFactor && factor <= maximumFactor)) {
        return failure(
            ErrorCode::InvalidUri, QStringLiteral("speed"),
            Message(QT_TRANSLATE_NOOP("Message", "“%1” is neither “max” nor a number from 0.001 to 1000000"),
                    text));
    }
    return times(factor);
}

QString PlaybackSpeed::toString() const {
    return isMaximum() ? QStringLiteral("max") : formatNumber(m_factor);
}

} // namespace rillscope
