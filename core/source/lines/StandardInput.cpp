// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/lines/StandardInput.h"

#include "core/source/ByteStreamSource.h"
#include "core/source/TextKeys.h"
#include "core/source/lines/DescriptorInput.h"

#include <unistd.h>

namespace rillscope {
namespace {

const SourceKeys& standardInputKeys() {
    static const SourceKeys keys{std::nullopt, textKeys()};
    return keys;
}

Result<std::unique_ptr<SampleSource>> makeStandardInput(const SourceUri& uri, const SourceContext& context) {
    ParameterReader reader(uri, standardInputKeys());
    const TextOptions options = readTextKeys(reader);
    const auto result = reader.result();
    if (!result)
        return tl::unexpected(result.error());
    return std::make_unique<ByteStreamSource>(
        std::make_unique<DescriptorInput>(STDIN_FILENO, QStringLiteral("standard input")), options,
        context.clock);
}

} // namespace

SourceType standardInputType() {
    return {.scheme = QStringLiteral("stdin"),
            .title = QT_TRANSLATE_NOOP("Source", "Standard input"),
            .streamTitle = QT_TRANSLATE_NOOP("Source", "Standard input"),
            .description = QT_TRANSLATE_NOOP(
                "Source", "Lines from standard input, as in “my-logger | rillscope stdin:”: "
                          "CSV, JSON, key=value or bare numbers"),
            .example = QStringLiteral("stdin:"),
            .keys = standardInputKeys(),
            .traits = {.canWait = true, .isLive = true, .hasExclusiveInput = true, .outlivesProgram = false},
            .make = makeStandardInput};
}

} // namespace rillscope
