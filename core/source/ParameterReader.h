// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/source/SourceKey.h"
#include "core/source/SourceUri.h"

#include <QStringList>

#include <optional>

namespace rillscope {

/// Takes typed values out of a URI after the table of its keys, which holds the bounds of each. A parameter
/// that is absent or wrong yields the fallback. Precondition of each call: the table has such a key of this
/// type. Errors: the first one is kept for result(): InvalidUri, the parameter as subject, as detail what was
/// expected. Parameters that nobody asked for are an error too, as is an address that is missing or one too
/// many.
class ParameterReader {
public:
    /// Both must outlive the reader.
    ParameterReader(const SourceUri& uri, const SourceKeys& keys);

    /// Of any type.
    std::optional<QString> text(const QString& name);
    double number(const QString& name, double fallback);
    quint64 wholeNumber(const QString& name, quint64 fallback);
    /// A length of time with its unit.
    Duration duration(const QString& name, Duration fallback);
    /// One value, or two with ".." between.
    ValueRange<double> numberRange(const QString& name, const ValueRange<double>& fallback);
    ValueRange<Duration> durationRange(const QString& name, const ValueRange<Duration>& fallback);
    /// Which of its words it is, counted from 0.
    qsizetype word(const QString& name, qsizetype fallback);

    void refuse(const QString& subject, const Message& detail);

    /// To be called last.
    Result<void> result() const;

private:
    const SourceKey& key(const QString& name) const;
    void checkAddress();

    const SourceUri& m_uri;
    const SourceKeys& m_keys;
    QStringList m_known;
    std::optional<Error> m_error;
};

/// The value as quoted in an error message, cut to a length that can be read.
QString quoted(const QString& value);

} // namespace rillscope
