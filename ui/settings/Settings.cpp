// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/Settings.h"

namespace rillscope {

void Settings::rememberSource(const SourceUri& uri) {
    lastSource = uri;
    rememberRecent(uri);
}

void Settings::rememberRecent(const SourceUri& uri) {
    recentSources.removeAll(uri);
    recentSources.prepend(uri);
    while (recentSources.size() > maxRecentSources)
        recentSources.removeLast();
}

} // namespace rillscope
