// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/StoredAccount.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rillscope {

std::optional<StoredAccount> StoredAccount::parse(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const auto number = [&document](const char* key) {
        return document.object().value(QLatin1String(key)).toInteger(-1);
    };
    return StoredAccount{number("recorded"), number("derived")};
}

} // namespace rillscope
