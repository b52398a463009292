package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorNeed;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.Secret;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Issues that a Jira query finds. */
public final class JiraCollector implements Collector {

    private static final String CVE_FIELD = "customfield_10667";
    private static final String DEFAULT_LIMIT = "500";

    /** For {@link java.util.ServiceLoader}. */
    public JiraCollector() {}

    @Override
    public String type() {
        return "jira";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(
                CollectorParameter.required("url", "Address of the Jira server.")
                        .letter('u'),
                CollectorParameter.required("query", "The query, in JQL.").letter('q'),
                CollectorParameter.required("secretName", "Secret with the keys email and apitoken.")
                        .letter('s'),
                CollectorParameter.optional("limit", "Most issues in the answer, 500 by default.")
                        .letter('l'));
    }

    @Override
    public Set<CollectorNeed> needs() {
        return Set.of(CollectorNeed.RELEASE, CollectorNeed.MODE);
    }

    @Override
    public Data collect(CollectorContext context) {
        if (context.release().isEmpty()) {
            // Upstream says nothing and succeeds.
            return Data.nothing();
        }
        BigInteger limit = PythonInteger.parse(context.parameter("limit").orElse(DEFAULT_LIMIT), "limit");
        String namespace = ReleaseSnapshot.namespace(context.release(), "the release");
        JiraCredentials credentials = credentials(context, namespace);
        String url = context.requireParameter("url");
        JiraSearch search = new JiraSearch(context, url.replaceFirst("/+$", ""), credentials);
        List<Data> found = search.issues(context.requireParameter("query"), limit);
        String source = url.replace("https://", "");
        List<DataObject> issues = new ArrayList<>();
        for (Data issue : cut(found, limit)) {
            issues.add(issue(issue, source));
        }
        return Notes.fixedIssues(issues);
    }

    private static JiraCredentials credentials(CollectorContext context, String namespace) {
        String name = context.requireParameter("secretName");
        Secret secret = context.secrets()
                .find(namespace, name)
                .orElseThrow(() -> CollectorFailure.of("secret " + namespace + "/" + name + " not found"));
        return new JiraCredentials(value(secret, "email"), value(secret, "apitoken"));
    }

    private static String value(Secret secret, String key) {
        return secret.text(key)
                .map(String::strip)
                .orElseThrow(() -> CollectorFailure.of("Error: secret does not contain the '" + key + "' key"));
    }

    /** As a Python slice: a negative limit drops that many from the end. */
    private static List<Data> cut(List<Data> issues, BigInteger limit) {
        BigInteger end = limit.signum() < 0 ? limit.add(BigInteger.valueOf(issues.size())) : limit;
        int last =
                end.max(BigInteger.ZERO).min(BigInteger.valueOf(issues.size())).intValue();
        return issues.subList(0, last);
    }

    private static DataObject issue(Data issue, String source) {
        Data key = Fields.require(issue, "key", "an issue");
        Data fields = Fields.require(issue, "fields", "issue " + key);
        Data cve = Fields.object(fields, "fields of issue " + key).member(CVE_FIELD);
        return DataObject.builder()
                .put("id", key)
                .put("source", source)
                .put("summary", fields.find("summary").orElse(Data.nothing()))
                .put(
                        "cveid",
                        Optional.ofNullable(cve).filter(PythonEquality::isTrue).orElse(Data.nothing()))
                .build();
    }
}
