// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionUpdate.h"

#include "core/process/definition/DefinitionDocument.h"
#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/DefinitionWriter.h"
#include "tests/core/process/definition/RandomDefinition.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

const QByteArray original = R"(# The oven line.
# Ask Ms. Weber before you change a limit.
format = 1 # version

[event_time]
out_of_orderness = "60s" # the gateway's worst

# ---- Filters ----

# Takes the flicker out.
[[step]]
kind = "moving_median"
name   =   "smooth"       # aligned by hand
# half a minute was too little
over = "1min"
# or '45s'

# ---- Windows ----

[[step]]
name = "hourly"
kind = "tumble"
size = "60min"
aggregates = [
    "mean", # for the report
    "max",
]

# ---- Alarms ----

# Burns the varnish.
[[step]]
kind = "alarm"
name = "hot"
of = "smooth"
when = "above"
high = 80   # °C
# The end.
)";

PipelineDefinition definitionOf(const QByteArray& text) {
    const auto parsed = parseDefinition(text, QStringLiteral("x"));
    EXPECT_TRUE(parsed) << text.toStdString() << parsed.error().constFirst().message().toStdString();
    return parsed.value_or(PipelineDefinition{});
}

/// What becomes of the original when `change` changes its definition.
template <typename Change>
UpdatedDefinition updated(Change change) {
    PipelineDefinition definition = definitionOf(original);
    change(definition);
    const UpdatedDefinition result = updateDefinition(original, definition);
    EXPECT_EQ(definitionOf(result.text), definition) << result.text.toStdString();
    return result;
}

QByteArray replaced(const QByteArray& before, const QByteArray& after) {
    EXPECT_EQ(original.count(before), 1);
    return QByteArray(original).replace(before, after);
}

TEST(DefinitionUpdateTest, LeavesATextAloneThatSaysTheSame) {
    const UpdatedDefinition same = updated([](PipelineDefinition&) {});
    EXPECT_EQ(same.text, original);
    EXPECT_EQ(same.lostComments, QStringList());
    const QByteArray windows = QByteArray(original).replace("\n", "\r\n");
    EXPECT_EQ(updateDefinition(windows, definitionOf(windows)).text, windows);
    const QByteArray open = original.chopped(1);
    EXPECT_EQ(updateDefinition(open, definitionOf(open)).text, open);
}

TEST(DefinitionUpdateTest, RewritesTheLineOfAChangedKeyOnly) {
    const auto hotter = updated([](PipelineDefinition& definition) {
        std::get<AlarmRule>(definition.steps[2].settings).high = 95.5;
    });
    EXPECT_EQ(hotter.text, replaced("high = 80   # °C", "high = 95.5   # °C"));
    EXPECT_EQ(hotter.lostComments, QStringList());
    const auto later =
        updated([](PipelineDefinition& definition) { definition.eventTime.outOfOrderness = 5min; });
    EXPECT_EQ(later.text, replaced("\"60s\"", "\"5min\""));
}

TEST(DefinitionUpdateTest, AddsAKeyBehindTheLastOne) {
    const auto off = updated([](PipelineDefinition& definition) { definition.steps[0].enabled = false; });
    EXPECT_EQ(off.text, replaced("over = \"1min\"\n", "over = \"1min\"\nenabled = false\n"));
}

TEST(DefinitionUpdateTest, TellsTheCommentsOfACutKey) {
    const auto cut = updated([](PipelineDefinition& definition) {
        AlarmRule& rule = std::get<AlarmRule>(definition.steps[2].settings);
        rule = AlarmRule{AlarmCondition::Below, 5.0};
    });
    EXPECT_EQ(cut.text, QByteArray(original).replace("when = \"above\"\nhigh = 80   # °C\n",
                                                     "when = \"below\"\nlow = 5.0\n"));
    EXPECT_EQ(cut.lostComments, QStringList{QStringLiteral("# °C")});
    const auto other = updated([](PipelineDefinition& definition) {
        std::get<TumblingWindow>(definition.steps[1].settings).aggregates = {Aggregate::P99};
    });
    EXPECT_EQ(other.lostComments, QStringList{QStringLiteral("# for the report")});
}

TEST(DefinitionUpdateTest, CutsAStepWithTheCommentsThatAreItsOwn) {
    const auto without = updated([](PipelineDefinition& definition) { definition.steps.removeAt(1); });
    EXPECT_EQ(without.text,
              replaced("[[step]]\nname = \"hourly\"\nkind = \"tumble\"\nsize = \"60min\"\naggregates = "
                       "[\n    \"mean\", # for the report\n    \"max\",\n]\n\n",
                       ""));
    EXPECT_EQ(without.lostComments, QStringList{QStringLiteral("# for the report")});
    const auto empty = updated([](PipelineDefinition& definition) { definition.steps.clear(); });
    for (const char* heading :
         {"# ---- Filters ----", "# ---- Windows ----", "# ---- Alarms ----", "# The oven line."})
        EXPECT_TRUE(empty.text.contains(heading)) << heading;
    EXPECT_FALSE(empty.text.contains("varnish"));
    EXPECT_TRUE(empty.lostComments.contains(QStringLiteral("# Burns the varnish.")));
}

TEST(DefinitionUpdateTest, MovesAStepWithItsComments) {
    const auto moved = updated([](PipelineDefinition& definition) { definition.steps.move(1, 0); });
    EXPECT_EQ(moved.lostComments, QStringList());
    EXPECT_LT(moved.text.indexOf("for the report"), moved.text.indexOf("Takes the flicker out"));
    EXPECT_LT(moved.text.indexOf("# ---- Filters"),
              moved.text.indexOf("for the report")); // headings keep their place
}

