// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/ShownUri.h"

#include <QList>
#include <QString>

#include <optional>

namespace rillscope {

/// A source as one line of text, "scheme:path?key=value&key=value": for the command line, settings, the list
/// of recent sources and tests. It is checked in shape here; what the keys mean is the source's business.
/// Path and values are percent-decoded; shown() encodes again what would be read differently, and is the only
/// text of a URI: it has no secret in it. Errors: InvalidUri, with the offending part as subject.
class SourceUri {
public:
    static constexpr qsizetype maxLength = 4'096;

    struct Parameter {
        QString key;
        QString value;
        friend bool operator==(const Parameter&, const Parameter&) = default;
    };

    SourceUri(QString scheme, QString path, QList<Parameter> parameters = {});

    /// Reads a URI. Text without a known scheme that names an existing file is read as that file's replay.
    /// A password or another secret in it is refused, whatever the scheme; the error does not repeat it.
    static Result<SourceUri> parse(const QString& text);
    static SourceUri replayOf(const QString& filePath);
    /// A capture that is opened to be looked at; it is no source of samples.
    static SourceUri captureOf(const QString& filePath);
    bool isCapture() const { return m_scheme == QLatin1String("capture"); }

    const QString& scheme() const { return m_scheme; }
    const QString& path() const { return m_path; }
    const QList<Parameter>& parameters() const { return m_parameters; }

    std::optional<QString> parameter(const QString& key) const;
    /// Replaces the value of `key`, or adds it at the end.
    void setParameter(const QString& key, const QString& value);

    /// Refuses parameters that are not among `known`; the message lists those that are.
    Result<void> expectOnly(const QStringList& known) const;

    /// For the screen, files and logs. Reads back to the same URI: one that was parsed holds no secret.
    ShownUri shown() const;

    friend bool operator==(const SourceUri&, const SourceUri&) = default;

private:
    QString m_scheme;
    QString m_path;
    QList<Parameter> m_parameters;
};

/// Whether a file has the name of a capture; only reading it shows what it is.
bool isNamedAsCapture(const QString& path);

} // namespace rillscope
