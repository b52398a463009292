package dev.konflux.release.testkit.junit;

import dev.konflux.release.model.Resources;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.Timeline;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a service for each test that asks for one, and ends it with the test. */
final class FakeReleaseServiceExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace SERVICES = Namespace.create(FakeReleaseServiceExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == FakeReleaseService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (test.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "a FakeReleaseService belongs to one test: ask for it in the test method,"
                            + " in @BeforeEach or @AfterEach, not in a constructor or for all tests");
        }
        ExtensionContext.Store store = test.getStore(SERVICES);
        FakeReleaseService known = store.get(test.getUniqueId(), FakeReleaseService.class);
        if (known != null) {
            return known;
        }
        // JUnit 5 and 6 share get and put, but no call that does both
        FakeReleaseService started = start(test);
        store.put(test.getUniqueId(), started);
        return started;
    }

    private static FakeReleaseService start(ExtensionContext test) {
        Resources resources = findAnnotation(test.getRequiredTestClass())
                .map(ReleaseTest::resources)
                .filter(place -> !place.isEmpty())
                .map(place -> Resources.read(Path.of(place)))
                .orElseGet(Resources::of);
        return FakeReleaseService.start(resources);
    }

    /** The annotation of the class, or of the nearest one around it. */
    private static Optional<ReleaseTest> findAnnotation(@Nullable Class<?> nested) {
        return nested == null
                ? Optional.empty()
                : AnnotationSupport.findAnnotation(nested, ReleaseTest.class)
                        .or(() -> findAnnotation(nested.getEnclosingClass()));
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Optional<FakeReleaseService> service =
                Optional.ofNullable(test.getStore(SERVICES).get(test.getUniqueId(), FakeReleaseService.class));
        if (test.getExecutionException().isPresent()) {
            service.ifPresent(failed -> failed.timelines().stream()
                    .map(Timeline::toText)
                    .forEach(story -> test.publishReportEntry("release", story)));
        }
    }
}
