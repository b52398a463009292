package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jira issues named behind {@code Fixes} or {@code Fixed} in the commits of the one component that the Snapshot was made for. */
public final class SingleComponentSimpleJiraCollector implements Collector {

    /** Python's white space, which may be a line break. */
    private static final String SPACE =
            "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
    /** Python ignores case with the dotless and dotted i and the long s. */
    private static final String FIXES = "[fF][iI\u0131\u0130][xX][eE][sSdD\u017f]";
    /** Python's word boundary behind a digit. */
    private static final String END = "(?![\\p{L}\\p{N}_])";

    /** For {@link java.util.ServiceLoader}. */
    public SingleComponentSimpleJiraCollector() {}

    @Override
    public String type() {
        return "single-component-simplejira";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(
                CollectorParameter.optional("secretName", "Secret with ssh keys of private repositories.")
                        .letter('s'),
                CollectorParameter.required("jiraProjectKey", "Key of a Jira project, such as HUM; may be repeated.")
                        .eachValue(),
                CollectorParameter.required("jiraServer", "Jira server put into the answers as source."));
    }

    @Override
    public Data collect(CollectorContext context) {
        String server = context.requireParameter("jiraServer");
        List<String> keys = context.parameters().getOrDefault("jiraProjectKey", List.of());
        List<DataObject> issues = SingleComponent.commits(context)
                .map(commits -> issues(commits, keys, server))
                .orElse(List.of());
        return Notes.fixedIssues(issues);
    }

    private static List<DataObject> issues(SingleComponent.Commits commits, List<String> keys, String server) {
        Set<String> ids = new LinkedHashSet<>();
        for (String key : keys) {
            Pattern fixes = Pattern.compile(FIXES + SPACE + "(" + Pattern.quote(key) + "-\\p{Nd}+)" + END);
            for (Matcher found = fixes.matcher(commits.text()); found.find(); ) {
                ids.add(found.group(1));
            }
        }
        return ids.stream()
                .map(id -> Notes.issue(id, commits.component(), server).with("public", Data.of(true)))
                .toList();
    }
}
