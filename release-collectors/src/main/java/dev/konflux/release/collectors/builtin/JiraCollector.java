package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorNeed;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.http.Retries;
import dev.konflux.release.collectors.http.WebServer;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Issues that a Jira query finds. The parameters {@code auth}, {@code edition} and {@code tries} are this library's; without them all is as
 * upstream does it.
 */
public final class JiraCollector implements Collector {

    private static final String CVE_FIELD = "customfield_10667";
    private static final String DEFAULT_LIMIT = "500";
    private static final BigInteger MOST_TRIES = BigInteger.TEN;

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
                        .letter('l'),
                CollectorParameter.optional("auth", "'basic' with e-mail and token, or 'bearer' with the token alone."),
                CollectorParameter.optional("edition", "'cloud', or 'datacenter' for the search of Jira Data Center."),
                CollectorParameter.optional("tries", "How often a busy server is asked, 1 by default."));
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
        JiraCredentials credentials = JiraCredentials.of(context, namespace);
        String url = context.requireParameter("url");
        JiraEdition edition = JiraEdition.of(context.parameter("edition").orElse("cloud"));
        JiraSearch search = new JiraSearch(context, web(context), url.replaceFirst("/+$", ""), edition, credentials);
        List<Data> found = search.issues(context.requireParameter("query"), limit);
        String source = url.replace("https://", "");
        List<DataObject> issues = new ArrayList<>();
        for (Data issue : cut(found, limit)) {
            issues.add(issue(issue, source));
        }
        return Notes.fixedIssues(issues);
    }

    private static WebServer web(CollectorContext context) {
        int tries = PythonInteger.parse(context.parameter("tries").orElse("1"), "tries")
                .max(BigInteger.ONE)
                .min(MOST_TRIES)
                .intValue();
        return new WebServer(
                context.http().orElseThrow(() -> CollectorFailure.of("no HTTP client was given")),
                context.answerTimeout(),
                new Retries(tries, context.pause(), context.clock()),
                context.cancellation());
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
