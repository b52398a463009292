package dev.konflux.release.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "dev.konflux.release", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule dataFlowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("dev.konflux.release.model..")
            .layer("policy")
            .definedBy("dev.konflux.release.policy..")
            .layer("collectors")
            .definedBy("dev.konflux.release.collectors..")
            .layer("notes")
            .definedBy("dev.konflux.release.notes..")
            .layer("testkit")
            .definedBy("dev.konflux.release.testkit..")
            .layer("kubernetes")
            .definedBy("dev.konflux.release.kubernetes..")
            .layer("jqwik")
            .definedBy("dev.konflux.release.jqwik..")
            .whereLayer("jqwik")
            .mayOnlyAccessLayers("testkit")
            .whereLayer("kubernetes")
            .mayOnlyAccessLayers("model")
            .whereLayer("model")
            .mayNotAccessAnyLayer()
            .whereLayer("policy")
            .mayOnlyAccessLayers("model")
            .whereLayer("collectors")
            .mayOnlyAccessLayers("model")
            .whereLayer("notes")
            .mayOnlyAccessLayers("model")
            .whereLayer("testkit")
            .mayOnlyAccessLayers("model", "policy", "collectors", "notes");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().assignedFrom(new EveryPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyReadsTheMachinesClock = noClasses()
            .that()
            .resideOutsideOfPackages("dev.konflux.release.examples..", "dev.konflux.release.benchmarks..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nobodyReadsTheEnvironment = noClasses()
            .that()
            .resideOutsideOfPackages("dev.konflux.release.examples..")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule noClassIsNamedForWhatItIsNot =
            classes().that(alwaysTrue()).should().haveNameNotMatching(".*\\.[^.$]*(Utils?|Helper|Manager|Impl)");

    /** Every package is a slice of its own. */
    private static final class EveryPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith("dev.konflux.release") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "every package";
        }
    }
}
