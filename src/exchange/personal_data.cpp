// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/personal_data.h"

#include "exchange/header_words.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace rapport::exchange {

namespace {

constexpr PersonalData anIpAddress{"ip_address"};
constexpr PersonalData anEmail{"email"};
constexpr PersonalData aName{"name"};
constexpr PersonalData aPlace{"location"};
constexpr PersonalData aTelephone{"telephone"};
constexpr PersonalData anIdentifier{"identifier"};

bool looksLikeEmail(std::string_view value) {
    const std::size_t at = value.find('@');
    return at != std::string_view::npos && at > 0 && value.find(' ') == std::string_view::npos &&
           value.find('.', at) != std::string_view::npos && value.size() < 100;
}

bool looksLikeIpv4(std::string_view value) {
    int dots = 0;
    int digits = 0;
    for (const char letter : value) {
        if (letter == '.') {
            if (digits == 0)
                return false;
            ++dots;
            digits = 0;
        } else if (letter >= '0' && letter <= '9' && digits < 3) {
            ++digits;
        } else {
            return false;
        }
    }
    return dots == 3 && digits > 0;
}

/// "2001:db8::1", "::ffff:10.0.0.1", "fe80::1%eth0".
bool looksLikeIpv6(std::string_view value) {
    value = value.substr(0, value.find('%'));
    constexpr std::size_t longest = 45;
    std::size_t groups = 0;
    std::size_t digits = 0;
    bool hasGap = false;
    for (std::size_t at = 0; at < value.size() && value.size() <= longest; ++at) {
        const char letter = value[at];
        if (letter == ':') {
            if (digits == 0 && (at > 0 ? value[at - 1] != ':' : value.substr(0, 2) != "::"))
                return false;
            if (at > 0 && value[at - 1] == ':' && std::exchange(hasGap, true))
                return false;
            groups += digits > 0 ? 1 : 0;
            digits = 0;
        } else if (letter == '.') {
            const std::size_t begin = value.rfind(':', at) + 1;
            return looksLikeIpv4(value.substr(begin)) && (hasGap || groups == 6);
        } else if (std::string_view("0123456789abcdefABCDEF").find(letter) == std::string_view::npos ||
                   ++digits > 4) {
            return false;
        }
    }
    groups += digits > 0 ? 1 : 0;
    return value.size() <= longest && (hasGap ? groups >= 1 && groups < 8 : groups == 8);
}

bool looksLikeIpAddress(std::string_view value) {
    return looksLikeIpv4(value) || looksLikeIpv6(value);
}

bool looksLikeTelephone(std::string_view value) {
    std::size_t digits = 0;
    for (const char letter : value) {
        if (letter >= '0' && letter <= '9')
            ++digits;
        else if (std::string_view(" +./-()").find(letter) == std::string_view::npos)
            return false;
    }
    return digits >= 9 && digits <= 15 && (value.front() == '0' || value.front() == '+');
}

/// "Anna Peeters", "Jan van der Lee": two to five words with a capital, and the small words of names. Alone
/// ("Anna") it may be anything.
std::size_t capitalisedWords(std::string_view value) {
    constexpr std::size_t longest = 50;
    if (value.size() > longest)
        return 0;
    std::size_t words = 0;
    for (std::size_t begin = 0; begin < value.size();) {
        const std::size_t end = std::min(value.find(' ', begin), value.size());
        const std::string_view word = value.substr(begin, end - begin);
        begin = end + 1;
        if (word.empty())
            continue;
        if (word.find_first_of("0123456789.,;:!?()/&@_") != std::string_view::npos)
            return 0;
        const auto first = static_cast<unsigned char>(word.front());
        // "A" and the A of "Class A" are nobody's name.
        if (value.size() == 1)
            return 0;
        const bool isCapital = (first >= 'A' && first <= 'Z') || first == 0xC3;
        const bool isAllCapitals =
            word.size() > 1 && word.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
        if (isCapital && !isAllCapitals)
            ++words;
        else if (!isOneOf(std::string(word), {"van", "de", "der", "den", "ter", "ten", "von", "el", "al",
                                              "la", "le", "du", "di", "da", "dos", "'t", "in"}))
            return 0;
    }
    return words <= 5 ? words : 0;
}

} // namespace

