// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/InputVerdict.h"

#include "core/base/Message.h"

namespace rillscope {

std::optional<Error> inputVerdict(const SampleReader& reader, const QString& subject) {
    const LineCounts& counts = reader.counts();
    if (counts.accepted > 0)
        return std::nullopt;
    if (const auto& first = reader.firstMalformed()) {
        return Error{
            ErrorCode::UnreadableInput, subject,
            Message(QT_TRANSLATE_NOOP("Message",
                                      "none of its lines could be read as samples (%1 read); line %2: %3"),
                    QString::number(counts.malformed + counts.ignored), QString::number(first->line),
                    first->reason)};
    }
    return Error{ErrorCode::EmptyInput, subject,
                 counts.ignored == 0
                     ? Message(QT_TRANSLATE_NOOP("Message", "it is empty"))
                     : Message(QT_TRANSLATE_NOOP(
                           "Message", "it holds no samples, only headers, comments or blank lines"))};
}

} // namespace rillscope
