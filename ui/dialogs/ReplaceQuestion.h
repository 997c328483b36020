// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace rillscope {

/// Whether saving to `path` would replace a file. A device or a pipe is written to, never replaced.
bool isReplaced(const QString& path);

/// Asks whether the file at `path` may be replaced, and runs one of the two. Returns at once.
/// Thread: GUI. It closes with `parent`, and then runs neither.
void askToReplace(const QString& path, QWidget* parent, const std::function<void()>& replace,
                  const std::function<void()>& keep = {});

} // namespace rillscope
