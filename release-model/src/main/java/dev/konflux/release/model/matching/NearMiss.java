package dev.konflux.release.model.matching;

import dev.konflux.release.model.ReleasePlanAdmission;

/**
 * An admission that would match but for one thing.
 *
 * @param admission the admission
 * @param field the field that differs, on the side where a change is likeliest meant
 * @param difference what it says and what it would have to say
 */
public record NearMiss(ReleasePlanAdmission admission, String field, String difference) {

    @Override
    public String toString() {
        return admission.reference() + " nearly matches: " + difference;
    }
}
