// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/participants.h"
#include "store/sample_study.h"

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

TEST_CASE("participants are known by name, exactly") {
    SampleStudy study;
    Participants participants(*study.file);
    const auto id = need(participants.add({{}, base::Guid::fromText("zoe"), "Zo\xC3\xAB/1"}));
    const auto zoe = need(participants.byName("Zo\xC3\xAB/1"));
    REQUIRE(zoe.has_value());
    CHECK(zoe->id == id);
    CHECK(zoe->guid == base::Guid::fromText("zoe"));
    CHECK_FALSE(need(participants.byName("zo\xC3\xAB/1")));
    CHECK(refusal(participants.add({{}, {}, "P1"})) == base::Errc::Refused);
    CHECK(refusal(participants.add({{}, {}, ""})) == base::Errc::Refused);
    CHECK(need(participants.count()) == 6);
    const auto all = need(participants.all());
    REQUIRE(all.size() == 6);
    CHECK(all[0].name == "P1");
    CHECK(all[5].name == zoe->name);
}

TEST_CASE("attributes keep their order and are replaced by name") {
    SampleStudy study;
    Participants participants(*study.file);
    model::Attribute campus{
        "campus", model::sameText("Campus"), model::AttributeType::Text, true, {"noord", "zuid, \"oud\""}};
    need(participants.putAttribute(campus));
    need(participants.putAttribute({"age", {}, model::AttributeType::Number, false, {}}));
    campus.isBlinded = false;
    campus.title.byLanguage["nl"] = "Locatie";
    need(participants.putAttribute(campus));
    const auto read = need(participants.attributes());
    REQUIRE(read.size() == 2);
    CHECK(read[0].name == "campus");
    CHECK(read[0].title == campus.title);
    CHECK_FALSE(read[0].isBlinded);
    CHECK(read[0].values == campus.values);
    CHECK(read[1].type == model::AttributeType::Number);
    CHECK(refusal(participants.putAttribute({"", {}, model::AttributeType::Text, true, {}})) ==
          base::Errc::Refused);
}

TEST_CASE("values are set, replaced, removed, and found whatever their case and accents") {
    SampleStudy study;
    Participants participants(*study.file);
    need(participants.putAttribute({"campus", {}, model::AttributeType::Text, true, {}}));
    need(participants.putAttribute({"year", {}, model::AttributeType::Number, true, {}}));
    const auto id = [](std::int64_t number) { return model::ParticipantId(number); };
    need(participants.setValue(id(3), "campus", "Zo\xC3\xAB\x73 hof"));
    need(participants.setValue(id(1), "campus", "zoes HOF"));
    need(participants.setValue(id(2), "campus", "Noord"));
    need(participants.setValue(id(2), "year", "2"));
    need(participants.setValue(id(4), "campus", "Zuid"));
    need(participants.setValue(id(4), "campus", "Noord"));
    need(participants.setValue(id(5), "campus", "Noord"));
    need(participants.setValue(id(5), "campus", ""));
    CHECK(refusal(participants.setValue(id(1), "colour", "red")) == base::Errc::NotFound);
    CHECK(refusal(participants.setValue(id(99), "campus", "Noord")) == base::Errc::Refused);

    using Values = std::map<std::string, std::string>;
    CHECK(need(participants.values(id(2))) == Values{{"campus", "Noord"}, {"year", "2"}});
    CHECK(need(participants.values(id(5))).empty());
    const auto campuses = need(participants.valuesOf("campus"));
    CHECK(campuses.size() == 4);
    CHECK(campuses.at(id(4)) == "Noord");
    CHECK(need(participants.valuesOf("colour")).empty());
    using Ids = std::vector<model::ParticipantId>;
    CHECK(need(participants.having("campus", "NOORD")) == Ids{id(2), id(4)});
    CHECK(need(participants.having("campus", "zo\xC3\xABs hof")) == Ids{id(1), id(3)});
    CHECK(need(participants.having("campus", "zuid")).empty());
    CHECK(need(participants.having("colour", "red")).empty());
}
