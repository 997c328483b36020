// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringView>

namespace rillscope {

/// The text of a source URI as it may be shown, stored and logged: it never holds a secret. Whatever keeps or
/// shows a URI takes this type, and nothing converts to it by itself, so that the compiler refuses plain
/// text. A user name stays, and so does "secret=NAME", which only names a secret that is kept elsewhere.
class ShownUri {
public:
    /// None.
    ShownUri() = default;
    /// Leaves out passwords and parameters that hold a secret. Any text will do; what is no URI stays as it
    /// is.
    static ShownUri fromText(const QString& text);

    const QString& text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const ShownUri&, const ShownUri&) = default;

private:
    explicit ShownUri(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

/// "a · b".
QString joined(const QList<ShownUri>& uris, const QString& separator);

/// Whether a parameter of this name holds a secret; the name may be percent-encoded.
bool holdsSecret(QStringView parameterName);

/// Where ":password" stands in "scheme://user:password@host/path", also when it was not encoded and so holds
/// "/",
/// "?" or "@". Length 0: there is none. The name of a file is not searched.
struct PasswordPlace {
    qsizetype start = 0;
    qsizetype length = 0;
};
PasswordPlace findPassword(QStringView uri);

} // namespace rillscope

Q_DECLARE_METATYPE(rillscope::ShownUri)
