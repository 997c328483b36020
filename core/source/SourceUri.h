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
/// of recent sources and tests. Its shape is checked here; which kinds there are the SourceCatalog knows, and
/// what the keys mean each kind. Path and values are percent-decoded; shown() encodes again what would be
/// read differently, and is the only text of a URI: it has no secret in it. Errors: InvalidUri, with the
/// offending part as subject.
class SourceUri {
public:
    static constexpr qsizetype maxLength = 4'096;

    struct Parameter {
        QString key;
        QString value;
        friend bool operator==(const Parameter&, const Parameter&) = default;
    };

    SourceUri(QString scheme, QString path, QList<Parameter> parameters = {});

    /// Reads a URI of any scheme. Errors: those of checkText(), too.
    static Result<SourceUri> parse(const QString& text);
    /// A password or another secret is refused, whatever the scheme, as is a text that is too long. The error
    /// does not repeat a secret.
    static Result<void> checkText(const QString& text);
    /// In lower case; empty for a text that does not begin with a scheme.
    static QString schemeOf(const QString& text);
    /// The beginning of a text that may be no URI, for a message: without what may be a password.
    static QString excerptOf(const QString& text);

    /// A file's path as the address of a source.
    static SourceUri ofFile(const QString& scheme, const QString& filePath);
    /// A capture that is opened to be looked at; it is no source of samples.
    static SourceUri captureOf(const QString& filePath);
    bool isCapture() const { return m_scheme == QLatin1String("capture"); }

    const QString& scheme() const { return m_scheme; }
    /// Whether the other one reads from the same place, whatever its parameters.
    bool hasSameAddress(const SourceUri& other) const {
        return m_scheme == other.m_scheme && m_path == other.m_path;
    }
    const QString& path() const { return m_path; }
    const QList<Parameter>& parameters() const { return m_parameters; }

    std::optional<QString> parameter(const QString& key) const;
    /// Replaces the value of `key`, or adds it at the end.
    void setParameter(const QString& key, const QString& value);

    /// Refuses parameters that are not among `known`; the message names the nearest and lists them all.
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
