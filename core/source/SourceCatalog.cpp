// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceCatalog.h"

#include "core/base/Message.h"
#include "core/base/NearestWord.h"

#include <QFileInfo>

#include <algorithm>

namespace rillscope {
namespace {

tl::unexpected<Error> unknownKind(const QString& subject, const QString& scheme, const QStringList& known) {
    const QString nearest = nearestWord(scheme, known);
    return failure(
        ErrorCode::InvalidUri, subject,
        nearest.isEmpty()
            ? Message(QT_TRANSLATE_NOOP("Message", "neither a file nor a known kind of source (%1:)"),
                      known.join(QStringLiteral(":, ")))
            : Message(QT_TRANSLATE_NOOP("Message",
                                        "neither a file nor a known kind of source; did you mean “%1:”?"),
                      nearest));
}

} // namespace

SourceCatalog::SourceCatalog(std::vector<SourceType> types) : m_types(std::move(types)) {
    for ([[maybe_unused]] const SourceType& type : m_types)
        Q_ASSERT(find(type.scheme) == &type);
}

const SourceType* SourceCatalog::find(const QString& scheme) const {
    const auto found = std::find_if(m_types.begin(), m_types.end(),
                                    [&](const SourceType& type) { return type.scheme == scheme; });
    return found == m_types.end() ? nullptr : &*found;
}

const SourceType* SourceCatalog::typeOf(const SourceUri& uri) const {
    return find(uri.scheme());
}

SourceTraits SourceCatalog::traitsOf(const SourceUri& uri) const {
    const SourceType* type = typeOf(uri);
    return type ? type->traits : SourceTraits();
}

bool SourceCatalog::hasPage(const SourceUri& uri, SourcePage page) const {
    const SourceType* type = typeOf(uri);
    return type && type->page == page;
}

QStringList SourceCatalog::schemes() const {
    QStringList schemes;
    for (const SourceType& type : m_types)
        schemes.append(type.scheme);
    return schemes;
}

std::optional<QString> SourceCatalog::fileNamedBy(const QString& text) const {
    const QString scheme = SourceUri::schemeOf(text);
    const bool isUri = find(scheme) || SourceUri(scheme, QString()).isCapture();
    if (isUri || text.isEmpty() || text.contains(QChar::Null) || !QFileInfo::exists(text))
        return std::nullopt;
    return text;
}

SourceUri SourceCatalog::uriOfFile(const QString& path) const {
    const auto player = std::find_if(m_types.begin(), m_types.end(),
                                     [](const SourceType& type) { return type.traits.playsFiles; });
    Q_ASSERT(player != m_types.end());
    return SourceUri::ofFile(player->scheme, path);
}

Result<SourceUri> SourceCatalog::parse(const QString& text) const {
    if (text.isEmpty())
        return failure(
            ErrorCode::InvalidUri, QString(),
            Message(QT_TRANSLATE_NOOP("Message", "the source is empty; try “%1”"), m_types.front().example));
    if (const auto file = fileNamedBy(text))
        return uriOfFile(*file);
    if (const auto checked = SourceUri::checkText(text); !checked)
        return tl::unexpected(checked.error());
    const QString scheme = SourceUri::schemeOf(text);
    if (!find(scheme) && !SourceUri(scheme, QString()).isCapture())
        return unknownKind(SourceUri::excerptOf(text), scheme.isEmpty() ? text : scheme, schemes());
    return SourceUri::parse(text);
}

Result<std::unique_ptr<SampleSource>> SourceCatalog::make(const SourceUri& uri,
                                                          const SourceContext& context) const {
    if (uri.isCapture())
        return failure(
            ErrorCode::InvalidUri, uri.shown().text(),
            Message(QT_TRANSLATE_NOOP("Message",
                                      "a recording is opened in the window; “%1” sends its samples again"),
                    uriOfFile(uri.path()).shown().text()));
    if (const SourceType* type = typeOf(uri))
        return type->make(uri, context);
    return unknownKind(uri.shown().text(), uri.scheme(), schemes());
}

} // namespace rillscope
