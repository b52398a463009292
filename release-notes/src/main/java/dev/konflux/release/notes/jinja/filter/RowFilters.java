package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Generator;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Filters that lay a list out in rows of the same length, or in so many rows. */
final class RowFilters {

    private static final Signature BATCH = Signature.of("do_batch(value | linecount, fill_with=)");
    private static final Signature SLICE = Signature.of("sync_do_slice(value | slices, fill_with=)");

    private RowFilters() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("batch", RowFilters::batch);
        filters.put("slice", RowFilters::slice);
    }

    private static Object batch(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = BATCH.bind(args);
        Object size = bound.get(0);

        // A size of 0 gives an empty row and then one with everything, as Jinja2 looks at a row before it adds to it.
        List<Object> ahead = new ArrayList<>(1);
        List<Iterator<Object>> source = new ArrayList<>(1);
        return Generator.of("do_batch", () -> {
            if (source.isEmpty()) {
                source.add(Iteration.of(value));
            }
            List<Object> row = new ArrayList<>(ahead);
            ahead.clear();
            while (source.get(0).hasNext()) {
                Object item = source.get(0).next();
                runtime.budget().step();
                if (Equality.of((long) row.size(), size)) {
                    ahead.add(item);
                    return new PyList(row);
                }
                row.add(item);
            }
            if (row.isEmpty()) {
                return null;
            }
            if (bound.has(1) && Compare.less((long) row.size(), size)) {
                Object missing = Arithmetic.subtract(size, (long) row.size(), runtime);
                PyList filling = new PyList(List.of(bound.get(1)));
                return Arithmetic.add(new PyList(row), Arithmetic.multiply(filling, missing, runtime), runtime);
            }
            return new PyList(row);
        });
    }

    private static Object slice(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = SLICE.bind(args);
        List<Iterator<Object>> rows = new ArrayList<>();
        return Generator.of("sync_do_slice", () -> {
            if (rows.isEmpty()) {
                rows.add(slices(Iteration.list(value, runtime), bound, runtime).iterator());
            }
            return rows.get(0).hasNext() ? rows.get(0).next() : null;
        });
    }

    private static List<Object> slices(List<Object> items, Signature.Bound bound, Interpreter runtime) {
        if (bound.get(0) instanceof Undefined undefined) {
            throw undefined.fault();
        }
        int count = Numbers.index(bound.get(0));
        if (count == 0) {
            throw new Fault(FaultKind.ZERO_DIVISION, "integer division or modulo by zero");
        }
        runtime.budget().items(Math.max(0, count));
        List<Object> slices = new ArrayList<>();
        int size = Math.floorDiv(items.size(), count);
        int larger = Math.floorMod(items.size(), count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            int end = at + size + (i < larger ? 1 : 0);
            List<Object> slice = new ArrayList<>(items.subList(at, end));
            if (bound.has(1) && i >= larger) {
                slice.add(bound.get(1));
            }
            slices.add(new PyList(slice));
            at = end;
        }
        return slices;
    }
}
