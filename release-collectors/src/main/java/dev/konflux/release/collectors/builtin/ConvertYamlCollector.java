package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorNeed;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.git.GitFailure;
import dev.konflux.release.collectors.git.GitRepository;
import dev.konflux.release.collectors.git.GitRequest;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Release notes written by hand as a YAML file in a git repository. */
public final class ConvertYamlCollector implements Collector {

    /** For {@link java.util.ServiceLoader}. */
    public ConvertYamlCollector() {}

    @Override
    public String type() {
        return "convertyaml";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(
                CollectorParameter.required("git", "Address of the repository."),
                CollectorParameter.required("branch", "Branch or tag; a hash does not work."),
                CollectorParameter.required("path", "Path of the file in the repository."));
    }

    @Override
    public Set<CollectorNeed> needs() {
        return Set.of(CollectorNeed.MODE);
    }

    @Override
    public Data collect(CollectorContext context) {
        String path = contained(context.requireParameter("path"));
        String branch = context.requireParameter("branch");
        GitRequest request = GitRequest.of(context.requireParameter("git"));
        try (GitRepository repository = context.git().open(request)) {
            byte[] file = repository
                    .file(branch, path)
                    .orElseThrow(() -> CollectorFailure.of("ERROR: file does not exist or is not a file."));
            return Notes.releaseNotes(
                    YamlReader.of(Dialect.PYTHON).refusingDates().read(text(file, path), path));
        } catch (GitFailure e) {
            throw new CollectorFailure(
                    e.exitCode(), "Something went wrong cloning " + request + ": " + e.getMessage(), e);
        } catch (DataSyntaxException e) {
            throw new CollectorFailure(1, "ERROR: Invalid YAML format: " + e.getMessage(), e);
        }
    }

    private static String contained(String path) {
        if (path.startsWith("/")) {
            throw CollectorFailure.of("ERROR: path provided is absolute, it must be relative.");
        }
        int depth = 0;
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                depth--;
            } else if (!part.isEmpty() && !part.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                throw CollectorFailure.of("ERROR: the resulting path is not contained within the repository. "
                        + "Do not use '..' to escalate directories.");
            }
        }
        return path;
    }

    private static String text(byte[] file, String path) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CollectorFailure(1, "ERROR: " + path + " is not UTF-8 text", e);
        }
    }
}
