// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/source/SourceUri.h"

#include <QStringList>

#include <optional>

namespace rillscope {

/// Takes typed values out of a URI's parameters. A parameter that is absent or wrong yields the fallback.
/// Errors: the first one is kept for result(): InvalidUri, the parameter as subject, as detail what was
/// expected. Parameters that nobody asked for are an error too.
class ParameterReader {
public:
    explicit ParameterReader(const SourceUri& uri) : m_uri(uri) {}

    std::optional<QString> text(const QString& key);
    double number(const QString& key, double fallback, double minimum, double maximum);
    quint64 wholeNumber(const QString& key, quint64 fallback, quint64 minimum, quint64 maximum);
    /// A length of time with its unit.
    Duration duration(const QString& key, Duration fallback, Duration minimum, Duration maximum);

    void refuse(const QString& subject, const QString& detail);

    /// To be called last.
    Result<void> result() const;

private:
    const SourceUri& m_uri;
    QStringList m_known;
    std::optional<Error> m_error;
};

/// The value as quoted in an error message, cut to a length that can be read.
QString quoted(const QString& value);

} // namespace rillscope