base::Phrase wordsFor(const PersonalData& data) {
    if (data.id == anIpAddress.id)
        return "an IP address";
    if (data.id == anEmail.id)
        return "an e-mail address";
    if (data.id == aName.id)
        return "a person's name";
    if (data.id == aPlace.id)
        return "a place";
    if (data.id == aTelephone.id)
        return "a telephone number";
    return "what identifies a person";
}

const PersonalData* personalData(const std::string& name) {
    if (isOneOf(name, {"ipaddress", "ip", "ipadres", "ipadresse", "ipaddr", "adresseip"}))
        return &anIpAddress;
    if (isOneOf(name, {"email", "emailaddress", "recipientemail", "emailadres", "emailadresse", "mail",
                       "mailadres", "emailontvanger", "emaildesempf\u00E4ngers", "emaildudestinataire"}))
        return &anEmail;
    if (isOneOf(name,
                {"firstname", "lastname", "recipientfirstname", "recipientlastname", "fullname", "surname",
                 "voornaam", "achternaam", "familienaam", "name", "naam", "vorname", "nachname",
                 "voornaamontvanger", "achternaamontvanger", "vornamedesempf\u00E4ngers",
                 "nachnamedesempf\u00E4ngers", "pr\u00E9nomdudestinataire", "nomdefamilledudestinataire"}))
        return &aName;
    if (isOneOf(name, {"locationlatitude", "locationlongitude", "locationaccuracy", "latitude", "longitude",
                       "gps", "breedtegraad", "lengtegraad", "locatiebreedtegraad", "locatielengtegraad",
                       "address", "adres", "postcode", "zipcode", "postalcode"}))
        return &aPlace;
    if (isOneOf(name, {"phone", "phonenumber", "telephone", "telefoon", "telefoonnummer", "gsm", "mobile"}))
        return &aTelephone;
    if (isOneOf(name, {"birthdate", "dateofbirth", "geboortedatum", "nationalnumber", "rijksregisternummer",
                       "bsn"}))
        return &anIdentifier;
    return nullptr;
}

const PersonalData* personalWords(const std::vector<std::string>& words) {
    constexpr std::size_t shortHeader = 4;
    const bool isShort = words.size() <= shortHeader;
    const auto has = [&words](std::initializer_list<std::string_view> wanted) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return isOneOf(word, wanted); });
    };
    if (isShort && (has({"email", "emailadres", "emailaddress", "mailadres"}) ||
                    (has({"mail"}) && has({"e", "address", "adres"}))))
        return &anEmail;
    if (isShort && has({"gsm", "gsmnummer", "telefoon", "telefoonnummer", "tel", "phone", "phonenumber",
                        "telephone", "mobiel", "mobielnummer"}))
        return &aTelephone;
    if (has({"studentnummer", "studentennummer", "leerlingnummer", "leerlingennummer", "stamnummer",
             "personeelsnummer", "rijksregisternummer", "rolnummer", "geboortedatum", "birthdate",
             "studentid", "studentnumber", "matricule"}) ||
        (isShort && has({"student", "pupil", "leerling", "employee", "staff"}) &&
         has({"number", "nummer", "nr", "id"})) ||
        (isShort && has({"date", "datum"}) && has({"birth", "geboorte"})))
        return &anIdentifier;
    if (isShort && has({"postcode", "adres", "huisadres", "woonplaats", "zipcode", "homeaddress"}))
        return &aPlace;
    // The name of a school or a lesson is nobody's.
    if (has({"school", "schoolnaam", "klas", "class", "group", "groep", "course", "vak", "lesson", "les",
             "team", "product", "variable", "file", "subject", "scale", "college", "game", "book"}))
        return nullptr;
    if (has({"voornaam", "achternaam", "familienaam", "surname", "firstname", "lastname", "fullname"}))
        return &aName;
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (!isOneOf(words[index], {"name", "naam", "names", "namen"}))
            continue;
        const bool isTelling =
            index > 0 && isOneOf(words[index - 1], {"your", "full", "last", "first", "family", "je", "uw",
                                                    "jouw", "volledige", "eigen"});
        if (isShort || isTelling)
            return &aName;
    }
    return nullptr;
}

