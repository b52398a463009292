package dev.konflux.release.collectors.builtin;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Issues of any tracker, named in the messages of the commits of every component since the previous Release. Not one of upstream's collectors.
 * Each issue is reported once a component, in the order of git's log.
 */
public final class CommitIssuesCollector implements Collector {

    /** For {@link java.util.ServiceLoader}. */
    public CommitIssuesCollector() {}

    @Override
    public String type() {
        return "commit-issues";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(
                CollectorParameter.optional("secretName", "Secret with ssh keys of private repositories.")
                        .letter('s'),
                CollectorParameter.required("pattern", "RE2 expression; its first group, or all of it, is the id.")
                        .eachValue(),
                CollectorParameter.required("tracker", "Put into the answers as source, such as issues.example.com."));
    }

    @Override
    public Data collect(CollectorContext context) {
        String tracker = context.requireParameter("tracker");
        List<Pattern> patterns = context.parameters().getOrDefault("pattern", List.of()).stream()
                .map(CommitIssuesCollector::compile)
                .toList();
        ComponentHistory history = ComponentHistory.of(context);
        ReleaseSnapshot current = ReleaseSnapshot.current(context);
        Optional<ReleaseSnapshot> previous = ReleaseSnapshot.previous(context);
        List<DataObject> issues = new ArrayList<>();
        for (String name : current.componentNames()) {
            Component component = current.findComponent(name).orElseThrow();
            Optional<Component> earlier = previous.flatMap(snapshot -> snapshot.findComponent(name));
            Set<String> ids = new LinkedHashSet<>();
            history.read(
                    earlier,
                    component,
                    component.context(),
                    true,
                    entry -> patterns.forEach(pattern -> addIds(pattern, entry.message(), ids)));
            ids.forEach(id -> issues.add(Notes.issue(id, name, tracker)));
        }
        return Notes.fixedIssues(issues);
    }

    private static Pattern compile(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new CollectorFailure(1, "pattern is not an RE2 expression: " + e.getMessage(), e);
        }
    }

    private static void addIds(Pattern pattern, String message, Set<String> ids) {
        Matcher found = pattern.matcher(message);
        while (found.find()) {
            String id = pattern.groupCount() > 0 ? found.group(1) : found.group();
            if (id != null && !id.isEmpty()) {
                ids.add(id);
            }
        }
    }
}
