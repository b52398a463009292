package dev.konflux.release.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a service of its own as a parameter of type {@link dev.konflux.release.testkit.FakeReleaseService}, in the test method and
 * in what runs before and after each test. Tests may run at the same time. Nested classes have the resources of the class around them. When
 * a test fails, the stories of its releases are reported.
 *
 * <pre>{@code
 * @ReleaseTest(resources = "src/test/config")
 * class OurReleasesTest {
 *     @Test
 *     void succeed(FakeReleaseService konflux) { ... }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(FakeReleaseServiceExtension.class)
public @interface ReleaseTest {

    /** File or folder, from the working directory, with the resources the cluster holds at the start; none when empty. */
    String resources() default "";
}
