package dev.konflux.release.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for resources of all kinds. */
class EveryKindTest {

    static Stream<ResourceBuilder<?, ?>> builders() {
        return Stream.of(
                Release.builder(),
                ReleasePlan.builder(),
                ReleasePlanAdmission.builder(),
                ReleaseServiceConfig.builder(),
                Snapshot.builder(),
                Application.builder(),
                Component.builder(),
                ComponentGroup.builder(),
                IntegrationTestScenario.builder(),
                NudgeConfig.builder(),
                Project.builder(),
                ProjectDevelopmentStream.builder(),
                ProjectDevelopmentStreamTemplate.builder(),
                EnterpriseContractPolicy.builder(),
                PipelineRun.builder(),
                TaskRun.builder(),
                Role.builder(),
                RoleBinding.builder(),
                ConfigMap.builder(),
                Secret.builder());
    }

    @ParameterizedTest
    @MethodSource("builders")
    void aBuilderMakesItsOwnKindAndIsReadAsIt(ResourceBuilder<?, ?> builder) {
        Resource built = builder.name("n").namespace("ns").label("a", "b").build();

        assertThat(ResourceKind.find(built.document()).orElseThrow().kind()).isEqualTo(built.kind());
        assertThat(ResourceKind.read(built.document()))
                .hasSameClassAs(built)
                .isEqualTo(built)
                .hasSameHashCodeAs(built);
        assertThat(built.findLabel("a")).contains("b");
        assertThat(built).hasToString(built.kind() + " ns/n");
    }

    @ParameterizedTest
    @MethodSource("builders")
    void aFieldNobodyKnowsSurvivesAChangeAndMakesADifference(ResourceBuilder<?, ?> builder) throws Exception {
        Resource plain = builder.name("n").build();
        Resource built = builder.set(Data.of("kept"), "spec", "inventedField").build();
        Object again = built.getClass().getMethod("toBuilder").invoke(built);
        Resource renamed = ((ResourceBuilder<?, ?>) again).name("other").build();

        assertThat(built).isNotEqualTo(plain);
        assertThat(renamed.document()).isEqualTo(built.document().withPath(Data.of("other"), "metadata", "name"));
    }

    @ParameterizedTest
    @MethodSource("builders")
    void whatIsWrittenIntoItDoesNotShowInItsText(ResourceBuilder<?, ?> builder) {
        DataObject hidden = DataObject.of("password", Data.of("hunter2"));

        assertThat(builder.name("n")
                        .spec(hidden)
                        .status(hidden)
                        .set(hidden, "data")
                        .build()
                        .toString())
                .doesNotContain("hunter2");
    }
}
