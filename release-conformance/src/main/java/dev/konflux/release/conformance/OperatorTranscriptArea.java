package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.operator.Reconciliation;
import dev.konflux.release.testkit.store.ApiError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drives the operator through a transcript's objects and steps, and tells what changed at each. */
final class OperatorTranscriptArea implements Area {

    @Override
    public DataObject answer(DataObject input) {
        TranscriptWorld world = new TranscriptWorld(input);
        DataObject.Builder answer = DataObject.builder().put("initial", initial(world, input));
        List<Data> steps = new ArrayList<>();
        for (Data step : input.items("steps")) {
            steps.add(step(world, step.asObject().orElseThrow()));
        }
        answer.put("steps", DataArray.of(steps));
        if (input.find("query").isPresent()) {
            answer.put("queries", new TranscriptQueries(world).answers());
        }
        return answer.build();
    }

    private static DataObject initial(TranscriptWorld world, DataObject input) {
        TranscriptWorld.Before before = world.snapshot();
        List<Data> errors = new ArrayList<>();
        Instant at = Instant.parse(input.findText("now").orElseThrow());
        for (Data object : input.items("objects")) {
            world.set(at);
            world.operator().retryAll();
            world.create("admin", object.asObject().orElseThrow())
                    .map(OperatorTranscriptArea::error)
                    .ifPresent(errors::add);
            world.work();
            at = at.plusSeconds(1);
        }
        DataObject.Builder moment = moment(world, before);
        if (!errors.isEmpty()) {
            moment.put("errors", DataArray.of(errors));
        }
        return moment.build();
    }

    private static DataObject step(TranscriptWorld world, DataObject step) {
        TranscriptWorld.Before before = world.snapshot();
        world.set(Instant.parse(step.findText("at").orElseThrow()));
        Optional<ApiError> error = world.apply(step);
        world.work();
        DataObject.Builder moment = moment(world, before);
        error.ifPresent(refusal -> moment.put("error", error(refusal)));
        return moment.build();
    }

    private static DataObject.Builder moment(TranscriptWorld world, TranscriptWorld.Before before) {
        DataObject.Builder moment = DataObject.builder().put("at", world.now().toString());
        put(moment, "changed", world.changedSince(before));
        put(moment, "deleted", world.deletedSince(before));
        put(
                moment,
                "reconciles",
                world.reconciliationsSince(before).stream()
                        .map(OperatorTranscriptArea::entry)
                        .toList());
        put(
                moment,
                "retrying",
                world.retrying().stream().map(OperatorTranscriptArea::entry).toList());
        return moment;
    }

    private static void put(DataObject.Builder moment, String name, List<? extends Data> values) {
        if (!values.isEmpty()) {
            moment.put(name, DataArray.of(values));
        }
    }

    private static Data entry(Reconciliation done) {
        List<Data> entry = new ArrayList<>(List.of(Data.of(done.controller()), Data.of(done.reference())));
        if (done.isFailed()) {
            entry.add(Data.of("error: " + done.error()));
        }
        return DataArray.of(entry);
    }

    private static DataObject error(ApiError refusal) {
        DataObject.Builder error = DataObject.builder()
                .put("code", refusal.code())
                .put("reason", refusal.reason())
                .put("message", refusal.message());
        return error.build();
    }
}
