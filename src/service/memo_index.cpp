// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/memo_index.h"

#include "service/search_scope.h"

#include <algorithm>
#include <iterator>

namespace rapport::service {

namespace {

/// The whole of it, in batches: numbers rise.
search::BatchSource wholeBatches(const Session& session, std::int64_t truth, const base::Task& task) {
    auto whole = std::make_shared<search::IndexBatch>();
    auto next = std::make_shared<std::size_t>(0);
    auto isRead = std::make_shared<bool>(false);
    return [&session, truth, task, whole, next, isRead](search::IndexBatch& batch) -> base::Result<bool> {
        if (!std::exchange(*isRead, true)) {
            RAPPORT_TRY(addMemosAfter(session, 0, {}, task, *whole));
            RAPPORT_TRY(addCodesAfter(session, 0, *whole));
            std::sort(whole->changed.begin(), whole->changed.end(),
                      [](const auto& a, const auto& b) { return a.id < b.id; });
        }
        if (task.isStopped())
            return base::Task::cancelled();
        const std::size_t end = std::min(whole->changed.size(), *next + search::preferredBatchSize);
        const auto at = [&whole](std::size_t place) {
            return whole->changed.begin() + static_cast<std::ptrdiff_t>(place);
        };
        batch.changed.assign(std::make_move_iterator(at(*next)), std::make_move_iterator(at(end)));
        batch.cursor = end == whole->changed.size() ? truth : 0;
        const bool hasMore = *next < end;
        *next = end;
        return hasMore;
    };
}

/// A line for each language.
void addLines(std::string& text, const model::LocalText& part) {
    for (const auto& [language, words] : part.byLanguage) {
        if (!words.empty())
            text += (text.empty() ? "" : "\n") + words;
    }
}

} // namespace

model::UnitId memoDocument(std::int64_t number) {
    return model::UnitId(2 * number);
}

model::UnitId codeDocument(model::CodeId code) {
    return model::UnitId(2 * code.value + 1);
}

std::int64_t memoNumber(model::UnitId document) {
    return document.value / 2;
}

search::IndexedUnit indexedMemo(const store::MemoRow& memo, const store::UnitRow& row) {
    search::IndexedUnit unit = indexedUnit(row);
    unit.id = memoDocument(memo.number);
    unit.kind = memoKind;
    unit.text = memo.memo.text;
    unit.date = base::isoText(memo.memo.time);
    unit.order = memo.memo.unit.value;
    // By number: names may change.
    if (!memo.memo.author.isNone())
        unit.fields.emplace_back("rater", std::to_string(memo.memo.author.value));
    return unit;
}

std::string textOf(const model::Code& code) {
    std::string text;
    addLines(text, code.title);
    addLines(text, code.definition);
    addLines(text, code.use);
    addLines(text, code.avoid);
    for (const model::LocalText& example : code.examples)
        addLines(text, example);
    for (const model::LocalText& example : code.antiExamples)
        addLines(text, example);
    return text;
}

search::IndexedUnit indexedCode(const model::Code& code, std::int64_t order) {
    search::IndexedUnit unit;
    unit.id = codeDocument(code.id);
    unit.kind = codeKind;
    unit.text = code.name;
    addLines(unit.text, code.title);
    unit.nameBytes = unit.text.size();
    unit.text = code.name + '\n' + textOf(code);
    unit.order = order;
    return unit;
}

base::Result<std::vector<std::pair<model::UnitId, std::string>>> memoTexts(const Session& session,
                                                                           const base::Task& task) {
    std::vector<std::pair<model::UnitId, std::string>> texts;
    RAPPORT_TRY(session.impl().codings().forEachMemo(0, [&](const store::MemoRow& memo) {
        if (!memo.memo.text.empty())
            texts.emplace_back(memoDocument(memo.number), memo.memo.text);
        return !task.isStopped();
    }));
    if (task.isStopped())
        return base::Task::cancelled();
    search::IndexBatch codes;
    RAPPORT_TRY(addCodesAfter(session, 0, codes));
    for (search::IndexedUnit& code : codes.changed)
        texts.emplace_back(code.id, std::move(code.text));
    std::sort(texts.begin(), texts.end());
    return texts;
}

base::Status addMemosAfter(const Session& session, std::int64_t after, model::RaterId author,
                           const base::Task& task, search::IndexBatch& batch) {
    constexpr std::size_t memosPerLook = 64;
    const UnitTexts texts(session);
    base::Status failed;
    std::size_t seen = 0;
    RAPPORT_TRY(session.impl().codings().forEachMemo(after, [&](const store::MemoRow& memo) {
        if (seen++ % memosPerLook == 0 && task.isStopped())
            failed = base::Task::cancelled();
        if (!failed)
            return false;
        if (!author.isNone() && memo.memo.author != author)
            return true;
        if (memo.memo.text.empty()) {
            batch.deleted.push_back(memoDocument(memo.number));
            return true;
        }
        auto row = texts.row(memo.memo.unit);
        if (row)
            batch.changed.push_back(indexedMemo(memo, *row));
        else
            failed = tl::make_unexpected(row.error());
        return row.has_value();
    }));
    return failed;
}

base::Status addCodesAfter(const Session& session, std::int64_t after, search::IndexBatch& batch) {
    if (after > 0) {
        RAPPORT_ASSIGN(const bool mayDiffer, session.impl().journal().studyChangedAfter(after));
        if (!mayDiffer)
            return {};
    }
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    std::vector<model::CodeId> there;
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& code : variable.codes) {
            batch.changed.push_back(indexedCode(code, static_cast<std::int64_t>(there.size())));
            there.push_back(code.id);
        }
    }
    if (after == 0)
        return {};
    std::sort(there.begin(), there.end());
    RAPPORT_ASSIGN(const auto every, session.impl().codebooks().everyCode());
    for (const model::CodeId code : every) {
        if (!std::binary_search(there.begin(), there.end(), code))
            batch.deleted.push_back(codeDocument(code));
    }
    return {};
}

IndexContent memoContent(const Session& session, const base::Task& task) {
    IndexContent content;
    const auto guid = studyGuid(session);
    // Below the study's own folder: it goes where that goes.
    content.folder = std::filesystem::path(session.impl().environment.cacheFolder) /
                     (guid ? guid->text() : std::string()) / "memos";
    content.batches = [&session, task](std::int64_t after, std::int64_t truth) -> search::BatchSource {
        if (after == 0)
            return wholeBatches(session, truth, task);
        return [&session, after, truth, task](search::IndexBatch& batch) -> base::Result<bool> {
            RAPPORT_TRY(addMemosAfter(session, after, {}, task, batch));
            RAPPORT_TRY(addCodesAfter(session, after, batch));
            batch.cursor = truth;
            return true;
        };
    };
    content.countAfter = [&session](std::int64_t after, std::int64_t most) {
        return session.impl().codings().memoCount(after, most);
    };
    content.everything =
        [&session, task](const std::function<bool(const search::IndexedUnit&)>& visit) -> base::Status {
        search::IndexBatch whole;
        RAPPORT_TRY(addMemosAfter(session, 0, {}, task, whole));
        RAPPORT_TRY(addCodesAfter(session, 0, whole));
        for (const search::IndexedUnit& unit : whole.changed) {
            if (!visit(unit))
                break;
        }
        return {};
    };
    return content;
}

} // namespace rapport::service