TEST(DefinitionUpdateTest, KnowsARenamedStep) {
    const auto renamed = updated([](PipelineDefinition& definition) {
        definition.steps[0].name = QStringLiteral("calm");
        definition.steps[2].of = QStringLiteral("calm");
    });
    EXPECT_EQ(renamed.text, replaced("\"smooth\"       #", "\"calm\"       #")
                                .replace("name   =   ", "name = ")
                                .replace("of = \"smooth\"", "of = \"calm\""));
    EXPECT_EQ(renamed.lostComments, QStringList());
}

TEST(DefinitionUpdateTest, AddsAStepWhereItComes) {
    const auto grown = updated([](PipelineDefinition& definition) {
        definition.steps.insert(1,
                                {QStringLiteral("slope"), QStringLiteral("*"), {}, true, RateOfChange{1min}});
        definition.units.append({QStringLiteral("*"), Unit::Kelvin});
    });
    const QByteArray step = "\n[[step]]\nkind = \"rate_of_change\"\nname = \"slope\"\nper = \"1min\"\n";
    EXPECT_EQ(grown.text, replaced("# or '45s'\n", "# or '45s'\n" + step)
                              .replace("worst\n", "worst\n\n[[unit]]\nunit = \"kelvin\"\n"));
    EXPECT_EQ(grown.lostComments, QStringList());
}

TEST(DefinitionUpdateTest, WritesATextAnewThatItCannotFollow) {
    const PipelineDefinition definition = definitionOf(original);
    for (const QByteArray& odd :
         {QByteArray("format = 1 # odd\nstep = [{kind = 'dead_band', name = 'x', band = 1}]\n"),
          QByteArray("format = 1 # odd\nevent_time = {out_of_orderness = '1s'}\n"),
          QByteArray("format = 1 # odd\nevent_time.out_of_orderness = '1s'\n"),
          QByteArray("format = # odd\n")}) {
        const UpdatedDefinition result = updateDefinition(odd, definition);
        EXPECT_EQ(result.text, writeDefinition(definition));
        EXPECT_EQ(result.lostComments, QStringList{QStringLiteral("# odd")});
    }
    EXPECT_EQ(updateDefinition({}, definition).text, writeDefinition(definition));
}

/// A definition's text with comments all over it, no two the same, and keys in other ways of writing.
class CommentedText {
public:
    CommentedText(const PipelineDefinition& definition, test::RandomDefinition& random) : m_random(random) {
        for (QByteArray line : linesOf(writeDefinition(definition))) {
            if (random.isOneIn(4) && !line.startsWith("\n"))
                text += comment();
            if (random.isOneIn(4) && line.startsWith("\n"))
                text += '\n' + comment();
            if (random.isOneIn(4) && line.trimmed().contains('='))
                line = line.chopped(1) + "  " + comment();
            if (random.isOneIn(6) && line.startsWith("aggregates = [") && !line.contains('#'))
                line = line.insert(line.indexOf('[') + 1, comment());
            text += line;
        }
        text += comment();
    }

    QByteArray text;
    int count = 0;

private:
    QByteArray comment() {
        return "# comment " + QByteArray::number(++count) + "; " + (m_random.isOneIn(2) ? "\"" : "") + "\n";
    }

    test::RandomDefinition& m_random;
};

TEST(DefinitionUpdateTest, KeepsEveryCommentThatItDoesNotTellLost) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    test::RandomDefinition random(seed);
    qsizetype lost = 0;
    qsizetype all = 0;
    for (int round = 0; round < 400; ++round) {
        PipelineDefinition definition = random.make();
        const CommentedText commented(definition, random);
        ASSERT_EQ(updateDefinition(commented.text, definition).text, commented.text);
        for (std::size_t changes = 1 + random.below(4); changes > 0; --changes)
            random.change(definition);
        const UpdatedDefinition updated = updateDefinition(commented.text, definition);
        ASSERT_EQ(definitionOf(updated.text), definition)
            << commented.text.toStdString() << updated.text.toStdString();
        for (int i = 1; i <= commented.count; ++i) {
            const QByteArray comment = "# comment " + QByteArray::number(i) + ';';
            const auto told =
                std::count_if(updated.lostComments.begin(), updated.lostComments.end(),
                              [&](const QString& text) { return text.toUtf8().startsWith(comment); });
            ASSERT_EQ(updated.text.count(comment) + told, 1)
                << comment.toStdString() << '\n'
                << commented.text.toStdString() << updated.text.toStdString();
        }
        lost += updated.lostComments.size();
        all += commented.count;
    }
    EXPECT_LT(lost, all / 3);
}

/// The step's lines in a text, from its header to its last key.
QByteArray bodyOf(const QByteArray& text, const QString& name) {
    const auto document = splitDefinition(text);
    for (const DocumentPart& part : document->parts) {
        if (part.kind == PartKind::Step && std::get<QString>(part.table.find(u"name")->value.content) == name)
            return part.attached.join() + part.body.join();
    }
    return {};
}

TEST(DefinitionUpdateTest, CopiesAnUnchangedStepToTheByte) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    test::RandomDefinition random(seed);
    for (int round = 0; round < 250; ++round) {
        const PipelineDefinition before = random.make();
        const CommentedText commented(before, random);
        PipelineDefinition after = before;
        random.change(after);
        const QByteArray text = updateDefinition(commented.text, after).text;
        for (const StepDefinition& step : after.steps) {
            if (before.steps.contains(step)) {
                // The file's last comment touches the last step, wherever that is moved to.
                ASSERT_EQ(bodyOf(text, step.name), bodyOf(commented.text, step.name)) << text.toStdString();
            }
        }
    }
}

} // namespace
} // namespace rillscope
