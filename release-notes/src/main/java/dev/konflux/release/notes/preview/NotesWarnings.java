package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What release notes say that is most likely not meant, though no task minds it. */
final class NotesWarnings {

    private NotesWarnings() {}

    static List<Finding> of(Located data, Located snapshot, Optional<Data> askedType) {
        List<Finding> findings = new ArrayList<>();
        Located notes = data.objectOrEmpty("releaseNotes");
        Data type = notes.orElse("type", Data.nothing());
        if (askedType.isPresent() && !askedType.get().equals(type)) {
            findings.add(Finding.warning("advisory.type")
                    .path("releaseNotes.type")
                    .message("the advisory fixes CVEs, so its type becomes " + type + " instead of " + askedType.get())
                    .build());
        }
        findings.addAll(ofForeignCves(notes, snapshot));
        return findings;
    }

    /** CVEs are matched by the component's name; one for another component never shows. */
    private static List<Finding> ofForeignCves(Located notes, Located snapshot) {
        Set<Object> components = new HashSet<>();
        snapshot.itemsOf("components")
                .forEach(component -> components.add(PythonEquality.key(component.orElse("name", Data.nothing()))));
        List<Finding> findings = new ArrayList<>();
        for (Located cve : notes.itemsOf("cves")) {
            Data component = cve.orElse("component", Data.nothing());
            if (!components.contains(PythonEquality.key(component))) {
                findings.add(Finding.warning("advisory.cve")
                        .path(cve.path().toString())
                        .at(cve.value().position())
                        .message(PythonText.str(cve.orElse("key", Data.nothing()))
                                + " will not be in the advisory: the release has no component "
                                + PythonText.str(component))
                        .hint("name one of the Snapshot's components that are released now")
                        .build());
            }
        }
        return findings;
    }

    static List<Finding> ofHiddenIssues(Located data) {
        List<Finding> findings = new ArrayList<>();
        Located issues = data.objectOrEmpty("releaseNotes").objectOrEmpty("issues");
        for (Located issue : issues.itemsOf("fixed")) {
            if (issue.orElse("public", Data.of(true)).equals(Data.of(false))) {
                findings.add(Finding.note("advisory.issue")
                        .path(issue.path().toString())
                        .at(issue.value().position())
                        .message("issue " + PythonText.str(issue.orElse("id", Data.nothing()))
                                + " is not public; the advisory marks it so")
                        .build());
            }
        }
        return findings;
    }

    static Finding published(Data row) {
        String name =
                row.findText("containerImage").or(() -> row.findText("purl")).orElseGet(row::toString);
        return leftOut(name);
    }

    static Finding leftOut(String what) {
        return Finding.note("advisory.published")
                .message(what + " is left out: an earlier advisory has it")
                .build();
    }
}
