// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "base/format.h"
#include "base/number.h"
#include "text/utf8.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>

namespace rapport::cli {

namespace {

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : between) + word;
    return text;
}

std::vector<std::string> splitList(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::size_t first = text.find_first_not_of(" \t", begin);
        if (first < end) {
            const std::size_t last = text.find_last_not_of(" \t", end - 1);
            parts.push_back(text.substr(first, last - first + 1));
        }
        begin = end + 1;
    }
    return parts;
}

/// Edits (insertion, deletion, exchange of one letter or of two neighbours) between two words.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                    table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    }
    return table[a.size()][b.size()];
}

/// What is said goes into studies and out of them, so it has to be text; what names a file may be any bytes.
void mustBeText(CLI::Option* option, const std::string& value) {
    static const std::set<std::string> files{"STUDY",       "FILE",      "FOLDER",   "F",
                                             "[FILE=]NAME", "NAME|FILE", "FILE.svg", "FILE.R",
                                             "FILE.rpack",  "MAP.json",  "LIST.csv"};
    if (!files.contains(value))
        option->check([](const std::string& given) {
            return std::string(text::isValidUtf8(given) ? "" : "is not UTF-8; is the terminal set to UTF-8?");
        });
}

} // namespace

struct Arguments::Impl {
    Impl(const std::string& calledAs, const std::string& summary)
        : app(summary, calledAs)
        , program(calledAs) {}
    CLI::App app;
    std::string program;
    std::vector<std::string> names{"--help"};

    CLI::Option* onValue(const std::string& name, const std::string& value, const std::string& help,
                         const std::function<void(const std::string&)>& take) {
        names.push_back(name);
        CLI::Option* option = app.add_option_function<std::string>(name, take, help)->type_name(value);
        mustBeText(option, value);
        return option;
    }
};

Arguments::Arguments(const std::string& program, const std::string& summary)
    : m_impl(std::make_unique<Impl>(program, summary)) {
    m_impl->app.set_help_flag("-h,--help", "Say this and stop");
    m_impl->app.get_formatter()->column_width(34);
}

Arguments::~Arguments() = default;

void Arguments::positional(const std::string& name, std::string& into, const std::string& help, Need need) {
    mustBeText(m_impl->app.add_option(name, into, help)->required(need == Need::Required)->type_name(""),
               name);
}

void Arguments::positionals(const std::string& name, std::vector<std::string>& into,
                            const std::string& help) {
    mustBeText(m_impl->app.add_option(name, into, help)->required()->type_name(""), name);
}

