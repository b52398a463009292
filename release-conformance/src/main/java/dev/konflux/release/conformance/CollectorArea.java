package dev.konflux.release.conformance;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorArguments;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorNeed;
import dev.konflux.release.collectors.Collectors;
import dev.konflux.release.collectors.ImageScanner;
import dev.konflux.release.collectors.Secret;
import dev.konflux.release.collectors.git.GitAccess;
import dev.konflux.release.collectors.git.GitClones;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The areas of the six collectors: a collector run against the cluster, repositories and servers that a case describes. */
final class CollectorArea implements Area {

    private static final String WORK = "{WORK}/";
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    @Override
    public DataObject answer(DataObject input) {
        try (ScriptedJira jira = ScriptedJira.serving(input.items("jira"), input.has("tls"));
                ServedRepositories repositories = ServedRepositories.of(input.findObject("repos"))) {
            return run(input, jira, repositories);
        } catch (CollectorFailure failure) {
            throw new Refused(String.valueOf(failure.getMessage()));
        }
    }

    private static DataObject run(DataObject input, ScriptedJira jira, ServedRepositories repositories) {
        Collector collector =
                Collectors.installed().require(input.findText("collector").orElseThrow());
        List<String> words = input.items("argv").stream()
                .map(word -> jira.fill(word.asText().orElseThrow()))
                .toList();
        if (words.contains("--help") || words.contains("-h")) {
            return DataObject.empty();
        }
        CollectorArguments arguments = CollectorArguments.parse(collector, words);
        Cluster cluster = new Cluster(input);
        CollectorContext.Builder context = CollectorContext.builder();
        boolean sboms = input.findText("sourceChange").equals(Optional.of("SCAN_TYPE=sbom"));
        if (sboms) {
            context.putParameters("compare", List.of("sbom"));
        }
        context.release(release(input, collector, arguments.release()))
                .previousRelease(
                        collector.needs().contains(CollectorNeed.PREVIOUS_RELEASE)
                                ? release(input, collector, arguments.previousRelease())
                                : DataObject.empty())
                .putAllParameters(arguments.values())
                .snapshots(cluster::findSnapshot)
                .secrets(cluster::findSecret)
                .http(jira.client(!input.findText("env", "REQUESTS_CA_BUNDLE").equals(Optional.of(""))))
                .scanner(scanner(input))
                .sboms(image -> said(input, "cosign", image))
                .answerTimeout(ANSWER_TIMEOUT);
        try (GitClones clones = GitClones.into(repositories.folder().resolve("clones"))
                .insteadOf(repositories::address)
                .build()) {
            boolean git = !input.items("commandsMissing").contains(Data.of("git"));
            Data found = collector.collect(
                    context.git(git ? clones : GitAccess.none()).build());
            DataObject.Builder answer = DataObject.builder();
            if (!found.isNull() && isJson(found)) {
                answer.put("json", jira.unfill(found));
            }
            return answer.put("requests", jira.requests()).build();
        }
    }

    /** Python prints infinities as words that no JSON reader takes. */
    private static boolean isJson(Data data) {
        if (data instanceof DataObject object) {
            return object.members().values().stream().allMatch(CollectorArea::isJson);
        }
        if (data instanceof DataArray array) {
            return array.items().stream().allMatch(CollectorArea::isJson);
        }
        return !(data instanceof DataNumber number) || number.isFinite();
    }

    private static DataObject release(DataObject input, Collector collector, Optional<String> file) {
        if (file.isEmpty()) {
            return DataObject.empty();
        }
        String text = input.find("files", file.get().replace(WORK, ""))
                .flatMap(Data::asText)
                .orElseThrow(() -> new Refused("ERROR: Path to release file " + file.get() + " doesn't exist"));
        if (text.isEmpty()) {
            return DataObject.empty();
        }
        try {
            Data release = JsonReader.create().read(text, file.get());
            return List.of(Data.nothing(), DataArray.empty(), Data.of(""), Data.of(0), Data.of(false))
                            .contains(release)
                    ? DataObject.empty()
                    : release.asObject().orElseThrow(() -> new Refused(file.get() + " holds no object"));
        } catch (DataSyntaxException e) {
            if (collector.type().equals("sbomdiff")) {
                // This program alone takes a file it cannot read for an empty one.
                return DataObject.empty();
            }
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    /** The scanner's command line answers for an image, as long as it is there and told where its server is. */
    private static Optional<ImageScanner> scanner(DataObject input) {
        if (input.items("commandsMissing").contains(Data.of("roxctl"))) {
            return Optional.empty();
        }
        DataObject environment = input.findObject("env").orElse(DataObject.empty());
        boolean configured = environment.has("ROX_ENDPOINT")
                && (environment.has("ROX_API_TOKEN") || environment.has("ROX_CONFIG_DIR"));
        return Optional.of(new ImageScanner() {
            @Override
            public DataObject scan(String image) {
                return said(input, "roxctl", image)
                        .filter(answer -> configured)
                        .orElseThrow(() -> CollectorFailure.of("cannot scan " + image));
            }

            @Override
            public DataObject scanSbom(DataObject sbom) {
                String name = sbom.findText("name")
                        .or(() -> sbom.findText("serialNumber"))
                        .orElse("");
                return scan("sbom:" + name);
            }
        });
    }

    private static Optional<DataObject> said(DataObject input, String command, String argument) {
        return input.findObject(command, argument)
                .filter(CollectorArea::isSuccess)
                .map(answer -> parsed(answer.findText("stdout").orElse("")));
    }

    private static boolean isSuccess(DataObject answer) {
        return answer.find("rc").map(code -> code.equals(Data.of(0))).orElse(true);
    }

    private static DataObject parsed(String text) {
        try {
            return JsonReader.create()
                    .read(text, "")
                    .asObject()
                    .orElseThrow(() -> CollectorFailure.of("expected an object"));
        } catch (DataSyntaxException e) {
            throw new CollectorFailure(1, "not JSON: " + e.getMessage(), e);
        }
    }

    /** What the case's {@code kubectl} answers. */
    private record Cluster(DataObject input) {

        Optional<DataObject> findSnapshot(String namespace, String name) {
            return find("get snapshot " + name + " -n " + namespace + " -ojson");
        }

        Optional<Secret> findSecret(String namespace, String name) {
            return find("get secret " + name + " -n " + namespace + " -ojson").map(document -> {
                Map<String, String> values = new HashMap<>();
                document.findObject("data")
                        .orElseThrow(() -> CollectorFailure.of("secret " + name + " has no data"))
                        .members()
                        .forEach((key, value) -> value.asText().ifPresent(text -> values.put(key, text)));
                return Secret.encoded(name, values);
            });
        }

        private Optional<DataObject> find(String command) {
            if (input.items("commandsMissing").contains(Data.of("kubectl"))) {
                throw CollectorFailure.of("the cluster cannot be reached");
            }
            return input.findObject("kubectl", command)
                    .filter(CollectorArea::isSuccess)
                    .map(answer -> parsed(answer.findText("stdout").orElse("")));
        }
    }

    /** A folder that is gone afterwards. */
    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("conformance");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