ColumnLook lookAt(const Table& table, std::size_t index) {
    constexpr std::size_t enough = 500;
    ColumnLook look;
    std::unordered_set<std::string_view> values;
    for (std::size_t row = 0; row < table.rows.size() && row < enough; ++row) {
        const std::string_view value = text::trim(table.rows[row].cells[index]);
        if (value.empty())
            continue;
        ++look.filled;
        look.words += 1 + static_cast<std::size_t>(std::count(value.begin(), value.end(), ' '));
        look.emails += looksLikeEmail(value) ? 1U : 0U;
        look.ipAddresses += looksLikeIpAddress(value) ? 1U : 0U;
        look.telephones += looksLikeTelephone(value) ? 1U : 0U;
        const std::size_t capitals = capitalisedWords(value);
        look.fullNames += capitals >= 2 ? 1U : 0U;
        look.firstNames += capitals == 1 ? 1U : 0U;
        values.insert(value);
    }
    look.distinct = values.size();
    return look;
}

const PersonalData* personalValues(const ColumnLook& look, const std::vector<std::string>& header) {
    constexpr std::size_t fewest = 3;
    if (look.filled == 0)
        return nullptr;
    if (look.emails * 2 > look.filled)
        return &anEmail;
    if (look.ipAddresses * 2 > look.filled)
        return &anIpAddress;
    if (look.telephones * 2 > look.filled)
        return &aTelephone;
    if (look.filled < fewest || look.distinct * 10 < look.filled * 8)
        return nullptr;
    const bool isOfSchools = std::any_of(header.begin(), header.end(), [](const std::string& word) {
        return isOneOf(word, {"school", "schoolnaam", "college", "gemeente", "city", "town", "country",
                              "land", "opleiding", "course", "vak", "team", "program", "programme"});
    });
    if (look.fullNames * 10 > look.filled * 6 && !isOfSchools)
        return &aName;
    const bool isOfPeople = std::any_of(header.begin(), header.end(), [](const std::string& word) {
        return isOneOf(word, {"student", "pupil", "leerling", "kind", "child", "teacher", "leerkracht",
                              "deelnemer", "participant", "respondent", "interviewer"});
    });
    return isOfPeople && (look.fullNames + look.firstNames) * 10 > look.filled * 8 ? &aName : nullptr;
}

bool isFreeText(const ColumnLook& look) {
    return look.filled >= 2 && look.words >= look.filled * 4 && look.distinct * 10 >= look.filled * 7;
}

bool holdsPersonalWords(std::string_view text) {
    if (text.find('@') != std::string_view::npos) {
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" \n\t,;:()<>\"", begin), text.size());
            if (looksLikeEmail(text.substr(begin, end - begin)))
                return true;
            begin = end + 1;
        }
    }
    std::size_t digits = 0;
    bool isNumber = false; // begins with 0 or +
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char letter = at < text.size() ? text[at] : 'x';
        if (letter >= '0' && letter <= '9') {
            if (digits++ == 0)
                isNumber = letter == '0' || (at > 0 && text[at - 1] == '+');
        } else if (letter != ' ' && letter != '.' && letter != '/' && letter != '-') {
            if (isNumber && digits >= 9 && digits <= 15)
                return true;
            digits = 0;
        }
    }
    return false;
}

} // namespace rapport::exchange
