// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/InputVerdict.h"

namespace rillscope {

std::optional<Error> inputVerdict(const SampleReader& reader, const QString& subject) {
    const LineCounts& counts = reader.counts();
    if (counts.accepted > 0)
        return std::nullopt;
    if (const auto& first = reader.firstMalformed()) {
        return Error{ErrorCode::UnreadableInput, subject,
                     QStringLiteral("none of its lines could be read as samples (%1 read); line %2: %3")
                         .arg(QString::number(counts.malformed + counts.ignored),
                              QString::number(first->line), first->reason)};
    }
    return Error{ErrorCode::EmptyInput, subject,
                 counts.ignored == 0
                     ? QStringLiteral("it is empty")
                     : QStringLiteral("it holds no samples, only headers, comments or blank lines")};
}

} // namespace rillscope
