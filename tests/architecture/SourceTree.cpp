// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceTree.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace rillscope::test {
namespace {

/// The length of the string or character literal at `begin`, or 0 when none begins there.
std::size_t literalLength(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    if (quote == '"' && begin > 0 && text[begin - 1] == 'R') {
        const std::size_t open = text.find('(', begin);
        if (open == std::string_view::npos)
            return 0;
        const std::string close = ')' + std::string(text.substr(begin + 1, open - begin - 1)) + '"';
        const std::size_t end = text.find(close, open);
        return end == std::string_view::npos ? 0 : end + close.size() - begin;
    }
    // A lone ' separates digits; a character literal has one character, or begins with a backslash.
    if (quote == '\'' && text.substr(begin + 1, 1) != "\\" && text.substr(begin + 2, 1) != "'")
        return 0;
    if (quote != '"' && quote != '\'')
        return 0;
    std::size_t end = begin + 1;
    while (end < text.size() && text[end] != quote && text[end] != '\n')
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size()) - begin;
}

/// The length of the comment at `begin`, or 0.
std::size_t commentLength(std::string_view text, std::size_t begin) {
    const std::string_view opening = text.substr(begin, 2);
    if (opening == "//")
        return std::min(text.find('\n', begin), text.size()) - begin;
    if (opening == "/*") {
        const std::size_t end = text.find("*/", begin + 2);
        return (end == std::string_view::npos ? text.size() : end + 2) - begin;
    }
    return 0;
}

} // namespace

std::vector<SourceFile> readProject(const std::vector<std::string>& folders) {
    const std::filesystem::path root = RILLSCOPE_SOURCE_DIR;
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        if (!std::filesystem::exists(root / folder))
            continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            std::string text{std::istreambuf_iterator<char>(stream), {}};
            files.push_back({entry.path().lexically_relative(root).generic_string(), std::move(text)});
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::string withoutComments(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (const std::size_t length = literalLength(text, i)) {
            result += text.substr(i, length);
            i += length;
        } else if (const std::size_t blank = commentLength(text, i)) {
            for (const char character : text.substr(i, blank))
                result += character == '\n' ? '\n' : ' ';
            i += blank;
        } else {
            result += text[i++];
        }
    }
    return result;
}

std::string withoutLiterals(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = literalLength(text, i);
        for (const char character : text.substr(i, length))
            result += character == '\n' ? '\n' : ' ';
        i += length;
        if (length == 0)
            result += text[i++];
    }
    return result;
}

} // namespace rillscope::test
