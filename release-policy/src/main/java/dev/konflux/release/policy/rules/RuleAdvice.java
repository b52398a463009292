package dev.konflux.release.policy.rules;

import com.google.common.base.Splitter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule looks at, and what to do about its findings.
 *
 * @param description what has to hold
 * @param solution how to make it hold
 */
record RuleAdvice(String description, String solution) {

    private static final Map<String, RuleAdvice> BY_CODE = read(BundledText.read("rules.texts"));

    /** The advice on the rule of that code. */
    static RuleAdvice of(String code) {
        RuleAdvice advice = BY_CODE.get(code);
        if (advice == null) {
            throw new IllegalStateException("rules.texts says nothing of " + code);
        }
        return advice;
    }

    /** The codes of all rules that are spoken of. */
    static Set<String> codes() {
        return BY_CODE.keySet();
    }

    private static Map<String, RuleAdvice> read(String text) {
        List<String> lines = Splitter.on('\n').trimResults().omitEmptyStrings().splitToList(text).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        Map<String, RuleAdvice> advice = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i += 3) {
            advice.put(lines.get(i), new RuleAdvice(lines.get(i + 1), lines.get(i + 2)));
        }
        return advice;
    }
}
