package dev.konflux.release.model;

import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** A group of rules of a policy, with its data and exceptions. */
public final class PolicySource extends Part {

    private PolicySource(DataObject data) {
        super(data);
    }

    /** The group that is the given object. */
    public static PolicySource of(DataObject data) {
        return new PolicySource(data);
    }

    /** A group of the rules found at the given places. */
    public static PolicySource ofPolicies(String... urls) {
        return new PolicySource(DataObject.of("policy", DataArray.ofTexts(List.of(urls))));
    }

    /** The group's name. */
    public Optional<String> name() {
        return data().findText("name");
    }

    /** Where the rules are. */
    public List<String> policy() {
        return texts(data(), "policy");
    }

    /** Where the rules' data is. */
    public List<String> policyData() {
        return texts(data(), "data");
    }

    /** Data given in the policy itself; an empty object when there is none. */
    public DataObject ruleData() {
        return data().findObject("ruleData").orElse(DataObject.empty());
    }

    /** Rules that are switched on. */
    public List<String> include() {
        return texts(data(), "config", "include");
    }

    /** Rules that are switched off. */
    public List<String> exclude() {
        return texts(data(), "config", "exclude");
    }

    /** Exceptions with a time or an image. */
    public DataObject volatileConfig() {
        return data().findObject("volatileConfig").orElse(DataObject.empty());
    }

    /** This group with rules switched on. */
    public PolicySource withInclude(String... rules) {
        return new PolicySource(data().withPath(DataArray.ofTexts(List.of(rules)), "config", "include"));
    }

    /** This group with rules switched off. */
    public PolicySource withExclude(String... rules) {
        return new PolicySource(data().withPath(DataArray.ofTexts(List.of(rules)), "config", "exclude"));
    }
}
