package dev.konflux.release.policy.notions;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.PackageUrl;
import dev.konflux.release.policy.value.Patterns;
import dev.konflux.release.policy.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One evaluation: the input, the data, the time, and everything the rules derive from them, each worked out when first asked for. */
public final class Scene {

    private static final Value NO_SIGSTORE_OPTIONS =
            Value.of(JsonReader.create().read("""
            {"certificate_identity": "", "certificate_identity_regexp": "", "certificate_oidc_issuer": "",
             "certificate_oidc_issuer_regexp": "", "ignore_rekor": false, "public_key": "", "rekor_url": ""}
            """, ""));

    private final Value input;
    private final Value data;
    private final Value now;
    private final RuleContext context;
    private final Registry registry;
    private final Patterns patterns = new Patterns();
    private final Map<String, Optional<PackageUrl>> purls = new HashMap<>();
    private final Supplier<Attestations> attestations = Suppliers.memoize(() -> new Attestations(this));
    private final Supplier<Sboms> sboms = Suppliers.memoize(() -> new Sboms(this));
    private final Supplier<Trust> trust = Suppliers.memoize(() -> new Trust(this));
    private final RequiredTasks requiredTasks = new RequiredTasks(this);

    private Scene(RuleContext context) {
        this.context = context;
        this.input = Value.of(context.input());
        this.data = Value.of(context.data());
        this.now = now(data.get("config"), Instants.nanos(context.now()));
        this.registry = new Registry(context.capabilities());
    }

    /** The configured time, else the clock; undefined where something else stands in place of the configuration. */
    private static Value now(Value config, Value clock) {
        if (!config.isTrue()) {
            return clock;
        }
        return config.isObject() ? config.get("policy", "when_ns").orElse(clock) : Value.UNDEFINED;
    }

    /** The scene of that evaluation; asked again, the same one. */
    public static Scene of(RuleContext context) {
        return context.derived(Scene.class, Scene::new);
    }

    /** The document under judgement. */
    public Value input() {
        return input;
    }

    /** The data next to the rules. */
    public Value data() {
        return data;
    }

    /** The reference of the image under judgement. */
    public Value image() {
        return input.get("image", "ref");
    }

    /** The effective time in nanoseconds. */
    public Value now() {
        return now;
    }

    /** The setting of that key. */
    public Value ruleData(String key) {
        return Value.of(context.ruleData(key));
    }

    public Registry registry() {
        return registry;
    }

    public Patterns patterns() {
        return patterns;
    }

    /** The package that the text names; empty when it is no text or no package URL. */
    public Optional<PackageUrl> purl(Value text) {
        return text.text().flatMap(purl -> purls.computeIfAbsent(purl, PackageUrl::parse));
    }

    public Attestations attestations() {
        return attestations.get();
    }

    public Sboms sboms() {
        return sboms.get();
    }

    public Trust trust() {
        return trust.get();
    }

    public RequiredTasks requiredTasks() {
        return requiredTasks;
    }

    /** How signatures are to be checked. */
    public Value sigstoreOptions() {
        return data.get("config", "default_sigstore_opts").orElse(NO_SIGSTORE_OPTIONS);
    }

    /** Whether the configured intention of the pipeline is one of those. */
    public boolean hasIntention(Iterable<String> intentions) {
        return ruleData("pipeline_intention").in(Value.ofTexts(intentions));
    }
}
