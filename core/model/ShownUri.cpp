// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ShownUri.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

constexpr std::array namesWithin{"pass", "pwd", "token", "credential", "authorization"};
constexpr std::array namesAtTheEnd{"key", "secret"};
constexpr std::array wholeNames{"pw", "auth"};

QString decoded(QStringView text) {
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
}

bool isPort(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// "host", "host:1883", "[::1]:1883", or several of them behind each other, separated by commas.
bool isListOfHosts(QStringView authority) {
    const auto isHost = [](QStringView host) {
        const qsizetype bracket = host.lastIndexOf(u']');
        const qsizetype colon = host.indexOf(u':', std::max<qsizetype>(bracket, 0));
        return colon < 0 || isPort(host.mid(colon + 1));
    };
    const QList<QStringView> hosts = authority.split(u',');
    return std::all_of(hosts.begin(), hosts.end(), isHost);
}

/// Sources whose address is a path in the file system: it may hold any character.
bool namesFile(QStringView scheme) {
    constexpr std::array schemes{u"replay", u"capture", u"tail", u"serial"};
    const auto isIt = [scheme](const char16_t* name) {
        return scheme.compare(name, Qt::CaseInsensitive) == 0;
    };
    return std::any_of(schemes.begin(), schemes.end(), isIt);
}

/// The end of "user:password" in "user:password@host/path?key=value"; -1: there is no user.
qsizetype userEnd(QStringView rest) {
    const auto isDelimiter = [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; };
    const auto delimiter = std::find_if(rest.begin(), rest.end(), isDelimiter);
    const QStringView authority = rest.left(delimiter - rest.begin());
    if (const qsizetype at = authority.lastIndexOf(u'@'); at >= 0)
        return at;
    // "user:pa/ss@host": what looks like a port is the beginning of a password.
    return isListOfHosts(authority) ? -1 : rest.lastIndexOf(u'@');
}

} // namespace

bool holdsSecret(QStringView parameterName) {
    const QString name = decoded(parameterName).toLower();
    if (name == QLatin1String("secret")) // it only names one
        return false;
    const auto isWithin = [&name](const char* part) { return name.contains(QLatin1String(part)); };
    const auto isAtTheEnd = [&name](const char* part) { return name.endsWith(QLatin1String(part)); };
    const auto isWhole = [&name](const char* whole) { return name == QLatin1String(whole); };
    return std::any_of(namesWithin.begin(), namesWithin.end(), isWithin) ||
           std::any_of(namesAtTheEnd.begin(), namesAtTheEnd.end(), isAtTheEnd) ||
           std::any_of(wholeNames.begin(), wholeNames.end(), isWhole);
}

PasswordPlace findPassword(QStringView uri) {
    const qsizetype scheme = uri.indexOf(u':');
    if (scheme <= 0)
        return {};
    const bool hasSlashes = uri.mid(scheme + 1).startsWith(u"//");
    if (!hasSlashes && namesFile(uri.left(scheme)))
        return {};
    const qsizetype start = scheme + (hasSlashes ? 3 : 1);
    const qsizetype end = userEnd(uri.mid(start));
    const qsizetype colon = end < 0 ? -1 : uri.mid(start, end).indexOf(u':');
    return colon < 0 ? PasswordPlace() : PasswordPlace{start + colon, end - colon};
}

ShownUri ShownUri::fromText(const QString& text) {
    const qsizetype colon = text.indexOf(u':');
    if (colon <= 0)
        return ShownUri(text);
    QString shown = text;
    const PasswordPlace password = findPassword(shown);
    shown.remove(password.start, password.length);
    const qsizetype question = shown.indexOf(u'?', colon);
    if (question < 0)
        return ShownUri(shown);
    QStringList parameters = shown.mid(question + 1).split(u'&');
    parameters.removeIf([](const QString& parameter) { return holdsSecret(parameter.section(u'=', 0, 0)); });
    shown.truncate(question);
    if (!parameters.isEmpty())
        shown += u'?' + parameters.join(u'&');
    return ShownUri(shown);
}

QString joined(const QList<ShownUri>& uris, const QString& separator) {
    QStringList texts;
    for (const ShownUri& uri : uris)
        texts.append(uri.text());
    return texts.join(separator);
}

} // namespace rillscope
