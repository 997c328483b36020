// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope {

/// What a form calls a key of a pipeline file; the key itself for one that has no text.
QString keyLabel(const QString& key);
/// What the key means; empty for one that says it all.
QString keyToolTip(const QString& key);
/// The label in a form for a word of a pipeline file.
QString wordLabel(const QString& word);

} // namespace rillscope
