package dev.konflux.release.testkit.kube;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.testkit.kube.access.Access;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.kube.access.Users;
import dev.konflux.release.testkit.kube.apply.FieldOwnership;
import dev.konflux.release.testkit.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers requests of Kubernetes clients from an object store, without a network. Whoever else uses the store while requests come in
 * from several threads holds the store's monitor.
 *
 * <pre>{@code
 * KubernetesHandler cluster = KubernetesHandler.of(store);
 * cluster.answer(KubernetesRequest.of("GET", "/api/v1/namespaces")).status(); // 200
 * }</pre>
 */
public final class KubernetesHandler {

    private final ObjectStore store;
    private final ServedKinds kinds;
    private final Turns turns;
    private final Gate gate;
    private final ResourceRequests resources;
    private final Definitions definitions;
    private final Discovery discovery;
    private final OpenApi openApi;
    private final SelfReviews reviews;
    private final Optional<GarbageCollector> collector;

    private KubernetesHandler(ObjectStore store, Builder builder) {
        this.store = store;
        this.turns = builder.turns;
        List<KindDefinition> served =
                Stream.concat(KnownKinds.all().stream(), builder.kinds.stream()).toList();
        this.kinds = ServedKinds.of(served.stream());
        this.collector = builder.collectsGarbage ? Optional.of(new GarbageCollector(store, served)) : Optional.empty();
        builder.kinds.forEach(kind -> store.register(kind.type()));
        Shapes shapes = new Shapes();
        store.finishWith(new BuiltInRules().then(new FieldOwnership(shapes::of)).then(new SizeLimit()));
        this.gate = new Gate(builder.users, builder.access, store);
        this.resources = new ResourceRequests(store, shapes);
        this.definitions = new Definitions(store, served);
        this.discovery = new Discovery(ServedKinds.of(Stream.concat(served.stream(), Stream.of(Definitions.KIND))));
        this.openApi = new OpenApi(kinds, store.now());
        this.reviews = new SelfReviews(builder.access, store);
    }

    /** A handler over a store; it remembers the changes of the store from now on. */
    public static KubernetesHandler of(ObjectStore store) {
        return builder().over(store);
    }

    /** Prepares a handler that differs from the usual one. */
    public static Builder builder() {
        return new Builder();
    }

    ObjectStore store() {
        return store;
    }

    /** The answer to a request. Every fault of the request is an answer too. */
    public KubernetesResponse answer(KubernetesRequest request) {
        return turns.take(() -> answerNow(request));
    }

    /**
     * Follows the deletions that the store saw, if this handler plays the controllers that do; every answer is followed by it anyway.
     *
     * @return whether there were any, so that others may have something to follow
     */
    @CanIgnoreReturnValue
    public boolean collectGarbage() {
        synchronized (store) {
            return collector.isPresent() && collector.get().run();
        }
    }

    private KubernetesResponse answerNow(KubernetesRequest request) {
        synchronized (store) {
            try {
                User user = gate.pass(request);
                KubernetesResponse answer = RequestPath.find(request.path(), kinds)
                        .map(path -> resources.answer(request, path, user))
                        .or(() -> reviews.find(request, user))
                        .or(() -> definitions.find(request))
                        .or(() -> openApi.find(request))
                        .or(() -> discovery.find(request))
                        .orElseGet(KubernetesResponse::noPage);
                collectGarbage();
                return answer;
            } catch (Refusal refusal) {
                return refusal.answer(request);
            }
        }
    }

    /** Prepares a handler. */
    public static final class Builder {

        private final List<KindDefinition> kinds = new ArrayList<>();
        private Turns turns = Supplier::get;
        private Users users = Users.everybodyIs(User.named("admin", User.MASTERS));
        private Access access = Access.open();
        private boolean collectsGarbage;

        private Builder() {}

        /** Serves a kind more. */
        @CanIgnoreReturnValue
        public Builder kind(KindDefinition kind) {
            kinds.add(kind);
            return this;
        }

        /** Lets every request wait for its turn, for stores that others change too. */
        @CanIgnoreReturnValue
        public Builder turns(Turns order) {
            this.turns = order;
            return this;
        }

        /** Says who sends requests; usually everybody is {@code admin}. */
        @CanIgnoreReturnValue
        public Builder users(Users known) {
            this.users = known;
            return this;
        }

        /** Says who may do what; usually everybody may do everything. */
        @CanIgnoreReturnValue
        public Builder access(Access rights) {
            this.access = rights;
            return this;
        }

        /** Plays the controllers that follow deletions of owners and namespaces; usually nobody does. */
        @CanIgnoreReturnValue
        public Builder collectingGarbage() {
            this.collectsGarbage = true;
            return this;
        }

        /** A handler over a store; it remembers the changes of the store from now on. */
        public KubernetesHandler over(ObjectStore store) {
            synchronized (store) {
                return new KubernetesHandler(store, this);
            }
        }
    }
}
