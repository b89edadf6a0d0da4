// SPDX-License-Identifier: GPL-3.0-or-later
// What a command may be given on the command line, declared once: parsing, help and the messages of wrong
// usage are made from it. Everything that is declared writes into a variable of the caller, which has to live
// until the command has run. Hides CLI11 from the commands.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rapport::cli {

enum class Need { Optional, Required };

/// What parsing came to: go on, or print `text` and end.
struct Parsed {
    bool isReady = false;
    int exitCode = 0;
    std::string text; ///< help for stdout where exitCode is 0, else a message for stderr
};

class Arguments {
public:
    /// `program` as it is called, e.g. "rapport info".
    Arguments(const std::string& program, const std::string& summary);
    ~Arguments();
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    /// A value without a name, in the order of declaration; `name` in capitals for the help.
    void positional(const std::string& name, std::string& into, const std::string& help,
                    Need need = Need::Required);
    /// Any number of them, at least one; the last positional.
    void positionals(const std::string& name, std::vector<std::string>& into, const std::string& help);
    /// One of the words, without a name.
    void action(const std::string& name, std::string& into, const std::vector<std::string>& words,
                const std::string& help, Need need = Need::Required);

    /// `--name VALUE`; `value` says in capitals what it is.
    void text(const std::string& name, std::string& into, const std::string& value, const std::string& help,
              Need need = Need::Optional);
    void text(const std::string& name, std::optional<std::string>& into, const std::string& value,
              const std::string& help);
    /// `--name A,B,C`: blanks around the parts and empty parts are dropped.
    void list(const std::string& name, std::vector<std::string>& into, const std::string& value,
              const std::string& help, Need need = Need::Optional);
    /// `--name VALUE` any number of times.
    void repeated(const std::string& name, std::vector<std::string>& into, const std::string& value,
                  const std::string& help);
    /// One of the words.
    void choice(const std::string& name, std::string& into, const std::vector<std::string>& words,
                const std::string& help, Need need = Need::Optional);
    void flag(const std::string& name, bool& into, const std::string& help);
    /// Whole numbers and decimal numbers, in the C locale, the whole text.
    void number(const std::string& name, std::int64_t& into, const std::string& value,
                const std::string& help);
    void number(const std::string& name, double& into, const std::string& value, const std::string& help);
    void number(const std::string& name, std::optional<double>& into, const std::string& value,
                const std::string& help);
    void number(const std::string& name, std::optional<std::int64_t>& into, const std::string& value,
                const std::string& help);

    /// Only one of the two may be given.
    void excludes(const std::string& one, const std::string& other);
    /// Below the options in the help.
    void footer(const std::string& text);

    [[nodiscard]] Parsed parse(const std::vector<std::string>& words);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The one of `known` that `word` was probably meant to be; empty if none is near.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& known);

} // namespace rapport::cli
