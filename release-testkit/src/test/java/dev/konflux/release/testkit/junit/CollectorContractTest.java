package dev.konflux.release.testkit.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.Collectors;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectorContractTest {

    /** Breaks every rule of the contract. */
    private static final class Careless implements Collector {

        private int calls;

        @Override
        public String type() {
            return "Careless Collector";
        }

        @Override
        public List<CollectorParameter> parameters() {
            return List.of(CollectorParameter.required("release", ""));
        }

        @Override
        public Data collect(CollectorContext context) {
            calls++;
            return Data.of("call " + calls);
        }
    }

    private final CollectorContract contract = new CollectorContract() {

        @Override
        protected Collector collector() {
            return new Careless();
        }

        @Override
        protected CollectorContext context() {
            return CollectorContext.builder()
                    .release(DataObject.empty())
                    .putParameters("release", List.of("x"))
                    .build();
        }
    };

    @Test
    void aCarelessCollectorBreaksEveryRule() {
        assertThatThrownBy(contract::itsTypeCanStandInAPlan).hasMessageContaining("Careless Collector");
        assertThatThrownBy(contract::itIsFoundByItsType).hasMessageContaining("no collector of type");
        assertThatThrownBy(contract::itsParametersHaveNamesOfTheirOwnAndAreDescribed)
                .hasMessageContaining("a second parameter release");
        assertThatThrownBy(contract::itFailsInOrderWithoutAParameterThatItRequires)
                .hasMessageContaining("no notice of a missing --release");
        assertThatThrownBy(contract::itsAnswerCanBeMergedIntoTheReleaseData)
                .hasMessageContaining("expected an object or null, found");
        assertThatThrownBy(contract::itAnswersAlikeForSeveralReleasesAtOnce).isInstanceOf(AssertionError.class);
    }

    @Test
    void aBuiltInCollectorKeepsToIt() {
        CollectorContract built = new CollectorContract() {

            @Override
            protected Collector collector() {
                return Collectors.installed().require("jira");
            }

            @Override
            protected CollectorContext context() {
                return CollectorContext.builder().release(DataObject.empty()).build();
            }
        };

        assertThatCode(built::itIsFoundByItsType).doesNotThrowAnyException();
        assertThatCode(built::itsTypeCanStandInAPlan).doesNotThrowAnyException();
        assertThatCode(built::itsParametersHaveNamesOfTheirOwnAndAreDescribed).doesNotThrowAnyException();
    }
}