void Arguments::action(const std::string& name, std::string& into, const std::vector<std::string>& words,
                       const std::string& help, Need need) {
    const auto take = [&into, words](const std::string& text) {
        if (std::find(words.begin(), words.end(), text) == words.end()) {
            const std::string near = nearest(text, words);
            throw CLI::ValidationError(
                fmt::format("'{}' is not one of {}{}", text, joined(words, ", "),
                            near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
        }
        into = text;
    };
    m_impl->app.add_option_function<std::string>(name, take, help)
        ->required(need == Need::Required)
        ->type_name(joined(words, "|"));
}

void Arguments::text(const std::string& name, std::string& into, const std::string& value,
                     const std::string& help, Need need) {
    m_impl->onValue(name, value, help, [&into](const std::string& given) { into = given; })
        ->required(need == Need::Required);
}

void Arguments::text(const std::string& name, std::optional<std::string>& into, const std::string& value,
                     const std::string& help) {
    m_impl->onValue(name, value, help, [&into](const std::string& given) { into = given; });
}

void Arguments::list(const std::string& name, std::vector<std::string>& into, const std::string& value,
                     const std::string& help, Need need) {
    m_impl
        ->onValue(name, value, help,
                  [&into, name](const std::string& given) {
                      into = splitList(given);
                      if (into.empty())
                          throw CLI::ValidationError(fmt::format("{} names nothing", name));
                  })
        ->required(need == Need::Required);
}

void Arguments::repeated(const std::string& name, std::vector<std::string>& into, const std::string& value,
                         const std::string& help) {
    m_impl->names.push_back(name);
    mustBeText(m_impl->app.add_option(name, into, help)
                   ->allow_extra_args(false)
                   ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                   ->type_name(value),
               value);
}

void Arguments::choice(const std::string& name, std::string& into, const std::vector<std::string>& words,
                       const std::string& help, Need need) {
    const auto take = [&into, words, name](const std::string& given) {
        if (std::find(words.begin(), words.end(), given) == words.end())
            throw CLI::ValidationError(
                fmt::format("{} is one of {}, not '{}'", name, joined(words, ", "), given));
        into = given;
    };
    m_impl->onValue(name, joined(words, "|"), help, take)->required(need == Need::Required);
}

void Arguments::flag(const std::string& name, bool& into, const std::string& help) {
    m_impl->names.push_back(name);
    m_impl->app.add_flag(name, into, help);
}

namespace {

double decimal(const std::string& name, const std::string& given) {
    const auto number = base::parseNumber(given);
    if (!number)
        throw CLI::ValidationError(fmt::format("{} takes a number such as 0.8, not '{}'", name, given));
    return *number;
}

std::int64_t whole(const std::string& name, const std::string& given) {
    const auto number = base::parseInteger(given);
    if (!number)
        throw CLI::ValidationError(fmt::format("{} takes a whole number, not '{}'", name, given));
    return *number;
}

} // namespace

void Arguments::number(const std::string& name, std::int64_t& into, const std::string& value,
                       const std::string& help) {
    m_impl->onValue(name, value, help,
                    [&into, name](const std::string& given) { into = whole(name, given); });
}

void Arguments::number(const std::string& name, double& into, const std::string& value,
                       const std::string& help) {
    m_impl->onValue(name, value, help,
                    [&into, name](const std::string& given) { into = decimal(name, given); });
}

void Arguments::number(const std::string& name, std::optional<double>& into, const std::string& value,
                       const std::string& help) {
    m_impl->onValue(name, value, help,
                    [&into, name](const std::string& given) { into = decimal(name, given); });
}

void Arguments::number(const std::string& name, std::optional<std::int64_t>& into, const std::string& value,
                       const std::string& help) {
    m_impl->onValue(name, value, help,
                    [&into, name](const std::string& given) { into = whole(name, given); });
}

void Arguments::excludes(const std::string& one, const std::string& other) {
    m_impl->app.get_option(one)->excludes(m_impl->app.get_option(other));
}

void Arguments::footer(const std::string& text) {
    m_impl->app.footer(text);
}

Parsed Arguments::parse(const std::vector<std::string>& words) {
    std::vector<std::string> reversed(words.rbegin(), words.rend()); // CLI11 takes them from the back
    const std::string usage = fmt::format("\n    see: {} --help\n", m_impl->program);
    try {
        m_impl->app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        return {false, 0, m_impl->app.help()};
    } catch (const CLI::ExtrasError& error) {
        std::string message = error.what();
        const bool hasMark = std::find(words.begin(), words.end(), "--") != words.end();
        for (const std::string& word : m_impl->app.remaining()) {
            if (word == "--")
                continue;
            if (hasMark && word.starts_with("-")) {
                message =
                    fmt::format("'{}' stands behind --, where nothing is an option; put it before", word);
                break;
            }
            message = fmt::format("'{}' was not expected here", word);
            if (word.starts_with("-")) {
                message = fmt::format("there is no option '{}'", word);
                if (const std::string near = nearest(word, m_impl->names); !near.empty())
                    message += fmt::format("; did you mean '{}'?", near);
                else if (!word.starts_with("--") && m_impl->app.get_option_no_throw("QUERY") != nullptr)
                    message += fmt::format("; a query that begins with a minus stands at the end, behind --: "
                                           "-- '{}'",
                                           word);
            }
            break;
        }
        return {false, 2, "rapport: " + message + usage};
    } catch (const CLI::ParseError& error) {
        return {false, 2, fmt::format("rapport: {}{}", error.what(), usage)};
    }
    return {true, 0, {}};
}

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
    std::string best;
    std::size_t least = 0;
    for (const std::string& each : known) {
        const std::size_t edits = distance(word, each);
        if (best.empty() || edits < least) {
            best = each;
            least = edits;
        }
    }
    const bool isNear = least <= std::max<std::size_t>(1, word.size() / 3);
    const auto continues = std::find_if(known.begin(), known.end(), [&](const std::string& each) {
        return word.size() >= 2 && each.starts_with(word);
    });
    if (!isNear && continues != known.end())
        return *continues;
    return isNear ? best : std::string();
}

} // namespace rapport::cli
