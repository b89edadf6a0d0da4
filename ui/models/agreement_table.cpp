// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/agreement_table.h"

#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <QCollator>
#include <QFont>
#include <algorithm>

namespace rapport::ui {

using agreement::AgreementDocument;
using agreement::Estimate;
using agreement::findEstimate;
using agreement::LabelledDocument;

std::optional<HoldingBounds> holdingBounds(const AgreementDocument& document) {
    std::optional<HoldingBounds> bounds;
    for (const agreement::PairResult& pair : document.pairs) {
        if (pair.table.size() != 2)
            continue;
        const std::int64_t holding = pair.table[0][1] + pair.table[1][0] + pair.table[1][1];
        if (!bounds)
            bounds.emplace();
        bounds->most = std::max(bounds->most, holding);
        bounds->sum += holding;
    }
    return bounds;
}

const Estimate* estimateFor(const AgreementDocument& document, CoefficientChoice choice) {
    const Estimate* leading = agreement::leadingEstimate(document);
    // Weighted where the leading coefficient is, so that all choices answer the same question.
    const std::string weights =
        leading != nullptr && !leading->weights.empty() ? leading->weights : "identity";
    switch (choice) {
    case CoefficientChoice::Kappa:
        return leading;
    case CoefficientChoice::Fleiss:
        if (const Estimate* found = findEstimate(document.overall, "fleiss_kappa", weights))
            return found;
        return document.data.scale == "set" ? leading : nullptr;
    case CoefficientChoice::Alpha:
        if (document.data.scale == "set")
            return leading;
        return agreement::alphaOf(document);
    case CoefficientChoice::Ac1:
        return findEstimate(document.overall, "gwet_ac", weights);
    }
    return nullptr;
}

std::optional<double> prevalenceOf(const AgreementDocument& document) {
    std::int64_t given = 0;
    std::int64_t judgements = 0;
    for (const agreement::PairResult& pair : document.pairs) {
        if (pair.table.size() != 2)
            return std::nullopt;
        given += pair.table[0][1] + pair.table[1][0] + 2 * pair.table[1][1];
        judgements += 2 * (pair.table[0][0] + pair.table[0][1] + pair.table[1][0] + pair.table[1][1]);
    }
    if (judgements == 0)
        return std::nullopt;
    return double(given) / double(judgements);
}

std::optional<std::string> questionOf(const std::optional<std::string>& prompt) {
    if (!prompt || prompt->empty() || model::unitKind(*prompt))
        return std::nullopt;
    return prompt;
}

AgreementModel::AgreementModel(QObject* parent)
    : QAbstractTableModel(parent) {
}

void AgreementModel::setMeasured(std::shared_ptr<const MeasuredAgreement> measured,
                                 std::shared_ptr<const model::Codebook> codebook) {
    m_measured = std::move(measured);
    m_codebook = std::move(codebook);
    build();
}

void AgreementModel::clear() {
    setMeasured(nullptr, nullptr);
}

void AgreementModel::setChoice(CoefficientChoice choice) {
    m_choice = choice;
    build();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void AgreementModel::setTarget(double target) {
    if (target == m_target)
        return;
    m_target = target;
    for (AgreementRow& row : m_rows) {
        if (row.kind != AgreementRowKind::Section)
            row.verdict = agreement::verdict(row.estimate ? &*row.estimate : nullptr, row.beside, m_target);
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void AgreementModel::retranslate() {
    build();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

AgreementRow AgreementModel::rowOf(const LabelledDocument& result) const {
    AgreementRow row;
    const AgreementDocument& document = result.agreement;
    row.round = result.round;
    row.variable = result.variable;
    row.code = result.code.value_or(std::string());
    row.prompt = result.prompt.value_or(std::string());
    row.by = result.by.value_or(std::string());
    // The document lives as long as the measurement does.
    row.document = std::shared_ptr<const AgreementDocument>(m_measured, &document);
    row.units = document.data.pairableUnits;
    row.missing = result.notGiven.value_or(document.data.missing);
    row.beside = result.besideCommonest ? result.besideCommonest : agreement::unitsBesideCommonest(document);
    if (const Estimate* chosen = estimateFor(document, m_choice))
        row.estimate = *chosen;
    if (const Estimate* percent = findEstimate(document.overall, "percent_agreement", "identity"))
        row.percent = percent->value;
    else if (const Estimate* any = findEstimate(document.overall, "percent_agreement"))
        row.percent = any->value;
    if (const Estimate* ac = estimateFor(document, CoefficientChoice::Ac1))
        row.ac = ac->value;

    const model::Variable* variable = m_codebook ? m_codebook->variable(row.variable) : nullptr;
    if (result.code) {
        row.kind = AgreementRowKind::Code;
        const auto found = m_codebook ? m_codebook->code(row.code) : model::Codebook::Found{};
        if (found.code != nullptr) {
            row.look = ui::lookOf(*m_codebook, found.code->id);
            row.title = row.look.title;
        } else {
            row.title = toQt(row.code);
            row.look.title = row.title;
            row.look.tag = row.title.left(2).toUpper();
        }
        row.prevalence = prevalenceOf(document);
        if (const auto bounds = holdingBounds(document)) {
            row.holding = bounds->most;
            row.holdingIsLowerLimit = document.data.raters.size() > 2 && bounds->sum > bounds->most;
        }
        if (result.holding) {
            row.holding = result.holding;
            row.holdingIsLowerLimit = false;
        }
    } else if (document.data.scale == "set") {
        row.kind = AgreementRowKind::Sets;
        row.title = tr("All codes together");
    } else {
        row.kind = AgreementRowKind::Variable;
        row.title = variable != nullptr ? localText(variable->title) : QString();
        if (row.title.isEmpty())
            row.title = toQt(row.variable);
        QString scale;
        if (document.data.scale == "ordinal")
            scale = tr("ordinal");
        else if (document.data.scale == "nominal")
            scale = tr("nominal");
        else
            scale = tr("count");
        row.caption = scale;
    }
    if (row.estimate && row.kind != AgreementRowKind::Code) {
        const QString symbol = estimateSymbol(*row.estimate);
        row.caption = row.caption.isEmpty() ? symbol : symbol + QStringLiteral(", ") + row.caption;
    }
    row.verdict = agreement::verdict(row.estimate ? &*row.estimate : nullptr, row.beside, m_target);
    if (const auto batches = m_measured->batches.find({row.variable, row.code});
        row.by.empty() && batches != m_measured->batches.end() && batches->second.size() > 1) {
        for (const LabelledDocument& batch : batches->second) {
            const Estimate* chosen = estimateFor(batch.agreement, m_choice);
            row.drift.push_back(chosen != nullptr ? chosen->value : std::nullopt);
        }
    }
    return row;
}

void AgreementModel::build() {
    beginResetModel();
    m_rows.clear();
    if (m_measured) {
        const auto sliceOf = [](const AgreementRow& row) { return !row.by.empty() ? row.by : row.prompt; };
        const auto sliceTitle = [&](const AgreementRow& row) {
            if (!row.by.empty())
                return sliceName(m_by, row.by);
            if (questionOf(row.prompt))
                return toQt(sliceOf(row));
            return row.prompt.empty() ? QString() : tr("transcripts");
        };
        // In order of appearance: first the codes by variable and slice, then the variables.
        std::vector<std::pair<std::string, std::vector<AgreementRow>>> sections;
        std::vector<AgreementRow> variables;
        std::map<std::string, int> slices;
        for (const LabelledDocument& result : m_measured->study.results) {
            AgreementRow row = rowOf(result);
            if (row.kind == AgreementRowKind::Variable) {
                variables.push_back(std::move(row));
                continue;
            }
            const std::string key = row.variable + '\n' + sliceOf(row);
            auto found = std::find_if(sections.begin(), sections.end(),
                                      [&](const auto& section) { return section.first == key; });
            if (found == sections.end()) {
                found = sections.insert(sections.end(), {key, {}});
                ++slices[row.variable];
            }
            found->second.push_back(std::move(row));
        }
        for (auto& [key, rows] : sections) {
            AgreementRow heading;
            heading.round = rows.front().round;
            heading.variable = rows.front().variable;
            heading.prompt = rows.front().prompt;
            heading.by = rows.front().by;
            const model::Variable* variable = m_codebook ? m_codebook->variable(heading.variable) : nullptr;
            heading.title = variable != nullptr ? localText(variable->title) : QString();
            if (heading.title.isEmpty())
                heading.title = toQt(heading.variable);
            const QString slice = sliceTitle(heading);
            const bool isPooled = rows.front().estimate && rows.front().estimate->hasCaveat("pooled_prompts");
            if (!heading.by.empty() || slices[heading.variable] > 1)
                heading.title += QStringLiteral(", ") + (slice.isEmpty() ? tr("no value") : slice);
            if (isPooled && heading.by.empty())
                heading.caption = tr("all questions together");
            else if (!heading.prompt.empty() && (!heading.by.empty() || slices[heading.variable] == 1))
                heading.caption = questionOf(heading.prompt) ? toQt(heading.prompt) : tr("transcripts");
            m_rows.push_back(std::move(heading));
            for (AgreementRow& row : rows)
                m_rows.push_back(std::move(row));
        }
        if (!variables.empty()) {
            AgreementRow heading;
            heading.title = tr("Variables");
            heading.caption = tr("one value for each unit");
            std::map<std::string, int> times;
            for (const AgreementRow& row : variables)
                ++times[row.variable];
            m_rows.push_back(std::move(heading));
            for (AgreementRow& row : variables) {
                if (times[row.variable] > 1 || !row.by.empty()) {
                    const QString slice = sliceTitle(row);
                    row.title += QStringLiteral(", ") + (slice.isEmpty() ? tr("no value") : slice);
                }
                m_rows.push_back(std::move(row));
            }
        }
    }
    endResetModel();
    sort(m_sortColumn, m_sortOrder);
}

const AgreementRow* AgreementModel::row(int index) const {
    return index >= 0 && index < int(m_rows.size()) ? &m_rows[std::size_t(index)] : nullptr;
}

std::vector<const AgreementRow*> AgreementModel::codesBeside(int index) const {
    std::vector<const AgreementRow*> codes;
    if (row(index) == nullptr)
        return codes;
    int first = index;
    while (first > 0 && m_rows[std::size_t(first)].kind != AgreementRowKind::Section)
        --first;
    for (int i = first + 1;
         i < int(m_rows.size()) && m_rows[std::size_t(i)].kind != AgreementRowKind::Section; ++i) {
        if (m_rows[std::size_t(i)].kind == AgreementRowKind::Code)
            codes.push_back(&m_rows[std::size_t(i)]);
    }
    return codes;
}

int AgreementModel::batchCount() const {
    std::size_t most = 0;
    for (const AgreementRow& row : m_rows)
        most = std::max(most, row.drift.size());
    return int(most);
}

int AgreementModel::countOf(agreement::Verdict verdict) const {
    return int(std::count_if(m_rows.begin(), m_rows.end(), [&](const AgreementRow& row) {
        return (row.kind == AgreementRowKind::Code || row.kind == AgreementRowKind::Variable) &&
               row.verdict == verdict;
    }));
}

int AgreementModel::find(const std::string& variable, const std::string& code, const std::string& prompt,
                         const std::string& by) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const AgreementRow& row) {
        return row.kind != AgreementRowKind::Section && row.kind != AgreementRowKind::Sets &&
               row.variable == variable && row.code == code && (prompt.empty() || row.prompt == prompt) &&
               (by.empty() || row.by == by);
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AgreementModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AgreementModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString AgreementModel::cellText(const AgreementRow& row, int column) const {
    if (row.kind == AgreementRowKind::Section)
        return column == Name ? row.title : QString();
    switch (column) {
    case Name:
        return row.title;
    case Value:
        return coefficientText(row.estimate ? row.estimate->value : std::nullopt);
    case Bar:
    case IntervalText:
        return row.estimate && row.estimate->ci ? intervalText(row.estimate->ci->low, row.estimate->ci->high)
                                                : noFigure();
    case Agree:
        return row.percent ? percentText(*row.percent) : noFigure();
    case Ac1:
        return coefficientText(row.ac);
    case Prevalence:
        return row.prevalence ? percentText(*row.prevalence, 1) : noFigure();
    case Units:
        return countText(row.units);
    case Missing:
        return countText(row.missing);
    case Drift: {
        QStringList values;
        for (const std::optional<double>& value : row.drift)
            values.append(coefficientText(value));
        return values.isEmpty() ? noFigure() : values.join(QStringLiteral(" "));
    }
    case VerdictWord:
        return ui::lookOf(row.verdict, m_target).word;
    default:
        return {};
    }
}

QString AgreementModel::cellTip(const AgreementRow& row, int column) const {
    if (row.kind == AgreementRowKind::Section)
        return {};
    if (column == VerdictWord || ((column == Value || column == IntervalText || column == Bar) &&
                                  row.estimate && row.estimate->undefined)) {
        if (row.estimate && row.estimate->undefined)
            return undefinedReason(row.estimate->undefined->reason);
        QString tip = ui::lookOf(row.verdict, m_target).sentence;
        if (row.holding)
            tip += QLatin1Char(' ') +
                   (row.holdingIsLowerLimit
                        ? tr("At least %1 of the units hold the code.").arg(countText(*row.holding))
                        : counted(*row.holding, tr("1 unit holds the code."), tr("%1 units hold the code.")));
        return tip;
    }
    switch (column) {
    case Value:
        return row.estimate ? estimateTitle(*row.estimate) : QString();
    case Bar:
    case IntervalText:
        return row.estimate && row.estimate->ci ? intervalMethod(row.estimate->ci->method) : QString();
    case Agree:
        return tr("Enter opens the units on which raters differ.");
    case Prevalence:
        return tr("Of all judgements, the share that gives the code. Enter opens the units that hold it.");
    case Units:
        return tr("Units that two raters or more completed. Enter opens them.");
    case Missing:
        return tr("Judgements that are missing: not completed by a rater, or the code was not there yet.");
    case Drift:
        return row.drift.empty() ? QString()
                                 : tr("Batch by batch, in the order in which units became fully rated: %1")
                                       .arg(cellText(row, Drift));
    default:
        return {};
    }
}

QVariant AgreementModel::data(const QModelIndex& index, int role) const {
    const AgreementRow* row = index.isValid() ? this->row(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*row, index.column());
    case Qt::ToolTipRole:
        return cellTip(*row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Name || index.column() == VerdictWord
                   ? int(Qt::AlignLeft | Qt::AlignVCenter)
                   : int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (row->kind != AgreementRowKind::Section && index.column() != Name)
            return row->title + QStringLiteral(", ") +
                   headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString() +
                   QStringLiteral(": ") + cellText(*row, index.column());
        return cellText(*row, index.column());
    case RowKindRole:
        return int(row->kind);
    default:
        return {};
    }
}

QVariant AgreementModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Name || section == VerdictWord ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                                         : int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const bool isSpoken = role == Qt::AccessibleTextRole;
    switch (section) {
    case Name:
        return tr("Code");
    case Value:
        return choiceSymbol(m_choice);
    case Bar:
        return isSpoken ? tr("interval as a bar") : QString();
    case IntervalText:
        return tr("%1 % interval").arg(95);
    case Agree:
        return isSpoken ? tr("percent agreement") : tr("agree %");
    case Ac1:
        return QStringLiteral("AC1");
    case Prevalence:
        return isSpoken ? tr("prevalence in percent") : tr("prev. %");
    case Units:
        return isSpoken ? tr("units") : QStringLiteral("n");
    case Missing:
        return isSpoken ? tr("missing") : tr("miss.");
    case Drift:
        return batchCount() > 1 ? tr("%1 batches").arg(batchCount()) : tr("batches");
    case VerdictWord:
        return isSpoken ? tr("verdict") : tr("lower end");
    default:
        return {};
    }
}

Qt::ItemFlags AgreementModel::flags(const QModelIndex& index) const {
    const AgreementRow* row = index.isValid() ? this->row(index.row()) : nullptr;
    if (row == nullptr)
        return Qt::NoItemFlags;
    if (row->kind == AgreementRowKind::Section)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void AgreementModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    QCollator collator;
    collator.setNumericMode(true);
    const auto number = [&](const AgreementRow& row) -> std::optional<double> {
        switch (column) {
        case Value:
        case Bar:
            return row.estimate ? row.estimate->value : std::nullopt;
        case IntervalText:
            return row.estimate && row.estimate->ci ? std::optional<double>(row.estimate->ci->low)
                                                    : std::nullopt;
        case Agree:
            return row.percent;
        case Ac1:
            return row.ac;
        case Prevalence:
            return row.prevalence;
        case Units:
            return double(row.units);
        case Missing:
            return double(row.missing);
        case Drift: {
            // From the first batch to the last that has a value.
            std::optional<double> first;
            std::optional<double> last;
            for (const std::optional<double>& value : row.drift) {
                if (value) {
                    first = first ? first : value;
                    last = value;
                }
            }
            return first ? std::optional<double>(*last - *first) : std::nullopt;
        }
        case VerdictWord:
            return -double(row.verdict);
        default:
            return std::nullopt;
        }
    };
    const bool isRising = order == Qt::AscendingOrder;
    const auto comesBefore = [&](const AgreementRow& a, const AgreementRow& b) {
        // The sets stay under their codes.
        if ((a.kind == AgreementRowKind::Sets) != (b.kind == AgreementRowKind::Sets))
            return b.kind == AgreementRowKind::Sets;
        if (column == Name) {
            const int compared = collator.compare(a.title, b.title);
            return isRising ? compared < 0 : compared > 0;
        }
        const auto first = number(a);
        const auto second = number(b);
        // What has no figure stands last whatever the order.
        if (!first || !second)
            return first.has_value() && !second;
        return isRising ? *first < *second : *first > *second;
    };
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> places(m_rows.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    const auto isHeading = [&](std::size_t i) { return m_rows[i].kind == AgreementRowKind::Section; };
    for (std::size_t first = 0; first < places.size();) {
        if (isHeading(first)) {
            ++first;
            continue;
        }
        std::size_t last = first;
        while (last < places.size() && !isHeading(last))
            ++last;
        std::stable_sort(places.begin() + std::ptrdiff_t(first), places.begin() + std::ptrdiff_t(last),
                         [&](std::size_t a, std::size_t b) { return comesBefore(m_rows[a], m_rows[b]); });
        first = last;
    }
    std::vector<AgreementRow> sorted;
    sorted.reserve(m_rows.size());
    std::vector<int> newPlace(m_rows.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        newPlace[places[i]] = int(i);
        sorted.push_back(std::move(m_rows[places[i]]));
    }
    m_rows = std::move(sorted);
    QModelIndexList after;
    for (const QModelIndex& each : before)
        after.append(index(newPlace[std::size_t(each.row())], each.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace rapport::ui
