package dev.konflux.release.conformance;

import com.google.common.base.Joiner;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.policy.EffectiveTime;
import dev.konflux.release.policy.InvalidPolicyException;
import dev.konflux.release.policy.PolicyDataFiles;
import dev.konflux.release.policy.PolicyEngine;
import dev.konflux.release.policy.PolicyEvaluationException;
import dev.konflux.release.policy.PolicyEvaluator;
import dev.konflux.release.policy.PolicyInput;
import dev.konflux.release.policy.PolicyReader;
import dev.konflux.release.policy.PolicyReport;
import dev.konflux.release.policy.report.InputReport;
import dev.konflux.release.policy.report.ReportException;
import dev.konflux.release.policy.report.ReportHeader;
import dev.konflux.release.policy.report.ReportTarget;
import dev.konflux.release.policy.report.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run of the command that judges plain files, over files held in memory. */
final class InputRun {

    private static final Instant CLOCK = Instant.parse("2026-09-01T12:00:00Z");
    private static final String NO_CLUSTER =
            "cannot initialize Kubernetes client: invalid configuration: no configuration has"
                    + " been provided, try setting KUBERNETES_MASTER environment variable";

    private final Map<String, String> files = new TreeMap<>();
    private final InputArguments arguments;
    private final StringBuilder log = new StringBuilder();

    private InputRun(DataObject input) {
        input.findObject("files")
                .orElse(DataObject.empty())
                .members()
                .forEach((path, text) -> files.put(path, text.asText().orElse("")));
        this.arguments = InputArguments.parse(input.items("args").stream()
                .flatMap(argument -> argument.asText().stream())
                .toList());
    }

    static DataObject answer(DataObject input) {
        InputRun run = new InputRun(input);
        DataObject.Builder answer = DataObject.builder();
        try {
            run.judge(answer);
        } catch (PolicyEvaluationException | ReportException | InvalidPolicyException | Failure failed) {
            answer.put("stdout", "")
                    .put("stderr", run.log + "Error: " + failed.getMessage() + "\n")
                    .put("exit_code", 1);
        }
        return answer.build();
    }

    /** The run ends with an error of the command line or the file system. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    private void judge(DataObject.Builder answer) {
        if (arguments.files().isEmpty()) {
            throw new Failure(
                    "at least one input file must be specified as a positional argument or via the --file flag");
        }
        EnterpriseContractPolicy policy = policy();
        Instant time = EffectiveTime.resolve(arguments.effectiveTime(), CLOCK, List.of(), arguments.pastAllowed());
        InputReport report =
                InputReport.of(new ReportHeader(policy, "development", time, CLOCK), verdicts(policy, time));
        StringBuilder out = new StringBuilder();
        DataObject.Builder written = DataObject.builder();
        for (String argument : arguments.outputs()) {
            ReportTarget target = ReportTarget.parse(argument, arguments.options());
            // for inputs the options of a target are read and have no effect
            String text = report.write(InputReport.requireFormat(target.format()), arguments.options());
            if (target.path().isEmpty()) {
                out.append(text);
            } else {
                written.put(target.path(), text);
            }
        }
        int exitCode = report.exitCode(arguments.strict());
        answer.put("stdout", out.toString());
        answer.put("stderr", log + (exitCode == 0 ? "" : "Error: success criteria not met\n"));
        answer.put("exit_code", exitCode);
        if (!written.build().isEmpty()) {
            answer.put("files", written.build());
        }
    }

    private EnterpriseContractPolicy policy() {
        String argument = arguments.policy();
        String text = files.get(argument);
        boolean inline = argument.startsWith("{") || (text == null && argument.contains(":"));
        if (text == null && !inline) {
            throw new Failure(NO_CLUSTER);
        }
        try {
            return PolicyReader.read(text == null ? argument : text, argument);
        } catch (InvalidPolicyException invalid) {
            logged("error", String.valueOf(invalid.getMessage()));
            throw invalid;
        }
    }

    private void logged(String level, String message) {
        String quoted = message.replace("\\", "\\\\").replace("\"", "\\\"");
        log.append("time=\"TIMESTAMP\" level=" + level + " msg=\"" + quoted + "\"\n");
    }

    private List<Verdict> verdicts(EnterpriseContractPolicy policy, Instant time) {
        PolicyEvaluator evaluator = PolicyEvaluator.of(policy)
                .engines(this::engine)
                .dataOf(this::data)
                .build();
        List<Verdict> verdicts = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (String file : arguments.files()) {
            try {
                verdicts.add(verdict(file, evaluator, time));
            } catch (Failure | PolicyEvaluationException failed) {
                errors.add("error validating file " + file + ": " + failed.getMessage());
            }
        }
        if (!errors.isEmpty()) {
            throw new Failure(Joiner.on('\n').join(errors));
        }
        return verdicts;
    }

    private Verdict verdict(String path, PolicyEvaluator evaluator, Instant time) {
        List<String> paths = below(path);
        if (paths.isEmpty()) {
            throw new Failure("unable to parse the provided input file: " + path);
        }
        try {
            PolicyInput input = paths.stream()
                    .map(each -> PolicyInput.ofFile(each, text(each)))
                    .reduce(PolicyInput::and)
                    .orElseThrow();
            PolicyReport report = evaluator.evaluate(input, time);
            return Verdict.ofFile(path, report);
        } catch (PolicyEvaluationException failed) {
            String message = String.valueOf(failed.getMessage());
            if (message.startsWith("no successes")) {
                logged("error", message);
            }
            throw new Failure("evaluating policy: " + message);
        }
    }

    private String text(String path) {
        return files.getOrDefault(path, "");
    }

    private List<String> below(String path) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        return files.keySet().stream()
                .filter(file -> file.equals(plain) || file.startsWith(plain + "/"))
                .toList();
    }

    private PolicyEngine engine(PolicySource source) {
        List<String> rego = new ArrayList<>();
        for (String location : source.policy()) {
            List<String> there = below(location);
            if (there.isEmpty()) {
                throw new PolicyEvaluationException(
                        "source file does not exist: stat " + location + ": no such file or directory");
            }
            there.stream()
                    .filter(file -> file.endsWith(".rego"))
                    .map(this::text)
                    .forEach(rego::add);
            if (rego.isEmpty()) {
                throw new PolicyEvaluationException("no rego files found in policy subdirectory");
            }
        }
        if (rego.isEmpty()) {
            throw new PolicyEvaluationException("load: loading policies: no policies found in [<workdir>/policy]");
        }
        return StandInPolicies.engine(rego);
    }

    private DataObject data(PolicySource source) {
        List<DataObject> documents = new ArrayList<>();
        for (String location : source.policyData()) {
            for (String file : below(location)) {
                YamlReader.of(Dialect.CLUSTER).read(text(file), file).asObject().ifPresent(documents::add);
            }
        }
        return PolicyDataFiles.merge(documents);
    }
}
