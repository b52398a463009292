package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonEquality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which layers a merged value came from, by merging along its path once more. */
final class Origins {

    private final List<Layer> layers;
    private final Data merged;

    Origins(List<Layer> layers, Data merged) {
        this.layers = layers;
        this.merged = merged;
    }

    /** The layers that have a part in the value at the path, weakest first; none when there is no such value. */
    List<Origin> of(DataPath path) {
        List<Layer> here = counting(
                layers.stream().filter(layer -> !layer.value().isNull()).toList());
        Data value = merged;
        for (DataPath.Step step : path.steps()) {
            Optional<Data> next = step.from(value);
            if (next.isEmpty()) {
                return List.of();
            }
            here = below(here, step, next.get());
            value = next.get();
        }
        return here.stream().map(Layer::origin).toList();
    }

    private static List<Layer> below(List<Layer> layers, DataPath.Step step, Data value) {
        if (step instanceof DataPath.Step.Item && layers.size() > 1) {
            return giverOf(value, layers);
        }
        List<Layer> inner = new ArrayList<>();
        for (Layer layer : layers) {
            step.from(layer.value()).ifPresent(inside -> inner.add(layer.inner(step, inside)));
        }
        return counting(inner);
    }

    /** An item of joined arrays was given by the first layer that has an equal one. */
    private static List<Layer> giverOf(Data item, List<Layer> layers) {
        for (Layer layer : layers) {
            List<Data> items = layer.value().asArray().map(DataArray::items).orElse(List.of());
            for (int i = 0; i < items.size(); i++) {
                if (PythonEquality.equal(item, items.get(i))) {
                    return List.of(layer.inner(new DataPath.Step.Item(i), items.get(i)));
                }
            }
        }
        return List.of();
    }

    /** Those of the layers whose value survives in the merged one. */
    private static List<Layer> counting(List<Layer> layers) {
        List<Layer> counting = new ArrayList<>();
        for (Layer layer : layers) {
            if (counting.isEmpty() || areJoined(counting.get(0).value(), layer.value())) {
                counting.add(layer);
            } else if (!layer.value().isNull()) {
                counting.clear();
                counting.add(layer);
            }
        }
        return counting;
    }

    private static boolean areJoined(Data base, Data override) {
        return (base instanceof DataObject && override instanceof DataObject)
                || (base instanceof DataArray && override instanceof DataArray);
    }
}
