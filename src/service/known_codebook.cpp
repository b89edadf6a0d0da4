// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/known_codebook.h"

#include "service/session_impl.h"

namespace rapport::service {

KnownCodebook KnownCodebook::of(const Session& session) {
    KnownCodebook known;
    const Session::Impl& impl = session.impl();
    if (impl.openStep != nullptr)
        return known;
    known.m_codebook = impl.codebook;
    known.m_position = impl.seenPosition;
    return known;
}

void KnownCodebook::giveTo(Session& session) const {
    Session::Impl& impl = session.impl();
    if (m_codebook == nullptr || impl.openStep != nullptr)
        return;
    // As if it had read it itself at that position: Impl::refresh() sees to the rest.
    impl.codebook = m_codebook;
    impl.seenPosition = m_position;
}

} // namespace rapport::service
