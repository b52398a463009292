package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.PackageUrl;
import dev.konflux.release.policy.value.Value;

/** What the rules of both SBOM formats share. */
final class SbomTexts {

    private SbomTexts() {}

    /** The end of a message: nothing for an empty value, which is put between quotes as it is; each line of it on its own. */
    static Value suffix(String words, Value value) {
        return Value.ofText(value.text().map(text -> text.replaceAll("([^\\n]+)", words + "\"$1\"")));
    }

    /** Whether the pattern is found in the text; a pattern that is none is found in nothing. */
    static boolean matches(Scene scene, Value pattern, Value text) {
        return scene.patterns().find(pattern, text);
    }

    /** Whether the type of the package must not be fetched from there; no answer, hence no, where rule data is no object. */
    static boolean isForbiddenProxy(Scene scene, PackageUrl purl, Value url) {
        Value allowed = scene.ruleData("allowed_proxy_url_patterns");
        return allowed.isObject() && !Packages.matchesAny(scene, url, allowed.get(purl.type()));
    }
}
