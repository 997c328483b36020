// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace rillscope {

/// A text of a SourceType or a SourceKey in the language of the window.
inline QString sourceText(const char* english) {
    return QCoreApplication::translate("Source", english);
}

} // namespace rillscope
