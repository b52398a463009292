package dev.konflux.release.policy.notions;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Semver;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Trust by rules: patterns that allow tasks and patterns that deny them. A task needs one of the former and none of the latter. */
public final class TrustRules {

    private static final Set<String> CATALOG_FOLDERS = Set.of("task", "stepaction");

    private final Scene scene;
    private final Supplier<List<Value>> allow = Suppliers.memoize(() -> all("allow"));
    private final Supplier<List<Value>> deny = Suppliers.memoize(() -> all("deny"));

    TrustRules(Scene scene) {
        this.scene = scene;
    }

    private List<Value> all(String kind) {
        List<Value> rules = new ArrayList<>();
        for (Value source : List.of(scene.data().get("trusted_task_rules"), scene.ruleData("trusted_task_rules"))) {
            Value groups = source.get(kind);
            if (groups.isObject()) {
                groups.each().forEach(group -> rules.addAll(group.each()));
            }
        }
        return rules;
    }

    /** Whether trust is a matter of rules at all: there are some, and they are switched on. */
    boolean isInUse() {
        return !scene.ruleData("trusted_task_rules_enabled").equals(Value.of(false))
                && !(allow.get().isEmpty() && deny.get().isEmpty());
    }

    boolean isTrusted(Task task, Value manifests) {
        return task.reference()
                .filter(reference -> denying(reference, manifests).isEmpty() && isAllowed(reference, manifests))
                .isPresent();
    }

    private boolean isAllowed(TaskReference reference, Value manifests) {
        return effective(allow.get()).stream()
                .anyMatch(rule -> matches(rule, reference) && satisfiesAll(rule, reference, manifests));
    }

    private List<Value> denying(TaskReference reference, Value manifests) {
        return effective(deny.get()).stream()
                .filter(rule -> matches(rule, reference) && satisfiesAny(rule, reference, manifests))
                .toList();
    }

    /** The rules that will deny the task one day. */
    public List<Value> denyingLater(Task task, Value manifests) {
        TaskReference reference = task.reference().orElse(null);
        if (reference == null || !manifests.isDefined()) {
            return List.of();
        }
        return deny.get().stream()
                .filter(rule -> date(rule).isAfter(scene.now()))
                .filter(rule -> matches(rule, reference) && satisfiesAny(rule, reference, manifests))
                .toList();
    }

    /** Why the task is not trusted, as text; undefined when there is nothing to say. */
    public Value denial(Task task, Value manifests) {
        TaskReference reference = task.reference().orElse(null);
        if (reference == null) {
            return Value.UNDEFINED;
        }
        List<Value> denying = denying(reference, manifests);
        if (!denying.isEmpty()) {
            return Value.of("deny_rule\n" + lines(denying, "pattern") + messages(denying));
        }
        if (!effective(allow.get()).isEmpty()) {
            return isAllowed(reference, manifests) ? Value.UNDEFINED : Value.of("not_allowed");
        }
        return allow.get().isEmpty() ? Value.UNDEFINED : Value.of("no_effective_rules");
    }

    private static String messages(List<Value> rules) {
        String lines = lines(rules, "message");
        return lines.isEmpty() ? "" : "\nMessages:\n" + lines;
    }

    private static String lines(List<Value> rules, String member) {
        return rules.stream()
                .flatMap(rule -> Template.fill("  - %s", rule.get(member)).text().stream())
                .collect(Collectors.joining("\n"));
    }

    private List<Value> effective(List<Value> rules) {
        return rules.stream()
                .filter(rule -> rule.isObject() && (!rule.get("effective_on").isDefined() || hasCome(rule)))
                .toList();
    }

    private boolean hasCome(Value rule) {
        Value date = date(rule);
        return date.isDefined() && date.compareTo(scene.now()) <= 0;
    }

    private static Value date(Value rule) {
        return Instants.parse(rule.get("effective_on"));
    }

    private boolean matches(Value rule, TaskReference reference) {
        String key = reference.key().text().orElse("");
        Optional<String> pattern = rule.get("pattern").text();
        return pattern.filter(glob -> scene.patterns().glob(glob, key)
                        || (!glob.contains("*") && scene.patterns().glob(glob + ":*", key)))
                .isPresent();
    }

    private static boolean satisfiesAll(Value rule, TaskReference reference, Value manifests) {
        Value versions = rule.get("versions");
        if (!versions.isDefined()) {
            return true;
        }
        Optional<Semver> version = Semver.parse(normalized(version(reference, manifests)));
        return version.isPresent()
                && versions.each().stream().allMatch(constraint -> satisfies(version.get(), constraint));
    }

    /** A version that is not known or none at all is denied. */
    private static boolean satisfiesAny(Value rule, TaskReference reference, Value manifests) {
        Value versions = rule.get("versions");
        if (!versions.isDefined()) {
            return true;
        }
        Value known = version(reference, manifests);
        if (!known.isTrue()) {
            return true;
        }
        Value normalized = normalized(known);
        Optional<Semver> version = Semver.parse(normalized);
        return version.map(v -> versions.each().stream().anyMatch(constraint -> satisfies(v, constraint)))
                .orElse(normalized.isDefined());
    }

    private static boolean satisfies(Semver version, Value constraint) {
        Optional<Semver> bound = Semver.parse(normalized(constraint));
        if (bound.isEmpty()) {
            return false;
        }
        int order = version.compareTo(bound.get());
        if (constraint.startsWith(">")) {
            return constraint.startsWith(">=") ? order >= 0 : order > 0;
        }
        return constraint.startsWith("<") && (constraint.startsWith("<=") ? order <= 0 : order < 0);
    }

    /** Three numbers without operator and leading {@code v}; missing ones are 0, further ones are left out. */
    private static Value normalized(Value version) {
        String text = version.text().orElse(null);
        if (text == null) {
            return Value.UNDEFINED;
        }
        for (String prefix : List.of("<", ">", "=", "v")) {
            text = text.startsWith(prefix) ? text.substring(1) : text;
        }
        List<Value> parts = Value.of(text).split(".");
        List<String> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            three.add(i < parts.size() ? parts.get(i).text().orElseThrow() : "0");
        }
        return Value.of(String.join(".", three));
    }

    private static Value version(TaskReference reference, Value manifests) {
        Value annotations = manifests.at(reference.bundle()).getOr("annotations", Value.UNDEFINED);
        Value annotated = annotations.get("org.opencontainers.image.version");
        return annotated.isDefined() && !annotated.isNull() ? annotated : versionInPath(reference.path());
    }

    private static Value versionInPath(Value path) {
        List<Value> parts = path.split("/");
        boolean isCatalog = parts.size() >= 4
                && parts.get(0).text().filter(CATALOG_FOLDERS::contains).isPresent()
                && parts.get(2).text().orElseThrow().matches("v?[0-9]+(\\.[0-9]+){0,2}");
        return isCatalog ? parts.get(2) : Value.UNDEFINED;
    }
}
