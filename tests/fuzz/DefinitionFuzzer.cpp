// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/DefinitionUpdate.h"
#include "core/process/definition/DefinitionWriter.h"
#include "tests/fuzz/Require.h"

using namespace rillscope;

namespace {

/// Whatever the original was, the updated text means the definition; unless that has mistakes of its own.
void requireUpdate(const QByteArray& original, const PipelineDefinition& definition) {
    const UpdatedDefinition updated = updateDefinition(original, definition);
    const auto parsed = parseDefinition(updated.text, QString());
    RILLSCOPE_REQUIRE(parsed ? *parsed == definition : updated.text == writeDefinition(definition));
}

} // namespace

/// Any bytes as a pipeline file: its mistakes are told, or it is written, read and updated without a change.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto parsed = parseDefinition(text, QStringLiteral("x"));
    if (!parsed) {
        RILLSCOPE_REQUIRE(!parsed.error().isEmpty() && parsed.error().size() <= maxMistakes);
        for (const DefinitionMistake& mistake : parsed.error())
            RILLSCOPE_REQUIRE(!mistake.detail.isEmpty() && mistake.message().size() < 2'000);
        requireUpdate(text, {});
        return 0;
    }
    PipelineDefinition definition = *parsed;
    requireUpdate(text, definition);
    const auto reread = parseDefinition(writeDefinition(definition), QString());
    RILLSCOPE_REQUIRE(reread && *reread == definition);
    if (definition.steps.isEmpty())
        return 0;
    definition.steps.first().enabled ^= true;
    requireUpdate(text, definition);
    definition.steps.move(0, definition.steps.size() - 1);
    requireUpdate(text, definition);
    definition.steps.removeLast();
    requireUpdate(text, definition);
    return 0;
}
