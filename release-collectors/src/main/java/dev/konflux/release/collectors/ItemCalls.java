package dev.konflux.release.collectors;

import dev.konflux.release.model.CollectorItem;
import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.Parameter;
import dev.konflux.release.model.data.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns items into calls of collectors: the words upstream's task would call the program with, understood and handed over. */
final class ItemCalls {

    private final Collectors collectors;
    private final Stage stage;
    private final Secrets secrets;
    private final CollectorContext context;

    ItemCalls(Collectors collectors, Stage stage, CollectorSettings settings, CollectorContext context) {
        this.collectors = collectors;
        this.stage = stage;
        this.secrets = readable(settings, context.secrets());
        this.context = context;
    }

    Function<Cancellation, Data> of(CollectorItem item) {
        return cancellation -> {
            Collector collector = collectors.require(item.type());
            CollectorArguments arguments = CollectorArguments.parse(collector, words(item));
            return collector.collect(CollectorContext.builder()
                    .from(context)
                    .parameters(arguments.values())
                    .secrets(secrets)
                    .cancellation(cancellation)
                    .listener(line -> context.listener().progress(item.name() + ": " + line))
                    .build());
        };
    }

    /** Upstream always gives both files, whether the program asks for them or not. */
    private List<String> words(CollectorItem item) {
        List<String> words = new ArrayList<>();
        for (Parameter parameter : item.params()) {
            words.add("--" + parameter.name());
            words.add(ParameterTemplate.of(parameter.value()).expand(context.release()));
        }
        words.addAll(List.of("--release", "release.json", "--previousRelease", "previous.json", stage.word()));
        return words;
    }

    /** Named secrets are the only ones that may be read; an empty list, as in a cluster's Role, names none in particular. */
    private static Secrets readable(CollectorSettings settings, Secrets all) {
        List<String> named = settings.secrets().orElse(List.of());
        return named.isEmpty()
                ? all
                : (namespace, name) -> named.contains(name) ? all.find(namespace, name) : Optional.empty();
    }
}
