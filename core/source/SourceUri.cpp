// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceUri.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

const QStringList& knownSchemes() {
    static const QStringList schemes{QStringLiteral("sim"), QStringLiteral("replay"), QStringLiteral("stdin"),
                                     QStringLiteral("capture")};
    return schemes;
}

tl::unexpected<Error> invalid(const QString& part, const QString& detail) {
    return failure(ErrorCode::InvalidUri, part, detail);
}

bool isHexDigit(QChar character) {
    const char16_t c = character.toLower().unicode();
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

Result<QString> percentDecoded(const QString& text) {
    for (qsizetype i = text.indexOf(u'%'); i >= 0; i = text.indexOf(u'%', i + 1)) {
        if (i + 2 >= text.size() || !isHexDigit(text.at(i + 1)) || !isHexDigit(text.at(i + 2)))
            return invalid(
                text, QStringLiteral("a “%” must be followed by two hexadecimal digits (“%25” for itself)"));
    }
    const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; };
    if (std::any_of(decoded.begin(), decoded.end(), isControl) ||
        decoded.contains(QChar::ReplacementCharacter))
        return invalid(text.toHtmlEscaped(),
                       QStringLiteral("control characters and broken UTF-8 are not allowed"));
    return decoded;
}

QString percentEncoded(QString text, const QString& reserved) {
    text.replace(u'%', QStringLiteral("%25"));
    for (const QChar character : reserved)
        text.replace(character, u'%' + QString::number(character.unicode(), 16).toUpper());
    return text;
}

Result<SourceUri::Parameter> parseParameter(const QString& text) {
    const qsizetype equals = text.indexOf(u'=');
    if (text.isEmpty())
        return invalid(QStringLiteral("?"), QStringLiteral("a parameter is empty; expected key=value"));
    if (equals < 0)
        return invalid(text, QStringLiteral("this parameter has no value; expected key=value"));
    if (equals == 0)
        return invalid(text, QStringLiteral("this parameter has no name; expected key=value"));
    if (equals == text.size() - 1)
        return invalid(text.left(equals), QStringLiteral("the value is missing"));
    const auto value = percentDecoded(text.mid(equals + 1));
    if (!value)
        return tl::unexpected(value.error());
    return SourceUri::Parameter{text.left(equals), *value};
}

Result<QList<SourceUri::Parameter>> parseParameters(const QString& query) {
    QList<SourceUri::Parameter> parameters;
    for (const QString& part : query.split(u'&')) {
        const auto parameter = parseParameter(part);
        if (!parameter)
            return tl::unexpected(parameter.error());
        for (const SourceUri::Parameter& earlier : std::as_const(parameters)) {
            if (earlier.key == parameter->key)
                return invalid(parameter->key, QStringLiteral("given twice"));
        }
        parameters.append(*parameter);
    }
    return parameters;
}

} // namespace

SourceUri::SourceUri(QString scheme, QString path, QList<Parameter> parameters)
    : m_scheme(std::move(scheme)), m_path(std::move(path)), m_parameters(std::move(parameters)) {}

SourceUri SourceUri::captureOf(const QString& filePath) {
    return SourceUri(QStringLiteral("capture"), filePath);
}

SourceUri SourceUri::replayOf(const QString& filePath) {
    return SourceUri(QStringLiteral("replay"), filePath);
}

