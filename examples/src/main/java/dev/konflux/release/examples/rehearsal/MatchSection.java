package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.matching.Matching;
import java.util.ArrayList;
import java.util.List;

/** Which admission every plan goes through, and why or why not. */
final class MatchSection {

    private static final int MOST_SHOWN = 100;

    private MatchSection() {}

    static Section of(Resources resources) {
        Matching matching = Matching.in(resources);
        Section.Builder section = Section.builder("matching", "Plans and admissions");
        List<Data> rows = new ArrayList<>();
        for (ReleasePlan plan : resources.all(ReleasePlan.class)) {
            Match match = matching.of(plan);
            boolean tenantOnly =
                    plan.target().isEmpty() && plan.tenantPipeline().isPresent();
            String why = tenantOnly ? "no target: only the tenant's own pipeline runs" : why(plan, match);
            Cell verdict = match.findActive().isPresent() ? Cell.good("matched") : Cell.bad("no match");
            section.row(Cell.plain(plan.reference()), tenantOnly ? Cell.faint("tenant") : verdict, Cell.plain(why));
            rows.add(DataObject.builder()
                    .put("plan", plan.reference())
                    .put("matched", match.findActive().isPresent())
                    .put("explanation", why)
                    .build());
        }
        if (rows.isEmpty()) {
            section.row(Cell.faint("there is no ReleasePlan in this folder"));
        }
        if (rows.size() > MOST_SHOWN) {
            section.row(Cell.faint("... and " + (rows.size() - MOST_SHOWN) + " more plans; --json shows all"));
        }
        return section.build(DataArray.of(rows));
    }

    private static String why(ReleasePlan plan, Match match) {
        if (!(match instanceof Match.Matched matched)) {
            return match.explanation();
        }
        String how = plan.releasePlanAdmission().isPresent()
                ? "the plan's label names it"
                : "it is the only one in " + plan.target().orElse("") + " that accepts " + plan.groupName();
        return matched.admission().reference() + ": " + how + ", and its origin is " + plan.namespace();
    }
}
