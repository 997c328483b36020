// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceTree.h"
#include "tests/support/Sources.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace rillscope::test {
namespace {

const std::string kindsFolder = "core/source/";
const std::string catalogFile = "core/source/BuiltInSources.cpp";

/// "lines" for a file of core/source/lines; empty for a file of no kind of source.
std::string kindOf(const std::string& path) {
    if (!path.starts_with(kindsFolder))
        return {};
    const std::size_t end = path.find('/', kindsFolder.size());
    return end == std::string::npos ? std::string()
                                    : path.substr(kindsFolder.size(), end - kindsFolder.size());
}

std::vector<SourceFile> programFiles() {
    std::vector<SourceFile> files = readProject({"core", "ui", "app"});
    std::erase_if(files, [](const SourceFile& file) { return !file.isCpp(); });
    return files;
}

/// Who asks which kind a URI is, instead of asking the kind.
Violations comparisonViolations(const SourceFile& file) {
    static const std::regex comparison(
        R"re(\bscheme\(\)\s*[=!]=|[=!]=\s*[\w.>()-]*\bscheme\(\)|\bscheme\(\)\s*\.\s*(?:compare|startsWith)\b)re");
    if (!kindOf(file.path).empty())
        return {};
    const std::string text = withoutComments(file.text);
    Violations violations;
    for (std::sregex_iterator match(text.begin(), text.end(), comparison), end; match != end; ++match)
        violations.push_back(file.path + ": compares schemes: " + match->str());
    return violations;
}

/// The folders and files in which the word of a scheme is written as text.
std::set<std::string> homesOf(const std::string& scheme, const std::vector<SourceFile>& files) {
    const std::regex literal("\"" + scheme + "[:\"]");
    std::set<std::string> homes;
    for (const SourceFile& file : files) {
        if (std::regex_search(withoutComments(file.text), literal))
            homes.insert(kindOf(file.path).empty() ? file.path : kindsFolder + kindOf(file.path));
    }
    // It lies below all sources, and has to tell a path with an @ in it from a user's name.
    homes.erase("core/model/ShownUri.cpp");
    return homes;
}

/// The files outside that include something of a kind's folder.
std::vector<std::string> usersOf(const std::string& kind, const std::vector<SourceFile>& files) {
    const std::string include = "#include \"" + kindsFolder + kind + '/';
    std::vector<std::string> users;
    for (const SourceFile& file : files) {
        if (kindOf(file.path) != kind && file.text.find(include) != std::string::npos)
            users.push_back(file.path);
    }
    return users;
}

TEST(SourceKindsTest, NobodyComparesSchemes) {
    EXPECT_EQ(check(programFiles(), comparisonViolations), Violations{});
}

TEST(SourceKindsTest, ASchemeIsWrittenInOneFolder) {
    const std::vector<SourceFile> files = programFiles();
    std::set<std::string> folders;
    for (const SourceType& type : sources().types()) {
        const std::set<std::string> homes = homesOf(type.scheme.toStdString(), files);
        ASSERT_EQ(homes.size(), 1U) << type.scheme.toStdString() << ": " << testing::PrintToString(homes);
        EXPECT_TRUE(homes.begin()->starts_with(kindsFolder)) << *homes.begin();
        EXPECT_TRUE(folders.insert(*homes.begin()).second) << *homes.begin() << " holds two kinds";
    }
}

TEST(SourceKindsTest, AKindIsNamedOnceOutsideItsFolder) {
    const std::vector<SourceFile> files = programFiles();
    for (const SourceType& type : sources().types()) {
        const std::string kind =
            homesOf(type.scheme.toStdString(), files).begin()->substr(kindsFolder.size());
        std::vector<std::string> users = usersOf(kind, files);
        // One with a page of its own is known to that page, too.
        if (type.page != SourcePage::Keys)
            std::erase_if(users, [](const std::string& user) { return !user.starts_with("core/"); });
        EXPECT_EQ(users, std::vector<std::string>{catalogFile}) << kind;
    }
}

TEST(SourceKindsTest, FlagsAComparisonOfSchemes) {
    for (const char* text :
         {"if (uri.scheme() == QLatin1String(\"tail\"))", "return u\"tail\" != uri->scheme();",
          "uri.scheme() != other", "uri.scheme().startsWith(text)"}) {
        EXPECT_EQ(comparisonViolations({"app/gui/A.cpp", text}).size(), 1U) << text;
        EXPECT_TRUE(comparisonViolations({"core/source/tail/A.cpp", text}).empty()) << text;
    }
    for (const char* text : {"// uri.scheme() == \"tail\"", "find(uri.scheme())", "text = uri.scheme();"})
        EXPECT_TRUE(comparisonViolations({"core/source/A.cpp", text}).empty()) << text;
}

TEST(SourceKindsTest, FindsTheHomesAndUsersOfAKind) {
    const std::vector<SourceFile> files{{"core/source/tail/Tail.cpp", "f(\"tail\")"},
                                        {"core/source/tail/Other.cpp", "f(\"tail:FILE\")"},
                                        {"app/gui/A.cpp", "f(\"tail:\")"},
                                        {"app/gui/B.cpp", "f(\"tails\") // \"tail\""},
                                        {"core/source/A.cpp", "#include \"core/source/tail/Tail.h\""}};
    EXPECT_EQ(homesOf("tail", files), (std::set<std::string>{"app/gui/A.cpp", "core/source/tail"}));
    EXPECT_EQ(usersOf("tail", files), std::vector<std::string>{"core/source/A.cpp"});
}

} // namespace
} // namespace rillscope::test
