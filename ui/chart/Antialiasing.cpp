// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/Antialiasing.h"

namespace rillscope {

QString antialiasingName(Antialiasing mode) {
    switch (mode) {
    case Antialiasing::On:
        return QStringLiteral("on");
    case Antialiasing::Off:
        return QStringLiteral("off");
    case Antialiasing::Automatic:
        break;
    }
    return QStringLiteral("automatic");
}

std::optional<Antialiasing> parseAntialiasing(const QString& text) {
    for (const Antialiasing mode : {Antialiasing::Automatic, Antialiasing::On, Antialiasing::Off}) {
        if (antialiasingName(mode) == text)
            return mode;
    }
    return std::nullopt;
}

} // namespace rillscope
