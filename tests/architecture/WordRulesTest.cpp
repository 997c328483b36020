// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceTree.h"

#include <gtest/gtest.h>

#include <regex>

namespace rillscope::test {
namespace {

std::vector<SourceFile> cppFilesOf(const std::vector<std::string>& folders) {
    std::vector<SourceFile> files = readProject(folders);
    std::erase_if(files, [](const SourceFile& file) { return !file.isCpp(); });
    return files;
}

Violations findings(const SourceFile& file, const std::regex& pattern, const std::string& wrong) {
    const std::string text = withoutComments(file.text);
    Violations violations;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
        violations.push_back(file.path + ": " + wrong + ": " + match->str());
    return violations;
}

/// A template that is not marked is not found by lupdate, and so stays English in every language.
Violations messageViolations(const SourceFile& file) {
    static const std::regex unmarked(R"re(\bMessage[({]\s*(?:u8)?R?"[^"\n]*")re");
    static const std::regex otherContext(
        R"re(\bMessage[({]\s*QT_TRANSLATE_NOOP\(\s*"(?!Message")[^"\n]*")re");
    // Words of our own could be translated; verbatim() is for what nobody can translate.
    static const std::regex ownWords(R"re(\bverbatim\(\s*(?:QStringLiteral|QLatin1String|tr)\()re");
    Violations violations = findings(file, unmarked, "makes a message that nobody can translate");
    for (std::string& other : findings(file, otherContext, "marks a message for another context"))
        violations.push_back(std::move(other));
    for (std::string& own : findings(file, ownWords, "passes its own words off as foreign ones"))
        violations.push_back(std::move(own));
    return violations;
}

TEST(WordRulesTest, EveryMessageCanBeTranslated) {
    EXPECT_EQ(check(cppFilesOf({"core", "ui", "app"}), messageViolations), Violations{});
}

TEST(WordRulesTest, FlagsAMessageThatStaysEnglish) {
    for (const char* text :
         {R"re(Message("it is empty"))re", R"re(Message(  "%1 is empty", name))re",
          R"re(Message{"it is empty"})re", R"re(Message(QT_TRANSLATE_NOOP("Error", "it is empty")))re",
          R"re(Message::verbatim(QStringLiteral("it is empty")))re"})
        EXPECT_EQ(messageViolations({"core/A.cpp", text}).size(), 1U) << text;
    for (const char* text : {R"re(Message(QT_TRANSLATE_NOOP("Message", "it is empty")))re",
                             R"re(Message::verbatim(file.errorString()))re",
                             R"re(// Message("it is empty"))re", R"re(InputMessage("it is empty"))re"})
        EXPECT_TRUE(messageViolations({"core/A.cpp", text}).empty()) << text;
}

} // namespace
} // namespace rillscope::test
