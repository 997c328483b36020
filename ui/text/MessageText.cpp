// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/MessageText.h"

#include <QCoreApplication>

namespace rillscope {

QString messageText(const Message& message) {
    return message.worded([](const char* text) { return QCoreApplication::translate("Message", text); });
}

} // namespace rillscope
