package dev.konflux.release.collectors.jq;

import dev.konflux.release.model.data.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A compiled filter: gives any number of values for one. */
@FunctionalInterface
public interface JqFilter {

    /** More outputs than this are taken for a program that does not come to an end. */
    int MOST_OUTPUTS = 100_000;

    /**
     * Hands the outputs on as they come.
     *
     * @throws JqError when the input does not fit; earlier outputs have been handed on by then
     */
    void run(Data input, Consumer<Data> output);

    /**
     * Compiles a program.
     *
     * @param environment what the program sees as its environment
     * @throws JqError when the program is none, or uses what is not offered here
     */
    static JqFilter compile(String program, Map<String, String> environment) {
        return new JqParser(JqTokens.of(program), new JqFunctions(environment)).program();
    }

    /** All outputs for an input. */
    default List<Data> outputs(Data input) {
        List<Data> outputs = new ArrayList<>();
        run(input, output -> {
            if (outputs.size() >= MOST_OUTPUTS) {
                throw new JqError("too many outputs");
            }
            outputs.add(output);
        });
        return outputs;
    }
}
