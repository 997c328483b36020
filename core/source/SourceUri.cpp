// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceUri.h"

#include "core/base/Message.h"
#include "core/base/NearestWord.h"

#include <QStringList>

#include <algorithm>

namespace rillscope {
namespace {

tl::unexpected<Error> invalid(const QString& part, const Message& detail) {
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
                text,
                Message(QT_TRANSLATE_NOOP(
                            "Message", "a “%” must be followed by two hexadecimal digits (“%1” for itself)"),
                        QStringLiteral("%25")));
    }
    const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; };
    if (std::any_of(decoded.begin(), decoded.end(), isControl) ||
        decoded.contains(QChar::ReplacementCharacter))
        return invalid(
            text.toHtmlEscaped(),
            Message(QT_TRANSLATE_NOOP("Message", "control characters and broken UTF-8 are not allowed")));
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
        return invalid(QStringLiteral("?"),
                       Message(QT_TRANSLATE_NOOP("Message", "a parameter is empty; expected key=value")));
    if (equals < 0)
        return invalid(
            text, Message(QT_TRANSLATE_NOOP("Message", "this parameter has no value; expected key=value")));
    if (equals == 0)
        return invalid(
            text, Message(QT_TRANSLATE_NOOP("Message", "this parameter has no name; expected key=value")));
    if (equals == text.size() - 1)
        return invalid(text.left(equals), Message(QT_TRANSLATE_NOOP("Message", "the value is missing")));
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
                return invalid(parameter->key, Message(QT_TRANSLATE_NOOP("Message", "given twice")));
        }
        parameters.append(*parameter);
    }
    return parameters;
}

/// A secret does not belong into a text that is typed, stored and shown.
Result<void> refuseSecrets(const QString& uri) {
    const Message advice = Message(QT_TRANSLATE_NOOP(
        "Message", "a source URI must not hold a secret; name a stored one with secret=NAME"));
    const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(uri.toUtf8()));
    if (findPassword(uri).length > 0 || findPassword(decoded).length > 0)
        return invalid(QStringLiteral("user:password@"), advice);
    const qsizetype question = uri.indexOf(u'?');
    if (question < 0)
        return {};
    for (const QString& parameter : uri.mid(question + 1).split(u'&')) {
        const qsizetype equals = parameter.indexOf(u'=');
        if (equals > 0 && holdsSecret(QStringView(parameter).left(equals)))
            return invalid(parameter.left(equals), advice);
    }
    return {};
}

/// For an error about text that may not even be a URI: whatever stands before an @ could be a password.
QString withoutUser(const QString& text) {
    const qsizetype at = text.lastIndexOf(u'@');
    return at < 0 ? text : QStringLiteral("…@") + text.mid(at + 1);
}

/// Two slashes would begin a host.
QString asPath(const QString& filePath) {
    const auto isOther = [](QChar c) { return c != u'/'; };
    const auto slashes = std::find_if(filePath.begin(), filePath.end(), isOther) - filePath.begin();
    return slashes > 1 ? filePath.mid(slashes - 1) : filePath;
}

} // namespace

SourceUri::SourceUri(QString scheme, QString path, QList<Parameter> parameters)
    : m_scheme(std::move(scheme)), m_path(std::move(path)), m_parameters(std::move(parameters)) {}

SourceUri SourceUri::captureOf(const QString& filePath) {
    return SourceUri(QStringLiteral("capture"), asPath(filePath));
}

SourceUri SourceUri::ofFile(const QString& scheme, const QString& filePath) {
    return SourceUri(scheme, asPath(filePath));
}

QString SourceUri::schemeOf(const QString& text) {
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const auto belongs = [&](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.';
    };
    const QString scheme = text.left(std::max<qsizetype>(text.indexOf(u':'), 0)).toLower();
    const bool isScheme =
        !scheme.isEmpty() && isLetter(scheme.front()) && std::all_of(scheme.begin(), scheme.end(), belongs);
    return isScheme ? scheme : QString();
}

QString SourceUri::excerptOf(const QString& text) {
    return withoutUser(text).left(80);
}

Result<void> SourceUri::checkText(const QString& text) {
    if (auto refused = refuseSecrets(text); !refused)
        return refused;
    if (text.size() > maxLength)
        return invalid(withoutUser(text).left(40) + u'…',
                       Message(QT_TRANSLATE_NOOP("Message", "longer than %1 characters"), maxLength));
    return {};
}

Result<SourceUri> SourceUri::parse(const QString& text) {
    if (const auto checked = checkText(text); !checked)
        return tl::unexpected(checked.error());
    const QString scheme = schemeOf(text);
    if (scheme.isEmpty())
        return invalid(excerptOf(text),
                       Message(QT_TRANSLATE_NOOP("Message", "a source begins with its kind and a colon")));
    const qsizetype pathBegin = scheme.size() + 1;
    const qsizetype question = text.indexOf(u'?', pathBegin);
    const auto path = percentDecoded(text.mid(pathBegin, question < 0 ? -1 : question - pathBegin));
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
        if (known.isEmpty())
            return invalid(parameter.key,
                           Message(QT_TRANSLATE_NOOP("Message", "%1: takes no parameters"), m_scheme));
        const QString nearest = nearestWord(parameter.key, known);
        const QString list = known.join(QStringLiteral(", "));
        return invalid(
            parameter.key,
            nearest.isEmpty()
                ? Message(QT_TRANSLATE_NOOP("Message", "%1: knows no such parameter; it takes %2"), m_scheme,
                          list)
                : Message(QT_TRANSLATE_NOOP("Message",
                                            "%1: knows no such parameter; did you mean “%2”? It takes %3"),
                          m_scheme, nearest, list));
    }
    return {};
}

ShownUri SourceUri::shown() const {
    QString text = m_scheme + u':' + percentEncoded(m_path, QStringLiteral("?"));
    QChar separator = u'?';
    for (const Parameter& parameter : m_parameters) {
        text += separator + parameter.key + u'=' + percentEncoded(parameter.value, QStringLiteral("&"));
        separator = u'&';
    }
    return ShownUri::fromText(text);
}

bool isNamedAsCapture(const QString& path) {
    return path.endsWith(QLatin1String(".rill"), Qt::CaseInsensitive);
}

} // namespace rillscope