Result<SourceUri> SourceUri::parse(const QString& text) {
    if (text.isEmpty())
        return invalid(QString(),
                       QStringLiteral("the source is empty; try “sim:normal” or “replay:FILE.csv”"));
    if (text.size() > maxLength)
        return invalid(text.left(40) + u'…', QStringLiteral("longer than %1 characters").arg(maxLength));
    const qsizetype colon = text.indexOf(u':');
    const QString scheme = text.left(std::max<qsizetype>(colon, 0)).toLower();
    if (!knownSchemes().contains(scheme)) {
        if (!text.contains(QChar::Null) && QFileInfo::exists(text))
            return replayOf(text);
        return invalid(text.left(80), QStringLiteral("neither a file nor a known kind of source (%1:)")
                                          .arg(knownSchemes().join(QStringLiteral(":, "))));
    }
    const qsizetype question = text.indexOf(u'?', colon);
    const auto path = percentDecoded(text.mid(colon + 1, question < 0 ? -1 : question - colon - 1));
    if (!path)
        return tl::unexpected(path.error());
    if (question < 0)
        return SourceUri(scheme, *path);
    const auto parameters = parseParameters(text.mid(question + 1));
    if (!parameters)
        return tl::unexpected(parameters.error());
    return SourceUri(scheme, *path, *parameters);
}

std::optional<QString> SourceUri::parameter(const QString& key) const {
    for (const Parameter& parameter : m_parameters) {
        if (parameter.key == key)
            return parameter.value;
    }
    return std::nullopt;
}

void SourceUri::setParameter(const QString& key, const QString& value) {
    for (Parameter& parameter : m_parameters) {
        if (parameter.key == key) {
            parameter.value = value;
            return;
        }
    }
    m_parameters.append({key, value});
}

Result<void> SourceUri::expectOnly(const QStringList& known) const {
    for (const Parameter& parameter : m_parameters) {
        if (known.contains(parameter.key))
            continue;
        return invalid(parameter.key, known.isEmpty()
                                          ? QStringLiteral("%1: takes no parameters").arg(m_scheme)
                                          : QStringLiteral("%1: knows no such parameter; it takes %2")
                                                .arg(m_scheme, known.join(QStringLiteral(", "))));
    }
    return {};
}

QString SourceUri::toString() const {
    QString text = m_scheme + u':' + percentEncoded(m_path, QStringLiteral("?"));
    QChar separator = u'?';
    for (const Parameter& parameter : m_parameters) {
        text += separator + parameter.key + u'=' + percentEncoded(parameter.value, QStringLiteral("&"));
        separator = u'&';
    }
    return text;
}

bool isNamedAsCapture(const QString& path) {
    return path.endsWith(QLatin1String(".rill"), Qt::CaseInsensitive);
}

namespace {

bool namesSecret(const QString& parameter) {
    const QString key =
        QString::fromUtf8(QByteArray::fromPercentEncoding(parameter.section(u'=', 0, 0).toUtf8())).toLower();
    const auto isIn = [&key](const char* word) { return key.contains(QLatin1String(word)); };
    constexpr std::array words{"pass", "pwd",        "secret", "token", "key",
                               "auth", "credential", "user",   "login"};
    return std::any_of(words.begin(), words.end(), isIn);
}

/// "//user:password@host/rest" loses what stands before the '@'. The path of a file is none of this.
QString withoutUser(const QString& address) {
    if (!address.startsWith(QLatin1String("//")))
        return address;
    const qsizetype hostEnd = address.indexOf(u'/', 2);
    const qsizetype at = address.lastIndexOf(u'@', hostEnd < 0 ? -1 : hostEnd);
    return at < 0 ? address : QStringLiteral("//") + address.mid(at + 1);
}

} // namespace

QString withoutSecrets(const QString& uri) {
    const qsizetype colon = uri.indexOf(u':');
    if (colon <= 0 || uri.startsWith(QLatin1String("replay:")))
        return uri;
    const qsizetype question = uri.indexOf(u'?', colon);
    const QString address = question < 0 ? uri.mid(colon + 1) : uri.mid(colon + 1, question - colon - 1);
    QString result = uri.left(colon + 1) + withoutUser(address);
    if (question < 0)
        return result;
    QStringList parameters = uri.mid(question + 1).split(u'&');
    parameters.removeIf(namesSecret);
    if (!parameters.isEmpty())
        result += u'?' + parameters.join(u'&');
    return result;
}

} // namespace rillscope
