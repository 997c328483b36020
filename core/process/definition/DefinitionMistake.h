// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace rillscope {

/// Something in a pipeline file that cannot be followed, and what was expected in its place.
struct DefinitionMistake {
    QString file;
    int line = 0;   ///< counted from 1; 0: the file as a whole
    QString step;   ///< name of the step it is in, if any
    QString key;    ///< empty when it is about no single key
    Message detail; ///< one sentence without a full stop

    /// "machine.toml:14: threshold".
    QString place() const {
        QString text = file;
        if (line > 0)
            text += u':' + QString::number(line);
        return key.isEmpty() ? text : text + QStringLiteral(": ") + key;
    }

    /// In English: "machine.toml:14: threshold: expected a number, got "12 C"".
    QString message() const { return place() + QStringLiteral(": ") + detail.english(); }

    friend bool operator==(const DefinitionMistake&, const DefinitionMistake&) = default;
};

using DefinitionMistakes = QList<DefinitionMistake>;

/// The most that are reported; nobody reads more, and looking for them in a hostile file would take long.
inline constexpr qsizetype maxMistakes = 100;

/// A value, or all that kept it from being made: never an empty list.
template <typename T>
using DefinitionResult = tl::expected<T, DefinitionMistakes>;

} // namespace rillscope
