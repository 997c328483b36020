// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace rillscope {

/// One value that a form asks for: a key of a pipeline file or of a source's URI. Its value is text, as a
/// person types it: what is wrong with it, the parser says that reads it.
struct KeyField {
    enum class Kind { Text, Number, Flag, Reference, Choice, Aggregates, File };

    QString key;
    QString label;
    QString toolTip;
    Kind kind = Kind::Text;
    QString text;           ///< aggregates with commas between; a flag as "true" or "false"
    QString otherwise;      ///< what no text means; empty: it must be there, or may be missing
    QStringList words;      ///< of a choice, as they are written
    QStringList wordLabels; ///< as they are shown

    friend bool operator==(const KeyField&, const KeyField&) = default;
};

} // namespace rillscope
