package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;

/** Answers the cases of one area of the corpus through the public API. */
@FunctionalInterface
interface Area {

    /**
     * The answer in the form of the area's {@code expected}.
     *
     * @throws Unsupported when the library does not do this yet
     * @throws Refused when the library refuses the input with a clear error
     */
    DataObject answer(DataObject input);

    /** The honest answer where the library does not do something yet. */
    final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsupported(String why) {
            super(why);
        }
    }

    /** The library refused the input; the message is its error. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String error) {
            super(error);
        }
    }

    /** An area with nothing behind it yet. */
    static Area unsupported() {
        return input -> {
            throw new Unsupported("not there yet");
        };
    }

    /** An answer of one member. */
    static DataObject result(Data value) {
        return DataObject.of("result", value);
    }
}
