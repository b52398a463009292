package dev.konflux.release.model.matching;

import dev.konflux.release.model.ReleasePlanAdmission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the operator finds when it looks for the admission of a plan. */
public sealed interface Match {

    /** The admission releases go through now; empty when there is none or it is blocked. */
    Optional<ReleasePlanAdmission> findActive();

    /** The admission that belongs to the plan, blocked or not. The operator writes this one into the plan's status. */
    Optional<ReleasePlanAdmission> findMatching();

    /** The operator's words for why nothing can be released; empty text when something can. */
    String message();

    /** A sentence for people, with what nearly matched. */
    String explanation();

    /**
     * One admission matches and does not block.
     *
     * @param admission the admission
     */
    record Matched(ReleasePlanAdmission admission) implements Match {
        @Override
        public Optional<ReleasePlanAdmission> findActive() {
            return Optional.of(admission);
        }

        @Override
        public Optional<ReleasePlanAdmission> findMatching() {
            return Optional.of(admission);
        }

        @Override
        public String message() {
            return "";
        }

        @Override
        public String explanation() {
            return "matched by " + admission.reference();
        }
    }

    /**
     * One admission matches and its label stops every release.
     *
     * @param admission the admission
     */
    record Blocked(ReleasePlanAdmission admission) implements Match {
        @Override
        public Optional<ReleasePlanAdmission> findActive() {
            return Optional.empty();
        }

        @Override
        public Optional<ReleasePlanAdmission> findMatching() {
            return Optional.of(admission);
        }

        @Override
        public String message() {
            return "found ReleasePlanAdmission '" + admission.name() + "' with block-releases label set to true";
        }

        @Override
        public String explanation() {
            return message();
        }
    }

    /**
     * Several admissions match, so none counts.
     *
     * @param admissions the admissions by name
     * @param message the operator's words
     */
    record Ambiguous(List<ReleasePlanAdmission> admissions, String message) implements Match {

        /** Several admissions. */
        public Ambiguous {
            admissions = List.copyOf(admissions);
        }

        @Override
        public Optional<ReleasePlanAdmission> findActive() {
            return Optional.empty();
        }

        @Override
        public Optional<ReleasePlanAdmission> findMatching() {
            return Optional.empty();
        }

        @Override
        public String explanation() {
            String names = admissions.stream().map(ReleasePlanAdmission::name).collect(Collectors.joining(", "));
            return message + ": " + names;
        }
    }

    /**
     * No admission matches.
     *
     * @param message the operator's words
     * @param nearMisses admissions that would match but for one thing, the likeliest first
     */
    record None(String message, List<NearMiss> nearMisses) implements Match {

        /** No admission. */
        public None {
            nearMisses = List.copyOf(nearMisses);
        }

        @Override
        public Optional<ReleasePlanAdmission> findActive() {
            return Optional.empty();
        }

        @Override
        public Optional<ReleasePlanAdmission> findMatching() {
            return Optional.empty();
        }

        @Override
        public String explanation() {
            return nearMisses.isEmpty()
                    ? message
                    : message + "; "
                            + nearMisses.stream().map(NearMiss::toString).collect(Collectors.joining("; "));
        }
    }
}
