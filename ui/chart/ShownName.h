// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope {

/// A channel's name where it stands beside others and has no room of its own: cut in the middle, since names
/// that are long often differ only at their ends.
inline QString shownName(const QString& name, qsizetype longest = 36) {
    if (name.size() <= longest)
        return name;
    const qsizetype head = longest / 2;
    const qsizetype tail = longest - head - 1;
    qsizetype begin = head;
    qsizetype end = name.size() - tail;
    // A character of two code units stays whole, or goes.
    if (name.at(begin - 1).isHighSurrogate())
        --begin;
    if (name.at(end).isLowSurrogate())
        ++end;
    return name.left(begin) + u'…' + name.sliced(end);
}

} // namespace rillscope
