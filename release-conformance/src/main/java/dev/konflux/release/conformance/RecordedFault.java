package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.testkit.store.Fault;
import java.util.Locale;

/** Reads the failures of an API that a case describes. */
final class RecordedFault {

    private RecordedFault() {}

    static Fault of(Data fault) {
        return new Fault(
                Fault.Verb.valueOf(enumName(fault.findText("verb").orElseThrow())),
                fault.findText("kind").orElseThrow(),
                fault.findText("prefix").orElse(""),
                Fault.Failure.valueOf(enumName(fault.findText("error").orElseThrow())),
                fault.findText("message").orElse(""),
                number(fault, "times", 1),
                number(fault, "skip", 0));
    }

    private static int number(Data fault, String name, int otherwise) {
        return fault.find(name)
                .flatMap(Data::asNumber)
                .map(number -> (int) number.doubleValue())
                .orElse(otherwise);
    }

    private static String enumName(String word) {
        return word.replace('-', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
