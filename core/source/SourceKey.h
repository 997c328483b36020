// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace rillscope {

/// From the least to the greatest, both included.
template <typename T>
struct ValueRange {
    T minimum{};
    T maximum{};
    friend bool operator==(const ValueRange&, const ValueRange&) = default;
};

/// One value that a source's URI may hold: what it is called, what may be typed, and what it means. Parser,
/// help and form all read it. Label and help are English, for tr() in the context "Source"; help is one
/// sentence without a full stop.
struct SourceKey {
    struct Text {
        QString shape; ///< what stands for it in a help text, such as "TIME"
    };
    struct File {}; ///< the path of a file
    struct Word {
        QStringList words;
    };
    struct Number {
        ValueRange<double> bounds;
    };
    struct WholeNumber {
        ValueRange<quint64> bounds;
    };
    struct Length { ///< of time, with its unit
        ValueRange<Duration> bounds;
    };
    struct NumberRange { ///< one number, or two with ".." between
        ValueRange<double> bounds;
    };
    struct LengthRange {
        ValueRange<Duration> bounds;
    };
    using Type = std::variant<Text, File, Word, Number, WholeNumber, Length, NumberRange, LengthRange>;

    QString name; ///< as it is typed; of the address, what stands for it in a help text
    const char* label;
    const char* help;
    Type type;
    QString otherwise;        ///< the value of one that is left out; empty: none, or it depends on others
    bool namesSecret = false; ///< its value is the name of a stored secret
};

/// All that the URIs of one kind of source may hold.
struct SourceKeys {
    std::optional<SourceKey> address; ///< what stands before the "?"; none: nothing may stand there
    QList<SourceKey> parameters;
};

} // namespace rillscope
