// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceTree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <regex>

namespace rillscope::test {
namespace {

std::vector<SourceFile> projectFiles() {
    return readProject({"core", "ui", "app", "tests", "packaging", "resources"});
}

std::vector<SourceFile> programFiles() {
    std::vector<SourceFile> files = readProject({"core", "ui", "app"});
    std::erase_if(files, [](const SourceFile& file) { return !file.isCpp(); });
    return files;
}

Violations settingsViolations(const std::vector<SourceFile>& files) {
    Violations users;
    Violations violations;
    for (const SourceFile& file : files) {
        if (withoutComments(file.text).find("QSettings") == std::string::npos)
            continue;
        (file.path.ends_with(".cpp") ? users : violations).push_back(file.path + ": names QSettings");
    }
    if (users.size() > 1)
        violations.insert(violations.end(), users.begin(), users.end());
    return violations;
}

Violations colourViolations(const SourceFile& file) {
    static const std::regex pattern(
        R"re("[^"\n]*#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{1,5})?\b|\bQColor\s*[({]\s*(?:0x)?[0-9]|\bqRgba?\s*\()re"
        R"re(|\bQColor::fromR?[gG]?[bB]?\w*\s*\(\s*[0-9]|\brgba?\s*\(\s*[0-9]|\bQColorConstants::)re"
        R"re(|\bQt::(?:dark|light)?(?:white|black|red|green|blue|cyan|magenta|yellow|gray|Red|Green|Blue)re"
        R"re(|Cyan|Magenta|Yellow|Gray)\b)re");
    if ((!file.isIn("ui") && !file.isIn("app")) || file.isIn("ui/theme"))
        return {};
    const std::string text = withoutComments(file.text);
    Violations violations;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
        violations.push_back(file.path + ": has a colour of its own: " + match->str());
    return violations;
}

Violations licenceViolations(const SourceFile& file) {
    static const std::regex written(R"re(\.(cpp|h|sh|svg|qrc|xml|desktop|cmake)$|(^|/)CMakeLists\.txt$)re");
    if (!std::regex_search(file.path, written))
        return {};
    const std::string head = file.text.substr(0, 300);
    if (head.find("SPDX-FileCopyrightText: ") != std::string::npos &&
        head.find("SPDX-License-Identifier: ") != std::string::npos)
        return {};
    return {file.path + ": does not begin with the two SPDX lines"};
}

Violations nameViolations(const SourceFile& file) {
    static const std::regex vague(R"re((Manager|Helper|Util|Misc|Common|Handler)s?(Test)?\.)re",
                                  std::regex::icase);
    return std::regex_search(file.fileName(), vague)
               ? Violations{file.path + ": has a name that says nothing"}
               : Violations{};
}

Violations deadCodeViolations(const SourceFile& file) {
    static const std::regex dead(R"re((^|\n)[ \t]*#[ \t]*if[ \t]+(0|false)\b)re");
    return file.isCpp() && std::regex_search(withoutComments(file.text), dead)
               ? Violations{file.path + ": keeps dead code in #if 0"}
               : Violations{};
}

/// The end of a call whose arguments begin at `begin`, behind its closing parenthesis.
std::size_t endOfCall(const std::string& text, std::size_t begin) {
    int depth = 1;
    std::size_t end = begin;
    for (; end < text.size() && depth > 0; ++end)
        depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
    return end;
}

/// The second call also replaces a "%1" in what the first one put in: a path, a name.
Violations chainedArgViolations(const SourceFile& file) {
    static const std::regex again(R"re(\s*\.\s*arg\s*\()re");
    static const std::regex call(R"re(\.\s*arg\s*\()re");
    const std::string text = withoutLiterals(withoutComments(file.text));
    Violations violations;
    for (std::sregex_iterator match(text.begin(), text.end(), call), none; match != none; ++match) {
        const std::size_t end =
            endOfCall(text, static_cast<std::size_t>(match->position() + match->length()));
        if (std::regex_search(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), again,
                              std::regex_constants::match_continuous))
            violations.push_back(file.path + ": chains arg() behind " + text.substr(end - 1, 40));
    }
    return violations;
}

/// A quick look, because a regular expression over all files takes seconds.
bool mayWrite(const SourceFile& file) {
    constexpr std::array<std::string_view, 4> words{"open", "SaveFile", "TemporaryFile", "fstream"};
    return std::ranges::any_of(
        words, [&file](std::string_view word) { return file.text.find(word) != std::string::npos; });
}

/// A file that is opened to be written elsewhere may replace a device, a named pipe or what a link leads to.
Violations writingViolations(const SourceFile& file) {
    static const std::array<std::string_view, 2> places{
        "core/base/TargetFile.cpp",         // the one place
        "core/capture/keep/CaptureLock.cpp" // a lock is no result
    };
    static const std::regex opener(R"re(\bQ(?:Save|Temporary)File\b|\bo?fstream\b|\bfd?open\s*\()re"
                                   R"re(|\bO_(?:WRONLY|RDWR|CREAT)\b)re");
    static const std::regex qFile(R"re(\bQFile\b)re");
    static const std::regex mode(R"re(\b(?:WriteOnly|ReadWrite|Append|NewOnly)\b)re");
    if (!file.isCpp() || std::ranges::find(places, file.path) != places.end() || !mayWrite(file))
        return {};
    const std::string text = withoutLiterals(withoutComments(file.text));
    std::smatch match;
    if (std::regex_search(text, match, opener))
        return {file.path + ": opens a file to write it: " + match.str()};
    return std::regex_search(text, qFile) && std::regex_search(text, match, mode)
               ? Violations{file.path + ": opens a file to write it: " + match.str()}
               : Violations{};
}

/// A source that no list names is not compiled, and a test that is not compiled passes.
Violations unlistedViolations(const std::vector<SourceFile>& files) {
    Violations violations;
    for (const SourceFile& file : files) {
        if (!file.path.ends_with(".cpp"))
            continue;
        const std::filesystem::path path(file.path);
        const std::string list = (path.parent_path() / "CMakeLists.txt").generic_string();
        const auto found = std::ranges::find(files, list, &SourceFile::path);
        if (found == files.end() || found->text.find(path.filename().string()) == std::string::npos)
            violations.push_back(file.path + ": is not named in " + list);
    }
    return violations;
}

/// A job that is as urgent as the window takes its frames. The command line has no window, and waits for its
/// jobs.
Violations jobViolations(const SourceFile& file) {
    static const std::regex run(R"re(QtConcurrent::run\()re");
    const bool mayRun = file.path == "core/base/BackgroundJob.h" || file.path.starts_with("app/cli/");
    return !mayRun && std::regex_search(withoutComments(file.text), run)
               ? Violations{file.path + ": runs a job that is no BackgroundJob"}
               : Violations{};
}

/// A feature names the parts of the window that it uses among its members, and takes them from the window
/// once.
Violations reachingViolations(const SourceFile& file) {
    static const std::regex reach(R"re(\bm_window\.(?!size\(|screen\()\w+\(\)\.)re");
    return file.isIn("app") && std::regex_search(withoutComments(file.text), reach)
               ? Violations{file.path + ": reaches through the window for a part of it"}
               : Violations{};
}

TEST(HouseRulesTest, SettingsHaveOneHome) {
    EXPECT_EQ(settingsViolations(programFiles()), Violations{});
}

TEST(HouseRulesTest, ColoursLiveInTheThemeOnly) {
    EXPECT_EQ(check(programFiles(), colourViolations), Violations{});
}

TEST(HouseRulesTest, EveryFileNamesItsLicence) {
    EXPECT_EQ(check(projectFiles(), licenceViolations), Violations{});
}

TEST(HouseRulesTest, FileNamesSayWhatIsInside) {
    EXPECT_EQ(check(projectFiles(), nameViolations), Violations{});
}

TEST(HouseRulesTest, NoDeadCodeIsKept) {
    EXPECT_EQ(check(projectFiles(), deadCodeViolations), Violations{});
}

TEST(HouseRulesTest, NoArgIsChained) {
    EXPECT_EQ(check(programFiles(), chainedArgViolations), Violations{});
}

TEST(HouseRulesTest, FilesAreWrittenInOnePlace) {
    EXPECT_EQ(check(programFiles(), writingViolations), Violations{});
}

TEST(HouseRulesTest, EverySourceIsBuilt) {
    EXPECT_EQ(unlistedViolations(projectFiles()), Violations{});
}

TEST(HouseRulesTest, JobsRunInOnePlace) {
    EXPECT_EQ(check(programFiles(), jobViolations), Violations{});
}

TEST(HouseRulesTest, FlagsAJobThatRunsElsewhere) {
    const std::string run = "QtConcurrent::run([] {});";
    EXPECT_EQ(jobViolations({"core/A.cpp", run}).size(), 1U);
    EXPECT_EQ(jobViolations({"app/gui/A.h", run}).size(), 1U);
    EXPECT_TRUE(jobViolations({"app/gui/A.h", "// " + run}).empty());
    EXPECT_TRUE(jobViolations({"app/cli/A.cpp", run}).empty());
}

TEST(HouseRulesTest, FeaturesNameThePartsOfTheWindowThatTheyUse) {
    EXPECT_EQ(check(programFiles(), reachingViolations), Violations{});
}

TEST(HouseRulesTest, FlagsAFeatureThatReachesThroughTheWindow) {
    EXPECT_EQ(reachingViolations({"app/gui/A.cpp", "m_window.banner().post({});"}).size(), 1U);
    EXPECT_TRUE(
        reachingViolations({"app/gui/A.cpp", "A::A(W& window) : m_banner(window.banner()) {}"}).empty());
    EXPECT_TRUE(reachingViolations({"app/gui/A.cpp", "m_window.size().boundedTo(other);"}).empty());
}

TEST(HouseRulesTest, FlagsASecondHomeOfSettings) {
    const SourceFile store{"ui/settings/Store.cpp", "QSettings settings;"};
    EXPECT_TRUE(settingsViolations({store, {"ui/A.cpp", "// QSettings is not for us"}}).empty());
    EXPECT_EQ(settingsViolations({store, {"app/gui/A.cpp", "QSettings().sync();"}}).size(), 2U);
    EXPECT_EQ(settingsViolations({{"ui/A.h", "class QSettings;"}}).size(), 1U);
}

TEST(HouseRulesTest, FlagsAColourOutsideTheTheme) {
    for (const char* text : {"f(\"#0B6BCB\")", "f(\"color: #fff;\")", "QColor(1, 2, 3)", "QColor{0xff0000}",
                             "QColor::fromRgb(1, 2, 3)", "Qt::red", "Qt::darkGray", "qRgb(1, 2, 3)",
                             "\"background: rgba(0, 0, 0, 20%)\"", "QColorConstants::Svg::teal"}) {
        EXPECT_EQ(colourViolations({"ui/chart/A.cpp", text}).size(), 1U) << text;
        EXPECT_TRUE(colourViolations({"ui/theme/A.cpp", text}).empty()) << text;
    }
    for (const char* text : {"// #123456 is no colour here", "Qt::transparent",
                             "QColor colour = theme.accent();", "tr(\"Sample #%1\")", "Qt::blueprint"})
        EXPECT_TRUE(colourViolations({"ui/chart/A.cpp", text}).empty()) << text;
}

TEST(HouseRulesTest, FlagsAChainedArg) {
    for (const char* text : {"text.arg(a).arg(b)", "text.arg(f(a), b)\n        .arg(b)",
                             "tr(\"%1) %2\").arg(g(\")\"))\n  . arg (b)", "a.arg(u')').arg(b)"})
        EXPECT_EQ(chainedArgViolations({"ui/A.cpp", text}).size(), 1U) << text;
    for (const char* text : {"text.arg(a, b)", "text.arg(other.arg(a), b)", "text.arg(a) + text.arg(b)",
                             "// text.arg(a).arg(b)", "\".arg(a).arg(b)\""})
        EXPECT_TRUE(chainedArgViolations({"ui/A.cpp", text}).empty()) << text;
}

TEST(HouseRulesTest, FlagsAFileThatIsWrittenElsewhere) {
    for (const char* text :
         {"QSaveFile file(path);", "QFile file(path); file.open(QIODevice::WriteOnly);",
          "QFile file(path); file.open(QFile::Append);", "std::ofstream out(path);", "fopen (path, mode)",
          "open(path, O_WRONLY)", "open(path, O_CREAT | O_EXCL)", "QTemporaryFile file;"}) {
        EXPECT_EQ(writingViolations({"core/export/A.cpp", text}).size(), 1U) << text;
        EXPECT_TRUE(writingViolations({"core/base/TargetFile.cpp", text}).empty()) << text;
    }
    for (const char* text :
         {"QFile file(path); file.open(QIODevice::ReadOnly);", "QBuffer b; b.open(QIODevice::WriteOnly);",
          "// QSaveFile", "\"QSaveFile\"", "QFileInfo info; QBuffer b; b.open(QIODevice::WriteOnly);",
          "std::ifstream in(path);"})
        EXPECT_TRUE(writingViolations({"ui/A.cpp", text}).empty()) << text;
}

TEST(HouseRulesTest, FlagsAMissingLicence) {
    EXPECT_EQ(licenceViolations({"core/A.h", "#pragma once\n"}).size(), 1U);
    EXPECT_EQ(licenceViolations({"core/CMakeLists.txt", "#SPDX - License - Identifier : GPL"}).size(), 1U);
    EXPECT_TRUE(licenceViolations({"core/README.md", "text"}).empty());
}

TEST(HouseRulesTest, FlagsVagueNamesDeadCodeAndForgottenSources) {
    for (const char* name :
         {"core/StreamManager.h", "ui/utils.cpp", "tests/CommonTest.cpp", "app/EventHandler.cpp"})
        EXPECT_EQ(nameViolations({name, ""}).size(), 1U) << name;
    EXPECT_TRUE(nameViolations({"core/base/Common"
                                "Mode.h",
                                ""})
                    .empty());
    EXPECT_EQ(deadCodeViolations({"core/A.cpp", "int a;\n  # if 0\nint b;\n#endif\n"}).size(), 1U);
    EXPECT_TRUE(deadCodeViolations({"core/A.cpp", "#if 0x10 > VERSION\n#endif\n"}).empty());
    const SourceFile list{"core/CMakeLists.txt", "target_sources(rillscope_core PRIVATE A.cpp)"};
    EXPECT_EQ(unlistedViolations({list, {"core/A.cpp", ""}, {"core/B.cpp", ""}}).size(), 1U);
}

} // namespace
} // namespace rillscope::test
