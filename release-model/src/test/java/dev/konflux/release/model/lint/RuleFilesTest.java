package dev.konflux.release.model.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule beside two files: it is silent about the good one, and reports the bad one's lines that end in {@code # <<}, no others. */
class RuleFilesTest {

    private static final String MARK = "# <<";

    static Stream<String> rules() {
        return Lint.standard().rules().stream().map(LintRule::id);
    }

    private static String file(String name) throws IOException {
        try (InputStream in = RuleFilesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Finding> findings(String rule, String text) {
        return Lint.standard().only(rule).check(Resources.parse(text, rule)).findings();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aGoodDocumentPasses(String rule) throws IOException {
        assertThat(findings(rule, file(rule + ".good.yaml"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBadDocumentIsReportedAtTheMarkedLines(String rule) throws IOException {
        String text = file(rule + ".bad.yaml");
        List<String> lines = text.lines().toList();
        List<Integer> marked = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).endsWith(MARK))
                .mapToObj(i -> i + 1)
                .toList();

        List<Finding> findings = findings(rule, text);

        assertThat(findings).extracting(Finding::id).containsOnly(rule);
        assertThat(findings).extracting(finding -> finding.position().line()).isEqualTo(marked);
    }
}
