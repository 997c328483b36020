// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceTree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <regex>

namespace rillscope::test {
namespace {

std::vector<SourceFile> cppFilesOf(const std::vector<std::string>& folders) {
    std::vector<SourceFile> files = readProject(folders);
    std::erase_if(files, [](const SourceFile& file) { return !file.isCpp(); });
    return files;
}

bool isWordCharacter(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

std::string_view withoutBlanks(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\n");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

/// What stands behind each occurrence of `call`, from its first argument on.
std::vector<std::string_view> behindEach(std::string_view text, std::string_view call) {
    std::vector<std::string_view> found;
    for (std::size_t at = text.find(call); at != std::string_view::npos; at = text.find(call, at + 1)) {
        if (at == 0 || !isWordCharacter(text[at - 1]))
            found.push_back(withoutBlanks(text.substr(at + call.size())));
    }
    return found;
}

/// The literal that a text begins with, together with those that follow it directly; takes them off.
std::string takeLiteral(std::string_view& text) {
    std::string literal;
    while (text.starts_with('"')) {
        std::size_t end = 1;
        for (; end < text.size() && text[end] != '"'; ++end)
            end += text[end] == '\\' ? 1 : 0;
        literal += text.substr(1, end - 1);
        text = withoutBlanks(text.substr(std::min(end + 1, text.size())));
    }
    return literal;
}

/// Every text that is marked for translation.
std::vector<std::string> shownTexts(std::string_view text) {
    std::vector<std::string> texts;
    for (std::string_view rest : behindEach(text, "tr("))
        texts.push_back(takeLiteral(rest));
    for (const std::string_view call : {"QT_TRANSLATE_NOOP(", "translate("}) {
        for (std::string_view rest : behindEach(text, call)) {
            takeLiteral(rest); // the context
            rest = withoutBlanks(rest.substr(rest.starts_with(',') ? 1 : 0));
            texts.push_back(takeLiteral(rest));
        }
    }
    return texts;
}

/// A template that is not marked is not found by lupdate, and so stays English in every language. Words of
/// our own could be translated: verbatim() is for what nobody can translate.
Violations messageViolations(const SourceFile& file) {
    const std::string text = withoutComments(file.text);
    Violations violations;
    for (const std::string_view call : {"Message(", "Message{"}) {
        for (const std::string_view rest : behindEach(text, call)) {
            const bool isMarked = rest.starts_with("QT_TRANSLATE_NOOP(");
            const bool isOfMessages =
                isMarked && behindEach(rest, "QT_TRANSLATE_NOOP(").front().starts_with("\"Message\"");
            if (rest.starts_with('"') || (isMarked && !isOfMessages))
                violations.push_back(file.path + ": makes a message that nobody can translate: " +
                                     std::string(rest.substr(0, 40)));
        }
    }
    for (const std::string_view rest : behindEach(text, "verbatim(")) {
        if (rest.starts_with("QStringLiteral(") || rest.starts_with("QLatin1String(") ||
            rest.starts_with("tr("))
            violations.push_back(
                file.path + ": passes its own words off as foreign ones: " + std::string(rest.substr(0, 40)));
    }
    return violations;
}

/// Words that people do not know, or that the window calls by another name.
Violations shownWordViolations(const SourceFile& file) {
    static const std::regex option("--[a-z-]+"); // options keep their names
    static const std::regex unwanted(
        "captur|salvag|malformed|sample to pixel|\\bmend|envelope|unseen|gravest|balanced"
        "|verdict|\\bjudge|switched o|switch o|out of order by|ahead of the clock"
        "|not before|likewise",
        std::regex::icase);
    Violations violations;
    for (const std::string& shown : shownTexts(withoutComments(file.text))) {
        std::smatch match;
        const std::string words = std::regex_replace(shown, option, "");
        if (std::regex_search(words, match, unwanted))
            violations.push_back(file.path + ": shows “" + match.str() + "” in: " + shown);
    }
    return violations;
}

/// The arguments that a call begins with, up to its closing parenthesis.
std::string_view argumentsOf(std::string_view behindCall) {
    int depth = 1;
    std::size_t end = 0;
    for (; end < behindCall.size() && depth > 0; ++end)
        depth += behindCall[end] == '(' ? 1 : behindCall[end] == ')' ? -1 : 0;
    return behindCall.substr(0, end);
}

/// A widget, an action or a menu that is looked up by its English text is not found once that is reworded or
/// translated: it has an object name. What a text says may be checked, of course.
Violations lookUpViolations(const SourceFile& file) {
    static const std::regex comparison(
        R"re((?:text|title|windowTitle|accessibleName|toolTip)\(\)\s*(?:[!=]=|\.(?:contains|startsWith|endsWith)\())re");
    const std::string text = withoutLiterals(withoutComments(file.text));
    Violations violations;
    for (const std::string_view call : {"if (", "find_if("}) {
        for (const std::string_view rest : behindEach(text, call)) {
            const std::string arguments(argumentsOf(rest));
            if (std::regex_search(arguments, comparison))
                violations.push_back(file.path + ": looks for a text: " + arguments);
        }
    }
    for (const std::string_view call : {"findText(", "findItems("}) {
        for (const std::string_view rest : behindEach(text, call))
            violations.push_back(file.path + ": looks for a text: " + std::string(argumentsOf(rest)));
    }
    for (const std::string_view call : {"choose(", "clickBanner("}) {
        for (const std::string_view rest : behindEach(text, call)) {
            if (rest.starts_with("QStringLiteral(") || rest.starts_with('{'))
                violations.push_back(file.path +
                                     ": takes a text to find something: " + std::string(argumentsOf(rest)));
        }
    }
    return violations;
}

TEST(WordRulesTest, EveryMessageCanBeTranslated) {
    EXPECT_EQ(check(cppFilesOf({"core", "ui", "app"}), messageViolations), Violations{});
}

TEST(WordRulesTest, ShownTextsUseTheWordsPeopleKnow) {
    EXPECT_EQ(check(cppFilesOf({"core", "ui", "app"}), shownWordViolations), Violations{});
}

TEST(WordRulesTest, TestsFindNothingByItsText) {
    EXPECT_EQ(check(cppFilesOf({"tests/ui", "tests/app", "tests/torture"}), lookUpViolations), Violations{});
}

TEST(WordRulesTest, FlagsAMessageThatStaysEnglish) {
    for (const char* text :
         {R"re(Message("it is empty"))re", R"re(Message(  "%1 is empty", name))re",
          R"re(Message{"it is empty"})re", R"re(Message(QT_TRANSLATE_NOOP("Error", "it is empty")))re",
          R"re(Message::verbatim(QStringLiteral("it is empty")))re"})
        EXPECT_EQ(messageViolations({"core/A.cpp", text}).size(), 1U) << text;
    for (const char* text : {R"re(Message(QT_TRANSLATE_NOOP("Message", "it is empty")))re",
                             R"re(Message(QT_TRANSLATE_NOOP(
              "Message", "it is empty")))re",
                             R"re(Message::verbatim(file.errorString()))re",
                             R"re(// Message("it is empty"))re", R"re(InputMessage("it is empty"))re"})
        EXPECT_TRUE(messageViolations({"core/A.cpp", text}).empty()) << text;
}

TEST(WordRulesTest, FlagsAShownWordThatPeopleDoNotKnow) {
    for (const char* text :
         {R"re(tr("Capture"))re", R"re(tr("Of all that is "
                                                          "captured"))re",
          R"re(Words::tr("Salvage it"))re", R"re(QT_TRANSLATE_NOOP("Message", "no capture"))re",
          R"re(translate("Item", "envelope only"))re", R"re(tr("\"x\", malformed"))re"})
        EXPECT_EQ(shownWordViolations({"ui/A.cpp", text}).size(), 1U) << text;
    for (const char* text :
         {R"re(tr("Recording"))re", R"re(QStringLiteral("capture"))re", R"re(tr("%1 and --no-capture"))re",
          R"re(tr("Recording"), QStringLiteral("captureList"))re", R"re(// tr("Capture"))re",
          R"re(str("Capture"))re", R"re(tr(captured))re"})
        EXPECT_TRUE(shownWordViolations({"ui/A.cpp", text}).empty()) << text;
}

TEST(WordRulesTest, FlagsATestThatFindsSomethingByItsText) {
    for (const char* text :
         {"if (button->text() == QStringLiteral(\"Stay\"))", "if (isOpen(menu) && menu.title() != name)",
          "std::find_if(a, b, [&](QAction* c) { return c->text().contains(part); })",
          "box.findText(QStringLiteral(\"Normal\"))", "choose({QStringLiteral(\"File\")})",
          "clickBanner(QStringLiteral(\"Stay\"))"})
        EXPECT_EQ(lookUpViolations({"tests/app/A.cpp", text}).size(), 1U) << text;
    for (const char* text :
         {"EXPECT_EQ(button->text(), QStringLiteral(\"Stay\"))", "if (button->objectName() == name)",
          "EXPECT_TRUE(waitFor([&] { return label.text() == text; }))", "choose(\"about\")",
          "if (isOpen) EXPECT_TRUE(label->text().contains(name))", "// if (button->text() == text)"})
        EXPECT_TRUE(lookUpViolations({"tests/app/A.cpp", text}).empty()) << text;
}

} // namespace
} // namespace rillscope::test
