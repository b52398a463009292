package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Package {@code schedule}: nothing is released on days that are kept free. */
final class ScheduleRules {

    private static final String WEEKDAYS = "disallowed_weekdays";
    private static final String DATES = "disallowed_dates";
    private static final Schema DAY_NAMES = DataCheck.someOf(
            "Sunday",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "sunday",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "SUNDAY",
            "MONDAY",
            "TUESDAY",
            "WEDNESDAY",
            "THURSDAY",
            "FRIDAY",
            "SATURDAY");

    private ScheduleRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("schedule.weekday_restriction")
                        .title("Today is no weekday that is kept free")
                        .message("%s is a disallowed weekday: %s")
                        .collections("redhat")
                        .intention("release production")
                        .finds(ScheduleRules::disallowedWeekday),
                Rule.deny("schedule.date_restriction")
                        .title("Today is no date that is kept free")
                        .message("%s is a disallowed date: %s")
                        .collections("redhat")
                        .intention("release production")
                        .finds(ScheduleRules::disallowedDate),
                Rule.deny("schedule.rule_data_provided")
                        .title("Days that are kept free are configured in the right form")
                        .message("%s")
                        .collections("redhat policy_data")
                        .finds(ScheduleRules::malformedRuleData));
    }

    private static void disallowedWeekday(Scene scene, Findings found) {
        Optional<OffsetDateTime> now = Instants.date(scene.now());
        Value today = Value.ofText(now.map(time -> time.getDayOfWeek().name().toLowerCase(Locale.ROOT)));
        TreeSet<Value> disallowed = new TreeSet<>();
        scene.ruleData(WEEKDAYS).each().stream()
                .map(Value::lower)
                .filter(Value::isDefined)
                .forEach(disallowed::add);
        if (disallowed.contains(today)) {
            found.add(today, Value.ofAll(disallowed).joined(", "));
        }
    }

    private static void disallowedDate(Scene scene, Findings found) {
        Value today = Value.ofText(
                Instants.date(scene.now()).map(time -> time.toLocalDate().toString()));
        Value disallowed = scene.ruleData(DATES);
        if (today.in(disallowed)) {
            found.add(today, disallowed.joined(", "));
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        DataCheck.ruleData(scene, WEEKDAYS, DAY_NAMES, found);
        DataCheck.ruleData(scene, DATES, DataCheck.TEXTS, found);
        for (Value.Entry date : scene.ruleData(DATES).entries()) {
            if (date.value().text().filter(Instants::isDay).isEmpty()) {
                String template = "Rule data disallowed_dates has unexpected format: %d: Invalid date %q";
                DataCheck.failure(Template.fill(template, date.key(), date.value()), found);
            }
        }
    }
}
