package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.DuplicateKey;
import dev.konflux.release.model.text.ReadLimits;
import dev.konflux.release.model.text.YamlDocument;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.model.text.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes resources of the documents of texts, and findings of what is none. */
final class DocumentReader {

    // The API server takes no request above 3 MiB.
    private static final ReadLimits LIMITS = new ReadLimits(3 << 20, 200, 100_000);

    private final YamlReader yaml = YamlReader.of(Dialect.CLUSTER).limits(LIMITS);
    private final List<Resource> resources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Resource> known = new HashMap<>();

    void read(String text, String source) {
        YamlStream stream = yaml.readAll(text, source);
        List<String> lines =
                stream.faults().isEmpty() ? List.of() : text.lines().toList();
        for (YamlDocument document : stream.documents()) {
            if (document instanceof YamlDocument.Broken broken) {
                report(syntaxFault(broken.fault(), lines));
            } else if (document instanceof YamlDocument.Content content) {
                content.duplicateKeys().forEach(key -> report(duplicateKey(key)));
                take(content.data());
            }
        }
        stream.end().ifPresent(fault -> report(syntaxFault(fault, lines)));
    }

    void report(Finding finding) {
        findings.add(finding);
    }

    Resources resources(Sources sources) {
        return new Resources(resources, findings, sources);
    }

    private void take(Data value) {
        Optional<DataObject> document = value.asObject();
        if (document.isEmpty()) {
            report(Finding.note("read.not-a-resource")
                    .at(value.position())
                    .message("expected an object with apiVersion and kind, found "
                            + (value instanceof DataArray ? "a list" : "a single value"))
                    .hint("a list of changes for kustomize is not checked; move it out of this folder to silence this")
                    .build());
        } else if (isList(document.get())) {
            document.get().items("items").forEach(this::take);
        } else {
            takeDocument(document.get());
        }
    }

    private static boolean isList(DataObject document) {
        return document.findText("kind").filter(kind -> kind.endsWith("List")).isPresent()
                && document.find("items").flatMap(Data::asArray).isPresent();
    }

    private void takeDocument(DataObject document) {
        boolean kind = document.findText("kind").filter(text -> !text.isEmpty()).isPresent();
        boolean version =
                document.findText("apiVersion").filter(text -> !text.isEmpty()).isPresent();
        if (!kind && !version) {
            report(Finding.note("read.not-a-resource")
                    .at(document.position())
                    .message("expected a resource with apiVersion and kind, found an object without them")
                    .build());
            return;
        }
        if (!kind || !version) {
            report(incompleteType(document, kind ? "apiVersion" : "kind"));
        }
        Resource resource = ResourceKind.read(document);
        reportRepetition(resource);
        resources.add(resource);
    }

    private static Finding incompleteType(DataObject document, String missing) {
        return Finding.error("read.incomplete-type")
                .at(document.position())
                .about(GenericResource.of(document))
                .path(missing)
                .message("expected the text " + missing + ", found none; the cluster cannot tell what this is")
                .build();
    }

    private void reportRepetition(Resource resource) {
        if (resource.name().isEmpty()) {
            return;
        }
        Resource earlier = known.putIfAbsent(resource.apiVersion() + " " + resource, resource);
        if (earlier != null) {
            report(Finding.warning("read.repeated-resource")
                    .at(resource.document().position())
                    .about(resource)
                    .message("the same resource is also at "
                            + earlier.document().position() + "; the cluster keeps the one applied last")
                    .hint("keep one of the two, or check one folder for each environment")
                    .build());
        }
    }

    private static Finding duplicateKey(DuplicateKey key) {
        return Finding.warning("read.repeated-key")
                .at(key.position())
                .message(
                        "the key " + key.key() + " was set before in the same object; the cluster keeps the last value")
                .hint("remove one of the two")
                .build();
    }

    private static Finding syntaxFault(DataSyntaxException fault, List<String> lines) {
        int line = fault.position().line();
        String there = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
        return Finding.error("read.syntax")
                .at(fault.position())
                .message(fault.problem())
                .hint(hint(there))
                .build();
    }

    private static String hint(String line) {
        if (line.contains("{{") || line.contains("{%")) {
            return "this looks like a template: render it first, or quote a value that begins with {{";
        }
        return line.indexOf('\t') >= 0 ? "YAML is indented by blanks, not by tabs" : "";
    }
}
