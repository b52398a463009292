package dev.konflux.release.model.lint;

import java.util.List;
import java.util.stream.Stream;

/** The built-in rules, family by family. */
final class StandardRules {

    private StandardRules() {}

    static List<LintRule> all() {
        return Stream.of(
                        AdmissionRules.all(),
                        TextRules.all(),
                        LabelRules.all(),
                        NameRules.all(),
                        PlanRules.all(),
                        PipelineRules.all(),
                        TimeoutRules.all(),
                        CollectorRules.all(),
                        DataRules.all(),
                        NotesRules.all(),
                        IssueRules.all(),
                        MappingRules.all(),
                        MappedComponentRules.all(),
                        SnapshotRules.all(),
                        SnapshotHistoryRules.all(),
                        SingleComponentRules.all(),
                        MatchRules.all(),
                        ReferenceRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
