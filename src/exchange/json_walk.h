// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a JSON document member by member, where the first mistake is kept with its place
// ("variables[0].codes[2].title"). Later mistakes follow from it and are not told. Private to this room.
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"
#include "model/local_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// What all nodes of one document share.
class JsonReading {
public:
    explicit JsonReading(std::string fileName)
        : m_fileName(std::move(fileName)) {}
    /// Keeps the first mistake.
    void wrong(const std::string& path, base::Phrase message, base::Phrase hint = {});
    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }

private:
    std::string m_fileName;
    std::optional<base::Error> m_error;
};

enum class Need { Required, Optional };

/// A value and where it stands. Cheap to copy; the document must outlive it.
class JsonNode {
public:
    JsonNode(const base::Json& value, std::string path, JsonReading& reading)
        : m_value(&value)
        , m_path(std::move(path))
        , m_reading(&reading) {}

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::string string(std::string_view key, Need need) const;
    [[nodiscard]] bool boolean(std::string_view key, bool otherwise) const;
    /// A text per language; a plain string is the same in every language.
    [[nodiscard]] model::LocalText text(std::string_view key, Need need) const;
    [[nodiscard]] std::vector<JsonNode> list(std::string_view key, Need need) const;
    [[nodiscard]] std::vector<std::string> strings(std::string_view key, Need need) const;
    [[nodiscard]] JsonNode child(std::string_view key) const;

    /// The node itself as a string, a text.
    [[nodiscard]] std::string asString() const;
    [[nodiscard]] model::LocalText asText() const;

    /// True and a mistake noted if this is no object.
    [[nodiscard]] bool isNoObject() const;
    void wrong(std::string_view key, base::Phrase message, base::Phrase hint = {}) const;
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const base::Json& value() const { return *m_value; }

private:
    [[nodiscard]] const base::Json* find(std::string_view key, Need need) const;
    [[nodiscard]] std::string pathTo(std::string_view key) const;

    const base::Json* m_value;
    std::string m_path;
    JsonReading* m_reading;
};

/// Notes a mistake if `schema` is not `wanted` ("rapport.codebook/1").
void checkSchema(const JsonNode& document, std::string_view wanted);

[[nodiscard]] base::Json toJson(const model::LocalText& text);

} // namespace rapport::exchange
