package dev.konflux.release.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectorArgumentsTest {

    private final Collector jira = Collectors.installed().require("jira");

    private CollectorArguments parse(String... words) {
        return CollectorArguments.parse(jira, List.of(words));
    }

    @Test
    void namesAndFilesAreKeptApart() {
        CollectorArguments arguments =
                parse("--url", "u", "--query", "q", "--secretName", "s", "--release", "r.json", "tenant");

        assertThat(arguments.values())
                .isEqualTo(Map.of("url", List.of("u"), "query", List.of("q"), "secretName", List.of("s")));
        assertThat(arguments.release()).contains("r.json");
        assertThat(arguments.previousRelease()).isEmpty();
        assertThat(arguments.mode()).isEqualTo(Optional.of("tenant"));
    }

    @Test
    void anUnambiguousBeginningOfANameIsEnough() {
        assertThat(parse("--ur", "u", "-q", "q", "--secret=s", "-rr.json", "managed")
                        .values())
                .containsEntry("url", List.of("u"))
                .containsEntry("secretName", List.of("s"));
    }

    @Test
    void aValueWithADashNeedsABlankInIt() {
        assertThat(parse("-u", "u", "-q", "-x y", "-s", "s", "-r", "r", "tenant")
                        .values())
                .containsEntry("query", List.of("-x y"));
        assertThatThrownBy(() -> parse("-u", "u", "-q", "-x", "-s", "s", "-r", "r", "tenant"))
                .isInstanceOf(CollectorFailure.class)
                .hasMessage("error: argument -q/--query: expected one argument");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> parse("--url", "u"))
                .isInstanceOfSatisfying(
                        CollectorFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(2))
                .hasMessage(
                        "error: the following arguments are required: -q/--query, -s/--secretName, -r/--release, mode");
    }
}
