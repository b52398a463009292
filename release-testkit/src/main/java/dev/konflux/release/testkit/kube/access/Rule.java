package dev.konflux.release.testkit.kube.access;

import dev.konflux.release.model.data.Data;
import java.util.List;

/** One rule of a role: verbs at resources, or at paths that name none. */
record Rule(Data rule) {

    private static final Data ALL = Data.of("*");

    boolean allows(Attempt attempt) {
        return names("verbs", attempt.verb()) && (attempt.isOfResource() ? isAbout(attempt) : leadsTo(attempt.path()));
    }

    private boolean isAbout(Attempt attempt) {
        List<Data> names = rule.items("resourceNames");
        return names("apiGroups", attempt.group())
                && namesResource(attempt.resource())
                && (names.isEmpty() || names.contains(Data.of(attempt.name())));
    }

    private boolean names(String member, String wanted) {
        List<Data> values = rule.items(member);
        return values.contains(ALL) || values.contains(Data.of(wanted));
    }

    private boolean namesResource(String resource) {
        int slash = resource.indexOf('/');
        return names("resources", resource)
                || (slash > 0 && rule.items("resources").contains(Data.of("*" + resource.substring(slash))));
    }

    /** A star at the end stands for every path that begins so. */
    private boolean leadsTo(String path) {
        return rule.items("nonResourceURLs").stream()
                .flatMap(url -> url.asText().stream())
                .anyMatch(url ->
                        url.equals(path) || (url.endsWith("*") && path.startsWith(url.substring(0, url.length() - 1))));
    }
}
