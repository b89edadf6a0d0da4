// SPDX-License-Identifier: GPL-3.0-or-later
// XML as a stream of events, whatever its size. Refuses what nobody's office file needs: a DOCTYPE (and with
// it every entity), tags longer than 4 MiB, more than 500 elements inside one another. One thread.
#pragma once

#include "base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::package {

struct XmlName {
    std::string_view space; ///< namespace; empty: none
    std::string_view local;
};

/// Attributes of one element, by local name; valid during the event.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs)
        : m_pairs(pairs) {}
    /// Nothing where it is absent.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local) const;
    [[nodiscard]] std::string_view value(std::string_view local, std::string_view otherwise = {}) const {
        return find(local).value_or(otherwise);
    }
    template<typename Visit>
    void each(const Visit& visit) const {
        for (const char* const* pair = m_pairs; *pair != nullptr; pair += 2)
            visit(localName(*pair), std::string_view(pair[1]));
    }

private:
    [[nodiscard]] static std::string_view localName(std::string_view name) {
        return name.substr(name.rfind('\n') + 1);
    }
    const char* const* m_pairs;
};

/// What somebody makes of the events. Text comes in pieces.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void begin(const XmlName& name, const XmlAttributes& attributes) = 0;
    virtual void end(const XmlName& name) = 0;
    virtual void text(std::string_view piece) = 0;

    [[nodiscard]] bool isStopped() const { return m_isStopped; }

protected:
    /// Enough was seen; no more events come.
    void stop() { m_isStopped = true; }
    void stop(base::Error error) {
        m_error = std::move(error);
        m_isStopped = true;
    }

private:
    friend class XmlStream;
    bool m_isStopped = false;
    std::optional<base::Error> m_error;
};

class XmlStream {
public:
    /// `handler` must outlive the stream; `part` names what is read in messages ("answers.xlsx").
    XmlStream(XmlHandler& handler, std::string part);
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;
    ~XmlStream();

    /// False once the handler has stopped. Errors: Unreadable with line and column, and what the handler
    /// stopped with.
    [[nodiscard]] base::Result<bool> feed(std::string_view piece);
    [[nodiscard]] base::Status finish();
    /// Line of the event that is being told, from 1.
    [[nodiscard]] std::size_t line() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A whole document at once.
[[nodiscard]] base::Status readXml(std::string_view bytes, XmlHandler& handler, const std::string& part);

} // namespace rapport::package
