package dev.konflux.release.conformance;

import java.util.Map;

/** Every area of the corpus and who answers it. */
final class Areas {

    private static final Map<String, Area> BY_NAME = Map.ofEntries(
            Map.entry("advisory-request", AdvisoryRequestArea::answer),
            Map.entry("advisory-severity", SeverityArea::answer),
            Map.entry("advisory-yaml", AdvisoryArea::answer),
            Map.entry("already-released", ReleasedArea::answer),
            Map.entry("apply-mapping", MappingArea::answer),
            Map.entry("auto-release", AutoReleaseArea::answer),
            Map.entry("auto-release-cel", AutoReleaseCelArea::evaluate),
            Map.entry("collector-convertyaml", new CollectorArea()),
            Map.entry("collector-cve", new CollectorArea()),
            Map.entry("collector-interpolation", CollectorRunArea::interpolate),
            Map.entry("collector-jira", new CollectorArea()),
            Map.entry("collector-merge", DataMergeArea::collectors),
            Map.entry("collector-save-results", CollectorRunArea::saveResults),
            Map.entry("collector-sbomdiff", new CollectorArea()),
            Map.entry("collector-single-component-cve", new CollectorArea()),
            Map.entry("collector-single-component-simplejira", new CollectorArea()),
            Map.entry("data-keys", DataKeysArea::answer),
            Map.entry("data-merge", DataMergeArea::answer),
            Map.entry("embargo-check", EmbargoArea::answer),
            Map.entry("fbc-pyxis", FbcPyxisArea::answer),
            Map.entry("jinja2", TemplateArea::answer),
            Map.entry("kube-api", KubernetesArea::transcript),
            Map.entry("kube-clients", Area.unsupported()),
            Map.entry("operator-admission", new OperatorAdmissionArea()),
            Map.entry("operator-lifecycle", new OperatorTranscriptArea()),
            Map.entry("operator-matching", new OperatorTranscriptArea()),
            Map.entry("policy-report", PolicyReportArea::answer),
            Map.entry("policy-rules", new PolicyRulesArea()),
            Map.entry("policy-selection", PolicySelectionArea::answer),
            Map.entry("reduce-snapshot", SnapshotArea::reduce),
            Map.entry("release-notes-images", ReleaseNotesArea::answer),
            Map.entry("resources", new ResourcesArea()),
            Map.entry("single-component", SnapshotArea::requireSingleComponent),
            Map.entry("snapshot-name", AutoReleaseCelArea::name),
            Map.entry("snapshot-tests", SnapshotTestsArea::answer));

    private Areas() {}

    /** Who answers the named area; an area nobody knows is unsupported. */
    static Area named(String name) {
        return BY_NAME.getOrDefault(name, Area.unsupported());
    }
}
