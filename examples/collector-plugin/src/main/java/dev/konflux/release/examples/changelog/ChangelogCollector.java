package dev.konflux.release.examples.changelog;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.git.GitFailure;
import dev.konflux.release.collectors.git.GitRepository;
import dev.konflux.release.collectors.git.GitRequest;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The newest section of a repository's {@code CHANGELOG.md} as the advisory's description. */
public final class ChangelogCollector implements Collector {

    private static final String FILE = "CHANGELOG.md";
    private static final String SECTION = "## ";

    /** For {@link java.util.ServiceLoader}. */
    public ChangelogCollector() {}

    @Override
    public String type() {
        return "changelog";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(
                CollectorParameter.required("git", "Address of the repository."),
                CollectorParameter.required("branch", "Branch or tag."));
    }

    @Override
    public Data collect(CollectorContext context) {
        String branch = context.requireParameter("branch");
        GitRequest request = GitRequest.of(context.requireParameter("git"));
        try (GitRepository repository = context.git().open(request)) {
            byte[] file = repository
                    .file(branch, FILE)
                    .orElseThrow(() -> CollectorFailure.of("there is no " + FILE + " in " + request));
            String text = newestSection(new String(file, StandardCharsets.UTF_8));
            return DataObject.of("releaseNotes", DataObject.of("description", Data.of(text)));
        } catch (GitFailure e) {
            throw new CollectorFailure(e.exitCode(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String newestSection(String changelog) {
        StringBuilder section = new StringBuilder();
        int headings = 0;
        for (String line : changelog.lines().toList()) {
            headings += line.startsWith(SECTION) ? 1 : 0;
            if (headings == 1 && !line.startsWith(SECTION)) {
                section.append(line).append('\n');
            }
        }
        return section.toString().strip();
    }
}
