// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceTree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <regex>

namespace rillscope::test {
namespace {

using Names = std::vector<std::string>;

/// Marks, kinds of events, or kinds of steps: where they are listed, how the code names one, and where it
/// may.
struct Family {
    std::string listedIn;
    std::regex list; ///< its first group is the text that has the names
    std::regex name; ///< in a list
    std::string before = {};
    Names tables;     ///< each name is in all of them
    Names reactingIn; ///< folders that may name any of them
};

Family marks() {
    return {"core/model/Quality.h",
            std::regex(R"re(enum class QualityFlag[^{]*\{([^}]*)\})re"),
            std::regex(R"re((\w+) =)re"),
            "QualityFlag::",
            {"core/model/Quality.h", "ui/text/QualityText.cpp", "ui/chart/MarkShapes.cpp"},
            {}};
}

/// The window may react to an event, with a banner for example.
Family events() {
    return {"core/pipeline/StreamEvent.h",
            std::regex(R"re(enum class Kind \{([^}]*)\})re"),
            std::regex(R"re(([A-Z]\w*))re"),
            "Kind::",
            {"core/pipeline/EventTable.cpp", "ui/text/EventText.cpp"},
            {"app/gui"}};
}

Family steps() {
    return {"core/process/definition/StepSettings.h",
            std::regex(R"re(using StepSettings = std::variant<([^>]*)>)re"),
            std::regex(R"re(([A-Z]\w*))re"),
            "",
            {"core/process/definition/StepSettings.h", "ui/text/StepText.cpp"},
            {}};
}

std::vector<SourceFile> programWithoutComments() {
    std::vector<SourceFile> files = readProject({"core", "ui", "app"});
    std::erase_if(files, [](const SourceFile& file) { return !file.isCpp(); });
    for (SourceFile& file : files)
        file.text = withoutLiterals(withoutComments(file.text));
    return files;
}

Names namesOf(const Family& family, const std::vector<SourceFile>& files) {
    const auto file = std::ranges::find(files, family.listedIn, &SourceFile::path);
    std::smatch list;
    if (file == files.end() || !std::regex_search(file->text, list, family.list))
        return {};
    const std::string text = list.str(1);
    Names names;
    for (std::sregex_iterator match(text.begin(), text.end(), family.name), none; match != none; ++match)
        names.push_back(match->str(1));
    return names;
}

bool isWordCharacter(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

/// Whether the text has the words as they are: Kind::Gap, but neither FaultKind::Gap nor Kind::GapBegan. In
/// another scope than `scope` they are another name.
bool hasName(const std::string& text, const std::string& words, std::string_view scope) {
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if (end < text.size() && isWordCharacter(text[end]))
            continue;
        if (at > 0 && isWordCharacter(text[at - 1]))
            continue;
        const bool hasScope = at > 1 && text[at - 1] == ':' && text[at - 2] == ':';
        if (!hasScope || (!scope.empty() && at >= scope.size() &&
                          std::string_view(text).substr(at - scope.size(), scope.size()) == scope))
            return true;
    }
    return false;
}

Names filesThatName(const std::string& name, const Family& family, const std::vector<SourceFile>& files) {
    const bool isEvent = family.before == "Kind::";
    Names found;
    for (const SourceFile& file : files) {
        // Other types have a Kind as well; they are named with their type, or where no event is spoken of.
        if (isEvent && file.text.find("StreamEvent") == std::string::npos)
            continue;
        // A mark may have the name of a step.
        if (family.before.empty() && file.path == marks().listedIn)
            continue;
        if (hasName(file.text, family.before + name, isEvent ? "StreamEvent::" : ""))
            found.push_back(file.path);
    }
    return found;
}

bool isIn(const std::string& path, const std::string& folder) {
    return path.starts_with(folder + '/');
}

/// The files that name it besides its tables and those that only react to it.
Names otherFiles(const std::string& name, const Family& family, const std::vector<SourceFile>& files) {
    Names others = filesThatName(name, family, files);
    std::erase_if(others, [&](const std::string& path) {
        return path == family.listedIn || std::ranges::find(family.tables, path) != family.tables.end() ||
               std::ranges::any_of(family.reactingIn,
                                   [&](const std::string& folder) { return isIn(path, folder); });
    });
    return others;
}

Violations missingRows(const Family& family, const std::vector<SourceFile>& files) {
    Violations violations;
    for (const std::string& name : namesOf(family, files)) {
        const Names naming = filesThatName(name, family, files);
        for (const std::string& table : family.tables) {
            if (std::ranges::find(naming, table) == naming.end())
                violations.push_back(table + ": has no row for " + name);
        }
    }
    return violations;
}

Violations spread(const std::string& name, const Names& files, std::size_t most) {
    Violations violations;
    if (files.size() > most) {
        for (const std::string& file : files)
            violations.push_back(file + ": is one of too many files that name " + name);
    }
    return violations;
}

Violations spreadOfAll(const Family& family, const std::vector<SourceFile>& files, std::size_t most) {
    Violations violations;
    for (const std::string& name : namesOf(family, files)) {
        for (const std::string& violation : spread(name, otherFiles(name, family, files), most))
            violations.push_back(violation);
    }
    return violations;
}

TEST(TablesTest, EachMarkEventAndStepHasARowInEveryTable) {
    const std::vector<SourceFile> files = programWithoutComments();
    EXPECT_GE(namesOf(marks(), files).size(), 9U);
    EXPECT_GE(namesOf(events(), files).size(), 26U);
    EXPECT_GE(namesOf(steps(), files).size(), 18U);
    for (const Family& family : {marks(), events(), steps()})
        EXPECT_EQ(missingRows(family, files), Violations{});
}

TEST(TablesTest, AMarkIsNamedByItsTablesAndWhereItIsSet) {
    // OutOfRange is set by the range rule and below absolute zero; a replay keeps FarFuture of its recording.
    EXPECT_EQ(spreadOfAll(marks(), programWithoutComments(), 2), Violations{});
}

TEST(TablesTest, AnEventIsNamedByItsTablesAndWhereItOccurs) {
    EXPECT_EQ(spreadOfAll(events(), programWithoutComments(), 1), Violations{});
}

TEST(TablesTest, AStepIsNamedByItsTablesAndInItsOwnFolder) {
    const std::vector<SourceFile> files = programWithoutComments();
    for (const std::string& name : namesOf(steps(), files)) {
        const auto header = std::ranges::find_if(
            files, [&](const SourceFile& file) { return file.path.ends_with('/' + name + ".h"); });
        ASSERT_NE(header, files.end()) << name << " has no file of its own";
        const std::string folder = std::filesystem::path(header->path).parent_path().generic_string();
        Names outside = otherFiles(name, steps(), files);
        Names inside = outside;
        std::erase_if(outside, [&](const std::string& path) { return isIn(path, folder); });
        std::erase_if(inside, [&](const std::string& path) { return !isIn(path, folder); });
        EXPECT_EQ(spread(name, inside, 3), Violations{}) << "its settings, and a class pair";
        // A difference has a step of its own, because it reads two channels. The rule of alarms is what
        // alarms are about, in reports, too; there is but one kind.
        const std::size_t most = name == "ChannelDifference" ? 2 : name == "AlarmRule" ? 4 : 0;
        EXPECT_EQ(spread(name, outside, most), Violations{});
    }
}

TEST(TablesTest, FlagsAMissingRowAndANameInTooManyFiles) {
    const std::vector<SourceFile> files{
        {"core/model/Quality.h", "enum class QualityFlag : quint16 { Gap = 1, Late = 2 };\n"
                                 "MarkRow{QualityFlag::Gap} MarkRow{QualityFlag::Late}"},
        {"ui/text/QualityText.cpp", "QualityFlag::Gap, QualityFlag::LateAndMore"},
        {"ui/chart/MarkShapes.cpp", "QualityFlag::Gap, QualityFlag::Late"},
        {"core/A.cpp", "return QualityFlag::Gap;"},
        {"core/B.cpp", "return OtherQualityFlag::Gap;"}};
    EXPECT_EQ(missingRows(marks(), files), Violations{"ui/text/QualityText.cpp: has no row for Late"});
    EXPECT_EQ(spreadOfAll(marks(), files, 1), Violations{});
    EXPECT_EQ(spreadOfAll(marks(), files, 0),
              Violations{"core/A.cpp: is one of too many files that name Gap"});
}

TEST(TablesTest, TellsTheKindOfAnEventFromOtherKinds) {
    const auto names = [](const char* text) {
        return !filesThatName("Gap", events(), {{"core/A.cpp", text}}).empty();
    };
    EXPECT_TRUE(names("StreamEvent::Kind::Gap"));
    EXPECT_TRUE(names("using Kind = StreamEvent::Kind; f(Kind::Gap)"));
    EXPECT_FALSE(names("f(Kind::Gap)"));
    EXPECT_FALSE(names("StreamEvent event; f(FaultKind::Gap)"));
    EXPECT_FALSE(names("StreamEvent event; f(News::Kind::Gap)"));
}

} // namespace
} // namespace rillscope::test
